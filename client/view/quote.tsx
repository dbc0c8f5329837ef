// What a message answers, in a line above it; a click leads there, unless that was said before a restart.
import { useEffect } from 'preact/hooks'
import type { MessageId } from '#protocol/id.ts'
import { isPast, quotedOf } from '../state/quoting.ts'
import { useVisit } from './context.ts'
import { Icon } from './icon.tsx'
import { Snippet } from './snippet.tsx'

export function Quote({ id }: { id: MessageId }) {
  const { session, acts } = useVisit()
  const { room, link } = session.state.value
  const message = room && quotedOf(room, id)
  const missing = room !== undefined && message === undefined && link.at === 'open'
  useEffect(() => {
    if (missing) acts.messages.lookUp(room.id, id)
  }, [missing, id])
  if (!room || !message || message.deleted || isPast(room, id))
    return (
      <p class="quote">
        <Icon name="answer" />
        {message && !message.deleted ? (
          <Snippet message={message} />
        ) : (
          <span>{message === undefined ? '…' : 'A message that was deleted'}</span>
        )}
      </p>
    )
  return (
    <button type="button" class="quote" onClick={() => void acts.pages.jump(room, message.seq)}>
      <Icon name="answer" />
      <Snippet message={message} />
    </button>
  )
}
