// Asks once more before a room is over for everybody.
import type { Room } from '../state/state.ts'
import { roomName } from '../state/title.ts'
import { Confirm } from './confirm.tsx'
import { useTexts, useVisit } from './context.ts'

export const BURN = 'It is over for everybody: nothing of it is kept.'

export function Burning({ room, onClose }: { room: Room; onClose: () => void }) {
  const { acts } = useVisit()
  const t = useTexts()
  return (
    <Confirm
      title={`Burn ${roomName(room, t.page.unnamed)}?`}
      text="Everybody is out at once. Nothing that was said in it is kept, and nothing brings it back."
      yes="Burn it"
      no="Keep it"
      onYes={() => void acts.rooms.burn(room)}
      onClose={onClose}
    />
  )
}
