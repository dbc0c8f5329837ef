// The stage of a call: what is shared, everybody who is in it, and what one can do.
import { useRef, useState } from 'preact/hooks'
import { Looking } from '../../call/looking.ts'
import type { Seat } from '../../call/seat.ts'
import type { Room } from '../../state/state.ts'
import { Controls } from './controls.tsx'
import { useFullScreen } from './full-screen.ts'
import { Nudges } from './nudges.tsx'
import { Sounds } from './sounds.tsx'
import { useCallTexts } from './texts.ts'
import { Tiles } from './tiles.tsx'

export function Stage({ room, seat }: { room: Room; seat: Seat }) {
  const t = useCallTexts()
  const stage = useRef<HTMLElement>(null)
  const full = useFullScreen(stage)
  const [looking] = useState(() => new Looking())
  return (
    <section class="stage" aria-label={t.stage} ref={stage}>
      <Tiles room={room} seat={seat} looking={looking} />
      <Sounds seat={seat} />
      <Nudges seat={seat} />
      <Controls seat={seat} full={full} />
    </section>
  )
}
