// Making a link of one's own: for how many, for how long, as what; shown once.
import { useId, useState } from 'preact/hooks'
import type { InviteRole } from '#protocol/invite.ts'
import { NOTE_LENGTH } from '#protocol/limits.ts'
import { may, type Room } from '../state/state.ts'
import { useVisit } from './context.ts'
import { CopyField } from './copy.tsx'
import { Qr } from './qr.tsx'
import { TextField } from './text-field.tsx'

const DAY = 24
const uses = { 1: 'One person', 5: '5 people', 10: '10 people', any: 'As many as come' }
const hours = { 1: 'An hour', [DAY]: 'A day', [7 * DAY]: 'A week', any: 'Until it is revoked' }

export function Making({ room }: { room: Room }) {
  const [open, setOpen] = useState(false)
  const [path, setPath] = useState<string>()
  const close = () => {
    setOpen(false)
    setPath(undefined)
  }
  return (
    <section class="part">
      <h3>A link for somebody in particular</h3>
      {path ? (
        <Made path={path} onDone={close} />
      ) : open ? (
        <Form room={room} onMade={setPath} onClose={close} />
      ) : (
        <>
          <p class="soft">Used up after one person or a few, or good for a while.</p>
          <button type="button" class="button" onClick={() => setOpen(true)}>
            Make a personal link
          </button>
        </>
      )}
    </section>
  )
}

interface FormProps {
  readonly room: Room
  readonly onMade: (path: string | undefined) => void
  readonly onClose: () => void
}

function Form({ room, onMade, onClose }: FormProps) {
  const { acts } = useVisit()
  const [wish, setWish] = useState({ uses: '1', hours: String(DAY), role: 'guest', note: '' })
  const [busy, setBusy] = useState(false)
  const change = (part: Partial<typeof wish>) => setWish({ ...wish, ...part })
  const make = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const path = await acts.links.make(room, {
      uses: numberOf(wish.uses),
      hours: numberOf(wish.hours),
      role: wish.role === 'guest' ? undefined : (wish.role as InviteRole),
      note: wish.note.trim() || undefined,
    })
    setBusy(false)
    onMade(path)
  }
  return (
    <form class="making" onSubmit={event => void make(event)}>
      <Choice label="For" options={uses} value={wish.uses} onChoose={uses => change({ uses })} />
      <Choice label="Good for" options={hours} value={wish.hours} onChoose={hours => change({ hours })} />
      {may(room, 'invite.make member') && (
        <Choice
          label="Comes in as"
          options={rolesIn(room)}
          value={wish.role}
          onChoose={role => change({ role })}
        />
      )}
      <TextField
        label="Whom it is for"
        value={wish.note}
        maxLength={NOTE_LENGTH}
        placeholder="A note for your list"
        onInput={note => change({ note })}
      />
      <div class="row end">
        <button type="button" class="button quiet" onClick={onClose}>
          Cancel
        </button>
        <button type="submit" class="button main" disabled={busy}>
          Make the link
        </button>
      </div>
    </form>
  )
}

const numberOf = (choice: string) => (choice === 'any' ? undefined : Number(choice))

const rolesIn = (room: Room) => ({
  guest: 'A guest',
  member: 'A member',
  ...(may(room, 'invite.make admin') ? { admin: 'An admin' } : {}),
})

interface ChoiceProps {
  readonly label: string
  readonly options: Readonly<Record<string, string>>
  readonly value: string
  readonly onChoose: (value: string) => void
}

function Choice({ label, options, value, onChoose }: ChoiceProps) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={event => onChoose(event.currentTarget.value)}>
        {Object.entries(options).map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

/** The server keeps only a hash of it: this is the one time that it can be seen. */
function Made({ path, onDone }: { path: string; onDone: () => void }) {
  const url = location.origin + path
  return (
    <>
      <CopyField label="The new link" url={url} main />
      <Qr url={url} />
      <p class="soft">Copy it now: it is shown only this once.</p>
      <button type="button" class="button" onClick={onDone}>
        Done
      </button>
    </>
  )
}
