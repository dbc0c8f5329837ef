// The talk, as far as it is on this page.
import { useMemo, useRef } from 'preact/hooks'
import type { Texts } from '../language/texts.ts'
import { faceIn } from '../state/face.ts'
import { type Line, linesOf } from '../state/lines.ts'
import { readersOf } from '../state/reads.ts'
import { isKept, type Naming, type Room } from '../state/state.ts'
import { Alone } from './alone.tsx'
import { useFormats, useTexts, useVisit } from './context.ts'
import { Group } from './group.tsx'
import { Icon } from './icon.tsx'
import { useScrolling } from './scrolling.ts'

export function Chat({ room }: { room: Room }) {
  const formats = useFormats()
  const texts = useTexts()
  const t = texts.talk
  const { session, acts } = useVisit()
  const { me } = session.state.value
  const { past, messages, newest, more, namings, pending, readTo } = room
  const before = useRef<readonly Line[]>([])
  const lines = useMemo(
    () => linesOf(room, me, before.current),
    [past, messages, newest, more, namings, pending, readTo, me],
  )
  before.current = lines
  const { reads, members, absent } = room
  const readers = useMemo(() => readersOf(room, me?.person), [reads, members, absent, messages, newest, me])
  const shown = { readers, pair: members.length + absent.length === 2 }
  const { box, look, behind, news } = useScrolling(room, lines)
  const toNewest = () => {
    void acts.pages.toNewest(room)
    // The button is about to go.
    box.current?.focus({ preventScroll: true })
  }
  const alone = room.members.length === 1
  const isEmpty = lines.length === 0
  return (
    <div class="talk">
      <div
        class="scroll"
        ref={box}
        onScroll={look}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
        role="log"
        aria-label={t.title}
      >
        <div class="lines">
          {lines.map(line => {
            if (line.kind === 'day') return <Divider key={line.key} text={formats.day(line.at)} />
            if (line.kind === 'named') return <Divider key={line.key} text={namedText(line.naming, texts)} />
            if (line.kind === 'restart')
              return (
                <Divider key={line.key} text={line.empty ? t.restartedEmpty : t.restarted} kind="strong" />
              )
            if (line.kind === 'new') return <Divider key={line.key} text={t.newHere} kind="new" />
            const face = faceIn(room, line.by)
            return <Group key={line.key} group={line} face={face} room={room.id} me={me?.person} {...shown} />
          })}
        </div>
        {isEmpty && !room.more && <Empty room={room} alone={alone} />}
        {alone && !session.framed && <Alone room={room} small={!isEmpty} />}
      </div>
      {behind && (
        <button type="button" class="button newest" onClick={toNewest}>
          {news ? t.newMessages : t.toNewest} <Icon name="down" />
        </button>
      )}
    </div>
  )
}

/** Who is alone sees how to bring people in instead, if there is a link. */
function Empty({ room, alone }: { room: Room; alone: boolean }) {
  const { session } = useVisit()
  const t = useTexts().talk
  if (room.direct) return <p class="empty">{t.onlyYouTwo(room.direct.name)}</p>
  const shown = !session.framed && (!isKept(room) || typeof room.link === 'string')
  if (alone && shown) return null
  return (
    <p class="empty">
      {isKept(room) ? t.stays : t.leavesNothing} {alone ? t.nobodyElse : t.sayHello}
    </p>
  )
}

const namedText = ({ by, name, first }: Naming, { page, talk }: Texts) =>
  (first ? talk.namedFirst : talk.named)(by ?? page.somebody, name)

function Divider({ text, kind }: { text: string; kind?: 'strong' | 'new' }) {
  return (
    <p class={kind ? `divider ${kind}` : 'divider'}>
      <span>{text}</span>
    </p>
  )
}
