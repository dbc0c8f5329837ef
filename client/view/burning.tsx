// Asks once more before a room is over for everybody.
import type { Room } from '../state/state.ts'
import { roomName } from '../state/title.ts'
import { Confirm } from './confirm.tsx'
import { useTexts, useVisit } from './context.ts'

export function Burning({ room, onClose }: { room: Room; onClose: () => void }) {
  const { acts } = useVisit()
  const {
    page,
    room: { burning: t },
  } = useTexts()
  return (
    <Confirm
      title={t.title(roomName(room, page.unnamed))}
      text={t.warning}
      yes={t.yes}
      no={page.keep}
      onYes={() => void acts.rooms.burn(room)}
      onClose={onClose}
    />
  )
}
