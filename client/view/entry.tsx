// Before a room: what it is, who is there, one's own name, and in.
import { useState } from 'preact/hooks'
import { cleanName } from '../state/clean.ts'
import type { Door, Look, Me } from '../state/state.ts'
import { UNNAMED } from '../state/title.ts'
import { Avatar } from './avatar.tsx'
import { useVisit } from './context.ts'
import { NameField } from './name.tsx'
import { Outside } from './outside.tsx'
import { Trouble } from './trouble.tsx'

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
  return (
    <Outside>
      <p class="soft">{'invite' in way ? 'You are invited' : 'Before you come in'}</p>
      <h1>{headingOf(door, me)}</h1>
      {'invite' in way && <WhoIsThere look={look} />}
      {look?.locked && <p class="soft">The room is locked: somebody inside will let you in.</p>}
      <form onSubmit={submit}>
        {me?.kind !== 'account' && <NameField label="Your name" value={name} onInput={setName} focus />}
        <button type="submit" class="button main large">
          Enter
        </button>
        <Trouble text={trouble} />
      </form>
    </Outside>
  )
}

function headingOf({ way, look }: Props['door'], me: Me | undefined): string {
  if ('invite' in way) return nameOf(look)
  return me?.kind === 'account' ? `Come in as ${me.name}` : 'What should the others call you?'
}

/** Until it is known, a space that is as high. */
const nameOf = (look: Look | undefined) => (look ? (look.name ?? (look.topic || UNNAMED)) : '\u00a0')

/** Keeps its height before it knows, so that nothing moves when it does. */
function WhoIsThere({ look }: { look: Look | undefined }) {
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
      <span class="soft">{look ? sentence(look) : ' '}</span>
    </div>
  )
}

function sentence({ count, members }: Look): string {
  const [first, second] = members
  if (!first || count === 0) return 'Nobody is here yet. You will be the first.'
  if (count === 1) return `${first.name} is here`
  if (count === 2 && second) return `${first.name} and ${second.name} are here`
  return `${first.name} and ${count - 1} others are here`
}
