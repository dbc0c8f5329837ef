// Somebody waits for the visitor in a room: going in, or not.
import type { ComponentChildren } from 'preact'
import type { Invitation } from '#protocol/invite.ts'
import { UNNAMED } from '../state/title.ts'
import { useVisit } from './context.ts'

/** At home, until they are answered. */
export const Invitations = ({ invitations }: { invitations: readonly Invitation[] }) => (
  <section class="invitations" aria-label="Invitations">
    {invitations.map(invitation => (
      <div class="card still" key={invitation.id}>
        <Question invitation={invitation} />
      </div>
    ))}
  </section>
)

/** Wherever else he is when it comes. */
export function Asked({ invitation }: { invitation: Invitation }) {
  const { acts } = useVisit()
  return (
    <section class="invited" role="status" aria-label="Invitation">
      <Question invitation={invitation}>
        <button type="button" class="button quiet small" onClick={() => acts.links.later()}>
          Later
        </button>
      </Question>
    </section>
  )
}

function Question({ invitation, children }: { invitation: Invitation; children?: ComponentChildren }) {
  const { acts } = useVisit()
  // Over what he is doing it takes less room.
  const size = children ? 'small' : ''
  return (
    <>
      <p>
        {invitation.by} asks you to come to <strong>{invitation.name || UNNAMED}</strong>.
      </p>
      <div class="row">
        <button type="button" class={`button main ${size}`} onClick={() => acts.links.accept(invitation)}>
          Go in
        </button>
        <button type="button" class={`button ${size}`} onClick={() => acts.links.decline(invitation)}>
          No, thanks
        </button>
        {children}
      </div>
    </>
  )
}
