// Changing what one said: Enter keeps the change, Escape does not.
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Message } from '#protocol/chat.ts'
import type { RoomId } from '#protocol/id.ts'
import { cleanText } from '../state/clean.ts'
import { useTexts, useVisit } from './context.ts'
import { editing } from './editing.ts'
import { fitHeight } from './fit.ts'
import { focusComposer } from './focus.ts'

export function EditField({ room, message }: { room: RoomId; message: Message }) {
  const { acts } = useVisit()
  const { page, talk } = useTexts()
  const begun = editing.value?.text
  const text = begun ?? message.text
  const setText = (text: string) => {
    editing.value = { key: message.key, text }
  }
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => fitHeight(field.current), [text])
  // Before it is seen: later, it would take the place of the first key.
  useLayoutEffect(() => {
    if (begun !== undefined) return
    setText(text)
    field.current?.focus()
    field.current?.setSelectionRange(message.text.length, message.text.length)
  }, [])
  const stop = () => {
    editing.value = undefined
    focusComposer()
  }
  const save = (event: Event) => {
    event.preventDefault()
    const changed = cleanText(text)
    if (changed && changed !== message.text) acts.messages.edit(room, message.id, changed)
    stop()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'Escape') stop()
    if (event.key === 'Enter' && !event.shiftKey) save(event)
  }
  return (
    <form class="message edit" onSubmit={save}>
      <textarea
        ref={field}
        rows={1}
        value={text}
        aria-label={talk.writing.editing}
        onInput={event => setText(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <div class="row">
        <button type="submit" class="button main small">
          {page.save}
        </button>
        <button type="button" class="button quiet small" onClick={stop}>
          {page.cancel}
        </button>
      </div>
    </form>
  )
}
