// All of a call that is to be seen: choosing how to come in, and the stage.
import '../../style/live/live.css'
import '../../style/live/tiles.css'
import type { Room } from '../../state/state.ts'
import { useVisit } from '../context.ts'
import { Prejoin } from './prejoin.tsx'
import { Stage } from './stage.tsx'
import { SayStopped } from './stopped.tsx'
import { InCallWords } from './texts.tsx'

export function LivePanel({ room }: { room: Room }) {
  const { live } = useVisit().acts
  const seat = live.seat.value
  return (
    <InCallWords>
      {seat && <SayStopped />}
      {seat && <Stage key={room.id} room={room} seat={seat} />}
      {live.choosing.value && <Prejoin room={room} />}
    </InCallWords>
  )
}
