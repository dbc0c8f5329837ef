// Reads out what others say, to those who do not look.
import { useRef } from 'preact/hooks'
import type { Room } from '../state/state.ts'
import { useVisit } from './context.ts'

export function Newest({ room }: { room: Room }) {
  const me = useVisit().session.state.value.me?.person
  const start = useRef(room.messages.at(-1)?.seq ?? 0)
  const last = room.messages.at(-1)
  const fresh = last && last.seq > start.current && last.by !== me && !last.deleted
  return (
    <p class="hidden" aria-live="polite">
      {fresh && `${last.name}: ${last.text}`}
    </p>
  )
}
