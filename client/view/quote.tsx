// What a message answers, in a line above it; a click leads there, unless that was said before a restart.
import type { MessageId } from '#protocol/id.ts'
import { isPast } from '../state/quoting.ts'
import { useTexts, useVisit } from './context.ts'
import { Icon } from './icon.tsx'
import { useQuoted } from './quoted.ts'
import { Snippet } from './snippet.tsx'

export function Quote({ id }: { id: MessageId }) {
  const { session, acts } = useVisit()
  const t = useTexts().talk.message
  const { room } = session.state.value
  const message = useQuoted(id)
  if (!room || !message || message.deleted || isPast(room, id))
    return (
      <p class="quote">
        <Icon name="answer" />
        {message && !message.deleted ? (
          <Snippet message={message} />
        ) : (
          <span>{message === undefined ? '…' : t.quotedDeleted}</span>
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
