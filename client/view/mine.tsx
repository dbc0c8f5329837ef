// The named rooms that one belongs to: what one has not read there, and who is in right now.
import { useState } from 'preact/hooks'
import type { Texts } from '../language/texts.ts'
import { plainOf } from '../state/blocks.ts'
import { faceOf } from '../state/face.ts'
import { named } from '../state/mine.ts'
import type { Mine as What } from '../state/state.ts'
import { Avatar } from './avatar.tsx'
import { useFormats, useTexts, useVisit } from './context.ts'
import { TextField } from './text-field.tsx'

const FACES = 4

/** So many are seen at a glance. */
const FEW = 6

export function Mine({ rooms }: { rooms: readonly What[] }) {
  const t = useTexts().home.mine
  const [sought, setSought] = useState('')
  const found = named(rooms, sought)
  return (
    <section class="mine" aria-labelledby="mine">
      <h2 id="mine">{t.title}</h2>
      {rooms.length > FEW && (
        <search>
          <TextField label={t.find} kind="search" value={sought} spellcheck={false} onInput={setSought} />
          <p class="soft" role="status">
            {found.length === 0 && t.notFound}
          </p>
        </search>
      )}
      <ul hidden={found.length === 0}>
        {found.map(room => (
          <Row key={room.room} room={room} />
        ))}
      </ul>
    </section>
  )
}

function Row({ room: { room, name, direct, unread, mentions, last, present, live } }: { room: What }) {
  const formats = useFormats()
  const t = useTexts()
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
          <span class="soft">{last ? lineOf(last, direct, t) : t.home.mine.silent}</span>
        </span>
        <span class="aside">
          {last && <time dateTime={new Date(last.at).toISOString()}>{formats.when(last.at)}</time>}
          <span class="row">
            {live > 0 && <span class="dot" role="img" aria-label={t.home.mine.live(live)} />}
            {!direct && present.length > 0 && <Faces people={present} />}
            {mentions > 0 && <Badge at count={mentions} label={t.home.mine.mentions(mentions)} />}
            {unread > 0 && <Badge count={unread} label={t.home.mine.unread(unread)} />}
          </span>
        </span>
      </a>
    </li>
  )
}

/** Who said it is left out where there are only two. */
function lineOf({ name, text }: NonNullable<What['last']>, direct: What['direct'], t: Texts): string {
  const said = plainOf(text) || t.home.mine.file
  return direct ? said : t.page.saidBy(name, said)
}

function Faces({ people }: { people: What['present'] }) {
  const { thereNow } = useTexts().home.mine
  const names = useFormats().list(people.map(({ name }) => name))
  return (
    <span class="faces" role="img" aria-label={thereNow(names)} title={names}>
      {people.slice(0, FACES).map(one => (
        <Avatar key={one.person} name={one.name} face={faceOf(one)} size={22} />
      ))}
    </span>
  )
}

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
