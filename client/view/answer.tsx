// Above the field: which message is being answered.
import type { Message } from '#protocol/chat.ts'
import { answering } from './answering.ts'
import { focusComposer } from './focus.ts'
import { Icon } from './icon.tsx'
import { Snippet } from './snippet.tsx'

export function AnswerBar({ message }: { message: Message }) {
  const cancel = () => {
    answering.value = undefined
    focusComposer()
  }
  return (
    <div class="answer">
      <Icon name="answer" />
      <p>
        Answer to <Snippet message={message} />
      </p>
      <button type="button" class="sign" aria-label="Do not answer" title="Do not answer" onClick={cancel}>
        <Icon name="close" />
      </button>
    </div>
  )
}
