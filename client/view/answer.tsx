// Above the field: which message is being answered.
import type { MessageId, RoomId } from '#protocol/id.ts'
import { isPast, quotedOf } from '../state/quoting.ts'
import type { Room } from '../state/state.ts'
import { useTexts, useVisit } from './context.ts'
import { focusComposer } from './focus.ts'
import { Icon } from './icon.tsx'
import { useQuoted } from './quoted.ts'
import { Snippet } from './snippet.tsx'

export function AnswerBar({ room, id }: { room: RoomId; id: MessageId }) {
  const { acts } = useVisit()
  const t = useTexts().talk.writing
  const message = useQuoted(id)
  const cancel = () => {
    acts.drafts.change(room, { reply: undefined })
    focusComposer()
  }
  return (
    <div class="answer">
      <Icon name="answer" />
      <p>{t.answerTo(message ? <Snippet message={message} /> : '…')}</p>
      <button type="button" class="sign" aria-label={t.doNotAnswer} title={t.doNotAnswer} onClick={cancel}>
        <Icon name="close" />
      </button>
    </div>
  )
}

/** Not what is gone, nor what was said before a restart. */
export function canBeAnswered(room: Room, id: MessageId): boolean {
  if (isPast(room, id)) return false
  const message = quotedOf(room, id)
  return message !== null && !message?.deleted
}
