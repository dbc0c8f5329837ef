// The stage of a call: what is shared, everybody who is in it, and what one can do.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Gestures } from '../../call/gestures.ts'
import { Looking } from '../../call/looking.ts'
import type { Seat } from '../../call/seat.ts'
import type { Room } from '../../state/state.ts'
import { useVisit } from '../context.ts'
import { Notice } from '../notice.tsx'
import { useCallKeys } from './call-keys.ts'
import { Controls } from './controls.tsx'
import { useFullScreen } from './full-screen.ts'
import { Nudges } from './nudges.tsx'
import { SaidReactions } from './reactions.tsx'
import { Sounds } from './sounds.tsx'
import { useCallTexts } from './texts.tsx'
import { Tiles } from './tiles.tsx'

export function Stage({ room, seat }: { room: Room; seat: Seat }) {
  const { session, device } = useVisit()
  const t = useCallTexts()
  const stage = useRef<HTMLElement>(null)
  const full = useFullScreen(stage)
  const [looking] = useState(() => new Looking())
  const [gestures] = useState(() => new Gestures(session, room.id))
  useEffect(() => () => gestures.close(), [])
  const { quality } = device.now
  useLayoutEffect(() => {
    seat.quality.value = quality
  }, [seat, quality])
  const peers = room.live?.peers ?? []
  useCallKeys({ room, seat, gestures, full })
  return (
    <section class="stage" aria-label={t.stage} ref={stage}>
      <Tiles room={room} seat={seat} looking={looking} gestures={gestures} />
      <Sounds peers={peers} seat={seat} looking={looking} />
      <Nudges seat={seat} />
      <SaidReactions gestures={gestures} room={room} />
      <Controls room={room} seat={seat} gestures={gestures} full={full} />
      {full.on && <Notice />}
    </section>
  )
}
