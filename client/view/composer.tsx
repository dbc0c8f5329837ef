// Where one writes. Enter sends, Shift and Enter begin a new line, the arrow up edits what one said last.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { PersonId } from '#protocol/id.ts'
import type { Room } from '../state/state.ts'
import { useVisit } from './context.ts'
import { editing } from './editing.ts'
import { fitHeight } from './fit.ts'
import { Icon } from './icon.tsx'

const MOST_BYTES = 8192
const IDLE_MS = 5000
const bytes = new TextEncoder()

export function Composer({ room }: { room: Room }) {
  const { session, acts } = useVisit()
  const [text, setText] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const idle = useRef<ReturnType<typeof setTimeout>>(undefined)
  const tooLong = bytes.encode(text).length > MOST_BYTES
  useEffect(() => fitHeight(field.current), [text])
  // On a touch screen this would open the keyboard over the room.
  useEffect(() => {
    if (matchMedia('(hover: hover)').matches) field.current?.focus()
  }, [])
  useEffect(() => () => clearTimeout(idle.current), [])

  const write = (now: string) => {
    setText(now)
    // Who goes on writing does not wait for it.
    if (room.pending.some(({ key }) => key === editing.value)) editing.value = undefined
    clearTimeout(idle.current)
    acts.talk.typing(room, now.trim() !== '')
    idle.current = setTimeout(() => acts.talk.typing(room, false), IDLE_MS)
  }
  const send = (event: Event) => {
    event.preventDefault()
    if (text.trim() === '' || tooLong) return
    clearTimeout(idle.current)
    acts.talk.say(room, { text: text.trim().toWellFormed().replaceAll('\0', '') })
    setText('')
    field.current?.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey) send(event)
    if (event.key !== 'ArrowUp' || text !== '') return
    const last = lastOfMine(room, session.state.value.me?.person)
    if (!last) return
    event.preventDefault()
    // One that is still on its way is edited as soon as it is said.
    editing.value = last.key
  }
  return (
    <form class="composer" onSubmit={send}>
      <div class="box">
        <textarea
          ref={field}
          rows={1}
          value={text}
          aria-label="Message"
          placeholder="Write a message"
          enterkeyhint="send"
          aria-invalid={tooLong}
          onInput={event => write(event.currentTarget.value)}
          onKeyDown={onKey}
        />
        <button type="submit" class="send" aria-label="Send" disabled={text.trim() === '' || tooLong}>
          <Icon name="send" />
        </button>
      </div>
      {tooLong && (
        <p class="wrong" role="alert">
          This is too long for one message. Send it in parts.
        </p>
      )}
    </form>
  )
}

const lastOfMine = (room: Room, me: PersonId | undefined) =>
  room.pending.findLast(({ trouble }) => !trouble) ??
  room.messages.findLast(({ by, deleted }) => by === me && !deleted)
