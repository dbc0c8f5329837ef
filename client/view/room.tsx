// A room: its header, who is there, who waits at the door, and the talk.
import { useState } from 'preact/hooks'
import { may, mayInvite, type Room } from '../state/state.ts'
import { useBlocked, YouBlocked } from './blocked.tsx'
import { Chat } from './chat.tsx'
import { Composer } from './composer.tsx'
import { Doings } from './doings.tsx'
import { Header } from './header.tsx'
import { Knocks } from './knocks.tsx'
import { People } from './people.tsx'
import { Pinned } from './pinned.tsx'
import { Share } from './share.tsx'
import { Typing } from './typing.tsx'

export function RoomPage({ room }: { room: Room }) {
  const [people, setPeople] = useState(false)
  const [share, setShare] = useState(false)
  const blocked = useBlocked(room)
  const canShare = may(room, 'invite.public') || mayInvite(room) || typeof room.link === 'string'
  const showShare = canShare ? () => setShare(true) : undefined
  return (
    <div class={people ? 'room with-people' : 'room'}>
      <Header room={room} people={people} onPeople={() => setPeople(!people)} onShare={showShare} />
      <main aria-label="Talk">
        <div>
          <Pinned room={room} />
          {may(room, 'knock.admit') && <Knocks room={room} />}
        </div>
        <Chat room={room} />
        <Typing room={room} />
        {blocked ? <YouBlocked person={blocked} /> : <Composer room={room} />}
      </main>
      {people && !room.direct && <div class="veil" aria-hidden="true" onClick={() => setPeople(false)} />}
      {!room.direct && <People room={room} onClose={() => setPeople(false)} />}
      <Doings room={room} />
      {share && <Share room={room} onClose={() => setShare(false)} />}
    </div>
  )
}
