// A room: its header, who is there, who waits at the door, and the talk.
import { useState } from 'preact/hooks'
import { may, mayInvite, type Room } from '../state/state.ts'
import { useBlocked, YouBlocked } from './blocked.tsx'
import { Chat } from './chat.tsx'
import { Composer } from './composer.tsx'
import { useTexts, useVisit } from './context.ts'
import { Doings } from './doings.tsx'
import { focusComposer, focusOn } from './focus.ts'
import { FramedHead } from './framed.tsx'
import { Header, type Side } from './header.tsx'
import { Knocks } from './knocks.tsx'
import { lazy } from './lazy.tsx'
import { LiveBar } from './live-bar.tsx'
import { People } from './people.tsx'
import { Pinned } from './pinned.tsx'
import { Search } from './search.tsx'
import { useShortcuts } from './shortcuts.ts'
import { Typing } from './typing.tsx'

const Share = lazy(async () => (await import('./share.tsx')).Share)
const LivePanel = lazy(async () => (await import('./live/panel.tsx')).LivePanel)

export function RoomPage({ room }: { room: Room }) {
  const { session, acts } = useVisit()
  const { talk } = useTexts().room
  const [side, setSide] = useState<Side>()
  const [sought, setSought] = useState('')
  const [share, setShare] = useState(false)
  const close = () => setSide(undefined)
  const choose = (chosen: Side) => setSide(chosen === side ? undefined : chosen)
  const isLive = acts.live.seat.value !== undefined
  const showsCall = isLive || acts.live.choosing.value
  const blocked = useBlocked(room)
  const canShare = may(room, 'invite.public') || mayInvite(room) || typeof room.link === 'string'
  const showShare = canShare ? () => setShare(true) : undefined
  const show = (wanted: Side, focus: string) => () => (side === wanted ? focusOn(focus) : setSide(wanted))
  const shortcuts = {
    write: focusComposer,
    search: may(room, 'chat.search') ? show('search', '#search input') : undefined,
    newest: () => void acts.pages.toNewest(room),
    people: room.direct ? undefined : show('people', '#people'),
    share: showShare,
    next: () => void acts.rooms.goOn(room, 1),
    previous: () => void acts.rooms.goOn(room, -1),
  }
  // In a frame they could be neither listed nor switched off.
  useShortcuts(session.framed ? {} : shortcuts)
  return (
    <div class={`room${side ? ` with-${side}` : ''}${isLive ? ' live' : ''}`}>
      {session.framed ? (
        <FramedHead room={room} people={side === 'people'} onPeople={() => choose('people')} />
      ) : (
        <Header room={room} side={side} onSide={choose} onShare={showShare} />
      )}
      {showsCall && <LivePanel room={room} />}
      <main aria-label={talk}>
        <div>
          <LiveBar room={room} />
          <Pinned room={room} />
          {may(room, 'knock.admit') && <Knocks room={room} />}
        </div>
        <Chat room={room} />
        <Typing room={room} />
        {blocked ? <YouBlocked person={blocked} /> : <Composer key={room.id} room={room} />}
      </main>
      {side && <div class="veil" aria-hidden="true" onClick={close} />}
      {side === 'search' ? (
        <Search room={room} text={sought} onText={setSought} onClose={close} />
      ) : (
        !room.direct && <People room={room} open={side === 'people'} onClose={close} />
      )}
      <Doings room={room} />
      {share && <Share room={room} onClose={() => setShare(false)} />}
    </div>
  )
}
