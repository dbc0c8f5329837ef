// One message: what it answers, what it says, how people reacted, and what can be done with it.
import { useState } from 'preact/hooks'
import type { Message } from '#protocol/chat.ts'
import type { RoomId } from '#protocol/id.ts'
import { mentionsMe } from '../state/mentions.ts'
import { useFormats, useTexts, useVisit } from './context.ts'
import { doing } from './doing.ts'
import { EditField } from './edit.tsx'
import { edited } from './editing.ts'
import { Files } from './files.tsx'
import { Quote } from './quote.tsx'
import { Reactions } from './reactions.tsx'
import { Text } from './text.tsx'
import { Tools } from './tools.tsx'

export interface Props {
  readonly room: RoomId
  readonly message: Message
  /** Said by this visitor. */
  readonly own: boolean
  /** From before a restart: nothing can be done with it. */
  readonly past: boolean
}

export function MessageRow({ room, message, own, past }: Props) {
  const [near, setNear] = useState(false)
  const { state } = useVisit().session
  const t = useTexts().talk.message
  const isForMe = message.mentions && mentionsMe(message, state.value)
  if (message.deleted)
    return (
      <p class="message gone" data-seq={message.seq}>
        {t.deleted}
      </p>
    )
  if (own && !past && edited.value === message.key) return <EditField room={room} message={message} />
  const inHand = doing.value?.message.id === message.id
  return (
    // Can have the focus: by the keyboard, and by a tap on a touch screen, it shows what can be done.
    <article
      class={isForMe ? 'message for-me' : 'message'}
      data-seq={message.seq}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its tools are there only while it is looked at
      tabIndex={0}
      onPointerEnter={() => setNear(true)}
      onPointerLeave={event => setNear(event.currentTarget.contains(document.activeElement))}
      onFocusIn={() => setNear(true)}
      onFocusOut={event => setNear(staysAt(event))}
    >
      {message.reply && <Quote id={message.reply} />}
      <Text text={message.text} mentions={message.mentions}>
        <Edited room={room} message={message} past={past} />
      </Text>
      {message.files && <Files room={room} files={message.files} />}
      {message.reactions && <Reactions message={message} reactions={message.reactions} past={past} />}
      {!past && (near || inHand) && <Tools message={message} own={own} />}
    </article>
  )
}

/** Where it was changed later than at once, what it said before can be looked at. */
function Edited({ room, message, past }: Omit<Props, 'own'>) {
  const formats = useFormats()
  const t = useTexts().talk.message
  if (!message.edited) return null
  const when = formats.moment(message.edited)
  if (past)
    return (
      <small class="soft" title={t.editedAt(when)}>
        {t.edited}
      </small>
    )
  const show = () => {
    doing.value = { what: 'history', room, message }
  }
  return (
    <button type="button" class="edited soft" title={t.showBefore(when)} onClick={show}>
      {t.edited}
    </button>
  )
}

/** The focus goes from the message to its own tools, or the pointer is still there. */
const staysAt = ({ currentTarget, relatedTarget }: FocusEvent & { currentTarget: HTMLElement }) =>
  currentTarget.contains(relatedTarget as Node | null) || currentTarget.matches(':hover')
