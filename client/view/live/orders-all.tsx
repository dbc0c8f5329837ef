// What who runs the room may do with all in the call at once.
import { Presiding } from '../../act/presiding.ts'
import { turnsOf } from '../../call/turns.ts'
import { may, type Room } from '../../state/state.ts'
import { type Choice, Choices } from '../choices.tsx'
import { useVisit } from '../context.ts'
import { useCallTexts } from './texts.tsx'

export function OrdersForAll({ room, onDone }: { room: Room; onDone: () => void }) {
  const { session } = useVisit()
  const t = useCallTexts().orders
  if (!room.live) return null
  const presiding = new Presiding(session, room)
  const choices: (Choice | false)[] = [
    may(room, 'live.mute-all') && { ...t.muteAll, run: () => presiding.muteAll() },
    may(room, 'live.lower') &&
      turnsOf(room.live.peers).size > 0 && { ...t.lowerAll, run: () => presiding.lowerAll() },
  ]
  const closing = choices.flatMap(choice => {
    if (!choice) return []
    const run = () => {
      choice.run()
      onDone()
    }
    return [{ ...choice, run }]
  })
  return closing.length > 0 ? <Choices choices={closing} /> : null
}
