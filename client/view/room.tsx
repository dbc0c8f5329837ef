// A room: its header, who is there, who waits at the door, and the talk.
import { useState } from 'preact/hooks'
import { may, mayInvite, type Room } from '../state/state.ts'
import { useBlocked, YouBlocked } from './blocked.tsx'
import { Chat } from './chat.tsx'
import { Composer } from './composer.tsx'
import { useVisit } from './context.ts'
import { Doings } from './doings.tsx'
import { FramedHead } from './framed.tsx'
import { Header, type Side } from './header.tsx'
import { Knocks } from './knocks.tsx'
import { People } from './people.tsx'
import { Pinned } from './pinned.tsx'
import { Search } from './search.tsx'
import { Share } from './share.tsx'
import { Typing } from './typing.tsx'

export function RoomPage({ room }: { room: Room }) {
  const { session } = useVisit()
  const [side, setSide] = useState<Side>()
  const [sought, setSought] = useState('')
  const [share, setShare] = useState(false)
  const close = () => setSide(undefined)
  const choose = (chosen: Side) => setSide(chosen === side ? undefined : chosen)
  const blocked = useBlocked(room)
  const canShare = may(room, 'invite.public') || mayInvite(room) || typeof room.link === 'string'
  const showShare = canShare ? () => setShare(true) : undefined
  return (
    <div class={side ? `room with-${side}` : 'room'}>
      {session.framed ? (
        <FramedHead room={room} people={side === 'people'} onPeople={() => choose('people')} />
      ) : (
        <Header room={room} side={side} onSide={choose} onShare={showShare} />
      )}
      <main aria-label="Talk">
        <div>
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
        !room.direct && <People room={room} onClose={close} />
      )}
      <Doings room={room} />
      {share && <Share room={room} onClose={() => setShare(false)} />}
    </div>
  )
}
