// Who is live in the room, for those who are not, and the way to them.
import type { Room } from '../state/state.ts'
import { useFormats, useTexts, useVisit } from './context.ts'
import { Icon } from './icon.tsx'

export function LiveBar({ room }: { room: Room }) {
  const { live } = useVisit().acts
  const { live: t, refusals } = useTexts()
  const formats = useFormats()
  if (!room.live || live.seat.value) return null
  const names = room.live.peers.map(({ name }) => name)
  return (
    <section class="live-bar" role="status" aria-label={t.title}>
      <span class="dot" aria-hidden="true" />
      <p>
        {room.unseated && <strong>{refusals[room.unseated]} </strong>}
        {t.who(formats.list(names), names.length)}{' '}
        <span class="soft">{t.since(formats.time(room.live.since))}</span>
      </p>
      <button type="button" class="button main" onClick={() => void live.go(room)}>
        <Icon name="camera" /> {t.join}
      </button>
    </section>
  )
}
