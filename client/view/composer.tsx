// Where one writes. Enter sends, Shift and Enter begin a new line, the arrow up edits what one said last.
import { useEffect, useRef } from 'preact/hooks'
import type { PersonId } from '#protocol/id.ts'
import { MESSAGE_BYTES } from '#protocol/limits.ts'
import { cleanText } from '../state/clean.ts'
import { mentionables, mentionsIn } from '../state/mentions.ts'
import type { Room } from '../state/state.ts'
import { AnswerBar, canBeAnswered } from './answer.tsx'
import { Attach, mayAttach } from './attach.tsx'
import { ChosenFiles } from './chosen.tsx'
import { Completion, describes, useCompletion } from './completion.tsx'
import { useTexts, useVisit } from './context.ts'
import { edited, editing } from './editing.ts'
import { fitHeight } from './fit.ts'
import { focusNewest, mayTakeFocus } from './focus.ts'
import { Icon } from './icon.tsx'
import { Trouble } from './trouble.tsx'

const IDLE_MS = 5000
const bytes = new TextEncoder()

export function Composer({ room }: { room: Room }) {
  const { session, acts } = useVisit()
  const t = useTexts().talk.writing
  const me = session.state.value.me?.person
  const { text, ...draft } = acts.drafts.of(room.id)
  const reply = draft.reply && canBeAnswered(room, draft.reply) ? draft.reply : undefined
  const field = useRef<HTMLTextAreaElement>(null)
  const idle = useRef<ReturnType<typeof setTimeout>>(undefined)
  const tooLong = bytes.encode(text).length > MESSAGE_BYTES
  useEffect(() => fitHeight(field.current), [text])
  // On a touch screen this would open the keyboard over the room.
  useEffect(() => {
    if (matchMedia('(hover: hover)').matches && mayTakeFocus()) field.current?.focus()
  }, [])
  useEffect(() => () => clearTimeout(idle.current), [])

  const write = (now: string) => {
    acts.drafts.change(room.id, { text: now })
    // Who goes on writing does not wait for it.
    if (room.pending.some(({ key }) => key === edited.value)) editing.value = undefined
    clearTimeout(idle.current)
    acts.talk.typing(room, now.trim() !== '')
    idle.current = setTimeout(() => acts.talk.typing(room, false), IDLE_MS)
  }
  const offering = useCompletion({ field, text, write, room })
  const { chosen, ready, stuck, wanted } = acts.files
  const sendable = (text.trim() !== '' || chosen.value.length > 0) && !tooLong && !stuck.value
  const say = () => {
    clearTimeout(idle.current)
    const files = acts.files.take()
    const clean = cleanText(text)
    const mentions = mentionsIn(clean, mentionables(room, session.state.value))
    acts.talk.say(room, { text: clean, mentions, reply, ...(files.length > 0 && { files }) })
    acts.drafts.forget(room.id)
    field.current?.focus()
  }
  const send = (event: Event) => {
    event.preventDefault()
    if (sendable && ready.value) say()
    else wanted.value = sendable && !wanted.value
  }
  // What he wanted to send has come.
  const isDue = wanted.value && ready.value && sendable
  useEffect(() => {
    if (isDue) say()
  }, [isDue])
  /** First out of the answer, then out of the field. */
  const stepOut = () => (reply ? acts.drafts.change(room.id, { reply: undefined }) : focusNewest())
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing || offering.onKey(event)) return
    if (event.key === 'Enter' && !event.shiftKey) send(event)
    if (event.key === 'Escape') stepOut()
    if (event.key !== 'ArrowUp' || text !== '') return
    const last = lastOfMine(room, me)
    if (!last) return
    event.preventDefault()
    // One that is still on its way is edited as soon as it is said.
    if (edited.value !== last.key) editing.value = { key: last.key }
  }
  return (
    <form class="composer" onSubmit={send}>
      {reply && <AnswerBar room={room.id} id={reply} />}
      <ChosenFiles room={room.id} />
      <Completion offering={offering} />
      <div class="box">
        {mayAttach(room) && <Attach room={room} />}
        <textarea
          ref={field}
          rows={1}
          value={text}
          aria-label={t.field}
          placeholder={t.begin}
          enterkeyhint="send"
          aria-invalid={tooLong}
          onInput={event => write(event.currentTarget.value)}
          onKeyDown={onKey}
          onBlur={offering.close}
          {...describes(offering)}
        />
        <button type="submit" class="send" aria-label={t.send} disabled={!sendable}>
          <Icon name={wanted.value ? 'more' : 'send'} />
        </button>
      </div>
      {wanted.value && (
        <p class="soft waits" role="status">
          {t.waitsForFiles}
        </p>
      )}
      {tooLong && <Trouble text={t.tooLong} />}
    </form>
  )
}

const lastOfMine = (room: Room, me: PersonId | undefined) =>
  room.pending.findLast(({ trouble }) => !trouble) ??
  room.messages.findLast(({ by, deleted }) => by === me && !deleted)
