// The named rooms that one belongs to: what one has not read there, and who is in right now.
import { plainOf } from '../state/blocks.ts'
import { faceOf } from '../state/face.ts'
import type { Mine as What } from '../state/state.ts'
import { Avatar } from './avatar.tsx'
import { useFormats, useVisit } from './context.ts'

const FACES = 4

export function Mine({ rooms }: { rooms: readonly What[] }) {
  return (
    <section class="mine" aria-labelledby="mine">
      <h2 id="mine">Your rooms</h2>
      <ul>
        {rooms.map(room => (
          <Row key={room.room} room={room} />
        ))}
      </ul>
    </section>
  )
}

function Row({ room: { room, name, direct, unread, mentions, last, present } }: { room: What }) {
  const formats = useFormats()
  const { session } = useVisit()
  const path = `/r/${room}`
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    session.go(path)
  }
  return (
    <li>
      <a href={path} onClick={go}>
        {direct && <Avatar name={direct.name} face={faceOf(direct)} size={36} />}
        <span class="about">
          <strong>{direct?.name ?? name}</strong>
          <span class="soft">{last ? lineOf(last, direct) : 'Nothing was said yet'}</span>
        </span>
        <span class="aside">
          {last && <time dateTime={new Date(last.at).toISOString()}>{formats.when(last.at)}</time>}
          <span class="row">
            {!direct && present.length > 0 && <Faces people={present} />}
            {mentions > 0 && <Badge at count={mentions} label={mentioned(mentions)} />}
            {unread > 0 && <Badge count={unread} label={`${unread} unread`} />}
          </span>
        </span>
      </a>
    </li>
  )
}

/** Who said it is left out where there are only two. */
function lineOf({ name, text }: NonNullable<What['last']>, direct: What['direct']): string {
  const said = plainOf(text) || 'a file'
  return direct ? said : `${name}: ${said}`
}

function Faces({ people }: { people: What['present'] }) {
  const names = people.map(({ name }) => name).join(', ')
  return (
    <span class="faces" role="img" aria-label={`${names} there now`} title={names}>
      {people.slice(0, FACES).map(one => (
        <Avatar key={one.person} name={one.name} face={faceOf(one)} size={22} />
      ))}
    </span>
  )
}

const mentioned = (count: number) => (count === 1 ? '1 mentions you' : `${count} mention you`)

interface BadgeProps {
  readonly count: number
  readonly label: string
  /** They speak of the visitor. */
  readonly at?: boolean
}

const Badge = ({ count, label, at }: BadgeProps) => (
  <span class={at ? 'badge mentions' : 'badge'} role="img" aria-label={label}>
    {at && '@'}
    {count > 99 ? '99+' : count}
  </span>
)
