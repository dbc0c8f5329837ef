// Nobody else is here: the link, to bring people in.
import { useEffect } from 'preact/hooks'
import { isKept, may, type Room } from '../state/state.ts'
import { useVisit } from './context.ts'
import { CopyField } from './copy.tsx'
import { Qr } from './qr.tsx'

export function Alone({ room, small }: { room: Room; small: boolean }) {
  const { acts } = useVisit()
  // Asking for it makes a new one. Not after it was cancelled: here, or in a room that stays, by whomever and whenever.
  const asks = room.link === undefined && !isKept(room) && may(room, 'invite.public')
  useEffect(() => {
    if (asks) acts.links.show(room)
  }, [asks])
  if (typeof room.link !== 'string') return null
  const url = location.origin + room.link
  const kept = isKept(room) ? 'What is said here stays.' : 'Nothing here is kept.'
  return (
    <section class={small ? 'alone small' : 'alone'} aria-label="Bring people in">
      {!small && <Qr url={url} />}
      <div class="about">
        <h2>{small ? 'You are the only one here' : 'You are in. Bring the others.'}</h2>
        {!small && <p class="soft">{kept} Share the link to bring people in.</p>}
        <CopyField label="Link to this room" url={url} main />
      </div>
    </section>
  )
}
