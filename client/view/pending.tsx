// A message that is still on its way, or was not taken.
import type { Pending, Room } from '../state/state.ts'
import { Avatar } from './avatar.tsx'
import { useVisit } from './context.ts'
import { Icon } from './icon.tsx'
import { Text } from './text.tsx'

export function PendingMessage({ room, pending }: { room: Room; pending: Pending }) {
  const { session, acts } = useVisit()
  const { me, link } = session.state.value
  const name = me?.name ?? session.name.value
  return (
    <section class="group pending" aria-label={name}>
      <Avatar name={name} />
      <p class="by">
        <strong>{name}</strong>
        <span class="soft">{link.at === 'open' ? 'Sending…' : 'Waits for the connection'}</span>
      </p>
      <div class="message">
        <Text text={pending.text} />
        {pending.trouble && (
          <p class="trouble" role="alert">
            <Icon name="alert" /> {pending.trouble}
            <button type="button" class="plain" onClick={() => acts.again(room, pending)}>
              Send again
            </button>
            <button type="button" class="plain" onClick={() => acts.discard(pending)}>
              Discard
            </button>
          </p>
        )}
      </div>
    </section>
  )
}
