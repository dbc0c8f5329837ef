// Giving a room a name, by which it stays, or another one.
import { useEffect, useRef, useState } from 'preact/hooks'
import { NAME_LENGTH } from '#protocol/limits.ts'
import { cleanName } from '../state/clean.ts'
import type { Room } from '../state/state.ts'
import { useAttempt } from './attempt.ts'
import { useTexts, useVisit } from './context.ts'
import { Dialog } from './dialog.tsx'
import { TextField } from './text-field.tsx'

export function Naming({ room, onClose }: { room: Room; onClose: () => void }) {
  const { acts } = useVisit()
  const {
    page,
    room: { naming: t },
  } = useTexts()
  const field = useRef<HTMLInputElement>(null)
  const [first] = useState(room.name === null)
  const [text, setText] = useState(room.name ?? cleanName(room.settings.topic) ?? '')
  const { attempt, busy, trouble } = useAttempt()
  useEffect(() => field.current?.select(), [])
  const save = async (event: Event) => {
    event.preventDefault()
    const name = cleanName(text)
    if (!name || busy) return
    if (name === room.name || (await attempt(acts.rooms.name(room, name)))) onClose()
  }
  return (
    <Dialog title={first ? t.title : t.otherTitle} onClose={onClose}>
      <p class="soft">{first ? t.about : t.aboutOther}</p>
      <form onSubmit={event => void save(event)}>
        <TextField
          label={t.label}
          field={field}
          value={text}
          maxLength={NAME_LENGTH}
          onInput={setText}
          trouble={trouble}
        />
        <div class="row end">
          <button type="button" class="button" onClick={onClose}>
            {page.cancel}
          </button>
          <button type="submit" class="button main" disabled={busy || !cleanName(text)}>
            {first ? t.name : t.rename}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
