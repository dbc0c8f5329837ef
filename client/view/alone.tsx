// Nobody else is here: the link, to bring people in.
import { useEffect } from 'preact/hooks'
import { isKept, may, type Room } from '../state/state.ts'
import { useTexts, useVisit } from './context.ts'
import { CopyField } from './copy.tsx'
import { Qr } from './qr.tsx'

export function Alone({ room, small }: { room: Room; small: boolean }) {
  const { acts } = useVisit()
  const { links: t, talk } = useTexts()
  // Asking for it makes a new one. Not after it was cancelled: here, or in a room that stays, by whomever and whenever.
  const asks = room.link === undefined && !isKept(room) && may(room, 'invite.public')
  useEffect(() => {
    if (asks) acts.links.show(room)
  }, [asks])
  if (typeof room.link !== 'string') return null
  const url = location.origin + room.link
  return (
    <section class={small ? 'alone small' : 'alone'} aria-label={t.title}>
      {!small && <Qr url={url} />}
      <div class="about">
        <h2>{small ? t.alone.only : t.alone.begin}</h2>
        {!small && (
          <p class="soft">
            {isKept(room) ? talk.stays : talk.leavesNothing} {t.alone.share}
          </p>
        )}
        <CopyField label={t.toRoom} url={url} main />
      </div>
    </section>
  )
}
