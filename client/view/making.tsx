// Making a link of one's own: for how many, for how long, as what; shown once.
import { useId, useState } from 'preact/hooks'
import type { InviteRole } from '#protocol/invite.ts'
import { NOTE_LENGTH } from '#protocol/limits.ts'
import type { Texts } from '../language/texts.ts'
import { may, type Room } from '../state/state.ts'
import { useTexts, useVisit } from './context.ts'
import { CopyField } from './copy.tsx'
import { Qr } from './qr.tsx'
import { TextField } from './text-field.tsx'

const DAY = 24

export function Making({ room }: { room: Room }) {
  const t = useTexts().links.making
  const [open, setOpen] = useState(false)
  const [path, setPath] = useState<string>()
  const close = () => {
    setOpen(false)
    setPath(undefined)
  }
  return (
    <section class="part">
      <h3>{t.title}</h3>
      {path ? (
        <Made path={path} onDone={close} />
      ) : open ? (
        <Form room={room} onMade={setPath} onClose={close} />
      ) : (
        <>
          <p class="soft">{t.about}</p>
          <button type="button" class="button" onClick={() => setOpen(true)}>
            {t.begin}
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
  const texts = useTexts()
  const t = texts.links.making
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
      <Choice label={t.uses} options={usesIn(t)} value={wish.uses} onChoose={uses => change({ uses })} />
      <Choice label={t.lasts} options={hoursIn(t)} value={wish.hours} onChoose={hours => change({ hours })} />
      {may(room, 'invite.make member') && (
        <Choice
          label={t.role}
          options={rolesIn(room, t)}
          value={wish.role}
          onChoose={role => change({ role })}
        />
      )}
      <TextField
        label={t.note}
        value={wish.note}
        maxLength={NOTE_LENGTH}
        placeholder={t.aboutNote}
        onInput={note => change({ note })}
      />
      <div class="row end">
        <button type="button" class="button quiet" onClick={onClose}>
          {texts.page.cancel}
        </button>
        <button type="submit" class="button main" disabled={busy}>
          {t.make}
        </button>
      </div>
    </form>
  )
}

const numberOf = (choice: string) => (choice === 'any' ? undefined : Number(choice))

type Words = Texts['links']['making']

const usesIn = ({ people, anybody }: Words) => ({ 1: people(1), 5: people(5), 10: people(10), any: anybody })

const hoursIn = ({ times }: Words) => ({
  1: times.hour,
  [DAY]: times.day,
  [7 * DAY]: times.week,
  any: times.ever,
})

const rolesIn = (room: Room, { roles: { admin, ...roles } }: Words) =>
  may(room, 'invite.make admin') ? { ...roles, admin } : roles

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
  const t = useTexts().links.making
  const url = location.origin + path
  return (
    <>
      <CopyField label={t.made} url={url} main />
      <Qr url={url} />
      <p class="soft">{t.copyNow}</p>
      <button type="button" class="button" onClick={onDone}>
        {t.done}
      </button>
    </>
  )
}
