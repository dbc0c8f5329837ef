// All of a call that is to be seen: choosing how to come in, and the stage.
import '../../style/live/live.css'
import '../../style/live/tiles.css'
import type { Room } from '../../state/state.ts'
import { useVisit } from '../context.ts'
import { Prejoin } from './prejoin.tsx'
import { Stage } from './stage.tsx'
import { CallWords, useFetchedTexts } from './texts.ts'

export function LivePanel({ room }: { room: Room }) {
  const { live } = useVisit().acts
  const texts = useFetchedTexts()
  if (!texts) return null
  const seat = live.seat.value
  return (
    <CallWords.Provider value={texts}>
      {seat && <Stage room={room} seat={seat} />}
      {live.choosing.value && <Prejoin room={room} />}
    </CallWords.Provider>
  )
}
