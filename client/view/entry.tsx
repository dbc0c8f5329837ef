// Before a room: what it is, who is there, one's own name, and in.
import { useState } from 'preact/hooks'
import type { Texts } from '../language/texts.ts'
import { cleanName } from '../state/clean.ts'
import type { Door, Look, Me } from '../state/state.ts'
import { Avatar } from './avatar.tsx'
import { useTexts, useVisit } from './context.ts'
import { NameField } from './name.tsx'
import { Outside } from './outside.tsx'
import { DoorTrouble } from './trouble.tsx'

const FACES = 6

interface Props {
  readonly door: Extract<Door, { at: 'entry' }>
}

export function Entry({ door }: Props) {
  const { session, acts } = useVisit()
  const [name, setName] = useState(session.name.value)
  const { way, look, trouble } = door
  const submit = (event: Event) => {
    event.preventDefault()
    const clean = cleanName(name)
    if (clean) acts.rooms.enter(clean, way)
  }
  const { me } = session.state.value
  const t = useTexts()
  return (
    <Outside>
      <p class="soft">{'invite' in way ? t.door.invited : t.door.before}</p>
      <h1>{headingOf(door, me, t)}</h1>
      {'invite' in way && <WhoIsThere look={look} />}
      {look?.locked && <p class="soft">{t.door.locked}</p>}
      <form onSubmit={submit}>
        {me?.kind !== 'account' && <NameField label={t.you.name} value={name} onInput={setName} focus />}
        <button type="submit" class="button main large">
          {t.door.enter}
        </button>
        <DoorTrouble code={trouble} />
      </form>
    </Outside>
  )
}

function headingOf({ way, look }: Props['door'], me: Me | undefined, t: Texts): string {
  if ('invite' in way) return nameOf(look, t.page.unnamed)
  return me?.kind === 'account' ? t.door.comeInAs(me.name) : t.door.whatName
}

/** Until it is known, a space that is as high. */
const nameOf = (look: Look | undefined, unnamed: string) =>
  look ? (look.name ?? (look.topic || unnamed)) : '\u00a0'

/** Keeps its height before it knows, so that nothing moves when it does. */
function WhoIsThere({ look }: { look: Look | undefined }) {
  const t = useTexts().door
  const faces = look?.members.slice(0, FACES) ?? []
  return (
    <div class="there" aria-live="polite">
      {faces.length > 0 && (
        <span class="faces">
          {faces.map(({ name }, index) => (
            <Avatar key={index} name={name} size={32} />
          ))}
        </span>
      )}
      <span class="soft">{look ? sentence(look, t) : ' '}</span>
    </div>
  )
}

function sentence({ count, members }: Look, t: Texts['door']): string {
  const [first, second] = members
  if (!first || count === 0) return t.nobodyIsHere
  if (count === 1) return t.isHere(first.name)
  if (count === 2 && second) return t.areHere(first.name, second.name)
  return t.manyAreHere(first.name, count - 1)
}
