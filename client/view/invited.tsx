// Somebody waits for the visitor in a room: going in, or not.
import type { Invitation } from '#protocol/invite.ts'
import { UNNAMED } from '../state/title.ts'
import { useVisit } from './context.ts'

/** At home, until they are answered. */
export function Invitations({ invitations }: { invitations: readonly Invitation[] }) {
  const { acts } = useVisit()
  return (
    <section class="invitations" aria-label="Invitations">
      {invitations.map(invitation => (
        <div class="card still" key={invitation.id}>
          <Sentence invitation={invitation} />
          <div class="row">
            <button type="button" class="button main" onClick={() => acts.links.accept(invitation)}>
              Go in
            </button>
            <button type="button" class="button quiet" onClick={() => acts.links.decline(invitation)}>
              No, thanks
            </button>
          </div>
        </div>
      ))}
    </section>
  )
}

/** Wherever else he is when it comes. */
export function Asked({ invitation }: { invitation: Invitation }) {
  const { acts } = useVisit()
  return (
    <section class="invited" role="status" aria-label="Invitation">
      <Sentence invitation={invitation} />
      <div class="row">
        <button type="button" class="button main small" onClick={() => acts.links.accept(invitation)}>
          Go in
        </button>
        <button type="button" class="button small" onClick={() => acts.links.decline(invitation)}>
          No, thanks
        </button>
        <button type="button" class="button quiet small" onClick={() => acts.links.later()}>
          Later
        </button>
      </div>
    </section>
  )
}

const Sentence = ({ invitation: { by, name } }: { invitation: Invitation }) => (
  <p>
    {by} asks you to come to <strong>{name || UNNAMED}</strong>.
  </p>
)
