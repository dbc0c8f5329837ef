// The talk, from the oldest known message to the newest, and the place in it that is looked at.
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { linesOf } from '../state/lines.ts'
import { may, type Naming, type Room } from '../state/state.ts'
import { Alone } from './alone.tsx'
import { useVisit } from './context.ts'
import { Group } from './group.tsx'
import { Icon } from './icon.tsx'
import { dayName } from './time.ts'

/** So near to an end counts as being there. */
const NEAR = 48
const SOON = 400

export function Chat({ room }: { room: Room }) {
  const { session, acts } = useVisit()
  const { me } = session.state.value
  const mayDelete = may(room, 'chat.delete others')
  const { past, messages, namings, pending } = room
  const said = { past, messages, namings, pending }
  const lines = useMemo(() => linesOf(said, me), [past, messages, namings, pending, me])
  const box = useRef<HTMLDivElement>(null)
  const view = useRef({ atEnd: true, height: 0, first: '', pending: 0 })
  const [behind, setBehind] = useState(false)
  const alone = room.members.length === 1
  const isEmpty = lines.length === 0

  const look = () => {
    const place = box.current
    if (!place) return
    view.current.atEnd = place.scrollHeight - place.scrollTop - place.clientHeight < NEAR
    if (view.current.atEnd) setBehind(false)
    // What comes in at the end is read out to who does not look; older pages that come in above are not.
    place.ariaLive = view.current.atEnd ? 'polite' : 'off'
    if (place.scrollTop < SOON) void acts.talk.older(room)
  }
  const toEnd = () => box.current?.scrollTo({ top: box.current.scrollHeight })

  // Before the browser paints: stay at the end, or keep what is read where it is while older ones come in above.
  useLayoutEffect(() => {
    const place = box.current
    if (!place) return
    const seen = view.current
    const first = lines[0]?.key ?? ''
    const own = pending.length > seen.pending
    if (seen.atEnd || own) toEnd()
    else if (first !== seen.first) place.scrollTop += place.scrollHeight - seen.height
    else if (place.scrollHeight > seen.height) setBehind(true)
    view.current = { ...seen, height: place.scrollHeight, first, pending: pending.length }
    look()
  }, [lines, pending])

  // The field below grows, the keyboard of a phone opens: the end stays in view.
  useLayoutEffect(() => {
    if (!box.current) return
    const observer = new ResizeObserver(() => view.current.atEnd && toEnd())
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])

  return (
    <div class="talk">
      <div
        class="scroll"
        ref={box}
        onScroll={look}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
        role="log"
        aria-label="Messages"
      >
        <div class="lines">
          {lines.map(line => {
            if (line.kind === 'day') return <Divider key={line.key} text={dayName(line.at)} />
            if (line.kind === 'named') return <Divider key={line.key} text={namedText(line.naming)} />
            if (line.kind === 'restart')
              return <Divider key={line.key} text={restartText(line.empty)} strong />
            return <Group key={line.key} group={line} room={room.id} me={me?.person} mayDelete={mayDelete} />
          })}
        </div>
        {isEmpty && !room.more && <Empty room={room} alone={alone} />}
        {alone && <Alone room={room} small={!isEmpty} />}
      </div>
      {behind && (
        <button type="button" class="button newest" onClick={toEnd}>
          New messages <Icon name="down" />
        </button>
      )}
    </div>
  )
}

/** Who is alone sees how to bring people in instead, if there is a link. */
function Empty({ room, alone }: { room: Room; alone: boolean }) {
  if (alone && (room.name === null || typeof room.link === 'string')) return null
  const kept = room.name === null ? 'Nothing here is kept.' : 'What is said here stays.'
  return (
    <p class="empty">
      {kept} {alone ? 'Nobody else is here right now.' : 'Say hello.'}
    </p>
  )
}

const namedText = ({ by, name, first }: Naming) =>
  first ? `${by} named the room ${name}: it stays from now on` : `${by} named the room ${name}`

const restartText = (empty: boolean) =>
  empty
    ? 'The server was restarted. What was said before is gone.'
    : 'The server was restarted. What was said before is only on your screen.'

function Divider({ text, strong = false }: { text: string; strong?: boolean }) {
  return (
    <p class={strong ? 'divider strong' : 'divider'}>
      <span>{text}</span>
    </p>
  )
}
