// Somebody waits for the visitor in a room: going in, or not.
import type { ComponentChildren } from 'preact'
import type { Invitation } from '#protocol/invite.ts'
import { useTexts, useVisit } from './context.ts'

/** At home, until they are answered. */
export const Invitations = ({ invitations }: { invitations: readonly Invitation[] }) => (
  <section class="invitations" aria-label={useTexts().home.invitations.all}>
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
  const t = useTexts().home.invitations
  return (
    <section class="invited" role="status" aria-label={t.one}>
      <Question invitation={invitation}>
        <button type="button" class="button quiet small" onClick={() => acts.links.later()}>
          {t.later}
        </button>
      </Question>
    </section>
  )
}

function Question({ invitation, children }: { invitation: Invitation; children?: ComponentChildren }) {
  const { acts } = useVisit()
  const { home, page } = useTexts()
  const t = home.invitations
  // Over what he is doing it takes less room.
  const size = children ? 'small' : ''
  return (
    <>
      <p>{t.asks(invitation.by, <strong>{invitation.name || page.unnamed}</strong>)}</p>
      <div class="row">
        <button type="button" class={`button main ${size}`} onClick={() => acts.links.accept(invitation)}>
          {t.goIn}
        </button>
        <button type="button" class={`button ${size}`} onClick={() => acts.links.decline(invitation)}>
          {t.decline}
        </button>
        {children}
      </div>
    </>
  )
}
