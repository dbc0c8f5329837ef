// A message that is still on its way, or was not taken.
import type { RoomId } from '#protocol/id.ts'
import type { Pending } from '../state/state.ts'
import { useTexts, useVisit } from './context.ts'
import { Files } from './files.tsx'
import { Icon } from './icon.tsx'
import { Quote } from './quote.tsx'
import { Text } from './text.tsx'

export function PendingMessage({ room, pending }: { room: RoomId; pending: Pending }) {
  const { session, acts } = useVisit()
  const t = useTexts().talk.pending
  const isOpen = session.state.value.link.at === 'open'
  return (
    <div class="message pending">
      {pending.reply && <Quote id={pending.reply} />}
      <Text text={pending.text} mentions={pending.mentions}>
        {!pending.trouble && (
          <small class={isOpen ? 'soft soon' : 'soft'}>{isOpen ? t.sending : t.waits}</small>
        )}
      </Text>
      {pending.files && <Files room={room} files={pending.files} />}
      {pending.trouble && (
        <p class="trouble" role="alert">
          <Icon name="alert" /> {pending.trouble}
          <button type="button" class="plain" onClick={() => acts.talk.again(room, pending)}>
            {t.again}
          </button>
          <button type="button" class="plain" onClick={() => acts.talk.discard(pending)}>
            {t.discard}
          </button>
        </p>
      )}
    </div>
  )
}
