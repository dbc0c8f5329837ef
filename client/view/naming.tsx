// Giving a room a name, by which it stays, or another one.
import { useEffect, useRef, useState } from 'preact/hooks'
import { NAME_LENGTH } from '#protocol/limits.ts'
import { cleanName } from '../state/clean.ts'
import type { Room } from '../state/state.ts'
import { useAttempt } from './attempt.ts'
import { useVisit } from './context.ts'
import { Dialog } from './dialog.tsx'
import { TextField } from './text-field.tsx'

export function Naming({ room, onClose }: { room: Room; onClose: () => void }) {
  const { acts } = useVisit()
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
    <Dialog title={first ? 'Give the room a name' : 'Another name'} onClose={onClose}>
      <p class="soft">
        {first
          ? 'With a name it stays, also when everybody leaves: what was said so far and from now on, its people and its links.'
          : 'Everybody in the room sees it.'}
      </p>
      <form onSubmit={event => void save(event)}>
        <TextField
          label="Name of the room"
          field={field}
          value={text}
          maxLength={NAME_LENGTH}
          onInput={setText}
          trouble={trouble}
        />
        <div class="row end">
          <button type="button" class="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="button main" disabled={busy || !cleanName(text)}>
            {first ? 'Name it' : 'Rename'}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
