// Nobody else is here: the link, to bring people in.
import { useEffect } from 'preact/hooks'
import { may, type Room } from '../state/state.ts'
import { useVisit } from './context.ts'
import { CopyField } from './copy.tsx'
import { Qr } from './qr.tsx'

export function Alone({ room, small }: { room: Room; small: boolean }) {
  const { acts } = useVisit()
  // Not after it was cancelled here: asking for it makes a new one.
  const asks = room.link === undefined && may(room, 'invite.public')
  useEffect(() => {
    if (asks) acts.link(room)
  }, [asks])
  if (typeof room.link !== 'string') return null
  const url = location.origin + room.link
  return (
    <section class={small ? 'alone small' : 'alone'} aria-label="Bring people in">
      {!small && <Qr url={url} />}
      <div class="about">
        <h2>{small ? 'You are the only one here' : 'You are in. Bring the others.'}</h2>
        {!small && <p class="soft">Nothing here is kept. Share the link to bring people in.</p>}
        <CopyField label="Link to this room" url={url} main />
      </div>
    </section>
  )
}
