// Giving a room a name, by which it stays, or another one.
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { cleanName } from '../state/names.ts'
import type { Room } from '../state/state.ts'
import { useVisit } from './context.ts'
import { Dialog } from './dialog.tsx'

export function Naming({ room, onClose }: { room: Room; onClose: () => void }) {
  const { acts } = useVisit()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [first] = useState(room.name === null)
  const [text, setText] = useState(room.name ?? cleanName(room.settings.topic) ?? '')
  const [trouble, setTrouble] = useState<string>()
  const [busy, setBusy] = useState(false)
  useEffect(() => field.current?.select(), [])
  const save = async (event: Event) => {
    event.preventDefault()
    const name = cleanName(text)
    if (!name || busy) return
    setBusy(true)
    const no = name === room.name ? undefined : await acts.rooms.name(room, name)
    setBusy(false)
    setTrouble(no)
    if (!no) onClose()
  }
  return (
    <Dialog title={first ? 'Give the room a name' : 'Another name'} onClose={onClose}>
      <p class="soft">
        {first
          ? 'With a name it stays, also when everybody leaves: what was said so far and from now on, its people and its links.'
          : 'Everybody in the room sees it.'}
      </p>
      <form onSubmit={event => void save(event)}>
        <div class="field">
          <label for={id}>Name of the room</label>
          <input
            id={id}
            type="text"
            ref={field}
            value={text}
            maxLength={64}
            autocomplete="off"
            aria-describedby={`${id}no`}
            onInput={event => setText(event.currentTarget.value)}
          />
          <p class="wrong" id={`${id}no`} role="alert">
            {trouble}
          </p>
        </div>
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
