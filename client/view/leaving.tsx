// Ways out of a named room: home for now, for good, or burning it.
import { useState } from 'preact/hooks'
import { afterOwner } from '../state/belonging.ts'
import { may, type Room } from '../state/state.ts'
import { roomName } from '../state/title.ts'
import { Burning } from './burning.tsx'
import { Choices } from './choices.tsx'
import { useTexts, useVisit } from './context.ts'
import { Dialog } from './dialog.tsx'

export function Leaving({ room, onClose }: { room: Room; onClose: () => void }) {
  const { session, acts } = useVisit()
  const {
    page,
    room: { leaving: t, burning: end },
  } = useTexts()
  const [burning, setBurning] = useState(false)
  const after = afterOwner(room, session.state.value.me?.person)
  const choices = [
    {
      label: t.goHome,
      about: t.aboutHome,
      run: () => acts.rooms.leave(room),
    },
    {
      label: t.forGood,
      about: t.after[room.direct ? 'pair' : after],
      danger: !room.direct && after === 'burned',
      run: () => acts.rooms.leave(room, true),
    },
    ...(may(room, 'room.close')
      ? [{ label: end.burn, about: end.about, danger: true, run: () => setBurning(true) }]
      : []),
  ]
  if (burning) return <Burning room={room} onClose={onClose} />
  return (
    <Dialog title={t.title(roomName(room, page.unnamed))} onClose={onClose}>
      <Choices choices={choices} />
    </Dialog>
  )
}
