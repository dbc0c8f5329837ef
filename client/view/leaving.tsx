// Ways out of a named room: home for now, for good, or burning it.
import { useState } from 'preact/hooks'
import { afterOwner } from '../state/belonging.ts'
import { may, type Room } from '../state/state.ts'
import { roomName } from '../state/title.ts'
import { BURN, Burning } from './burning.tsx'
import { Choices } from './choices.tsx'
import { useTexts, useVisit } from './context.ts'
import { Dialog } from './dialog.tsx'

const forGood = {
  stays: 'You belong to it no more, and come back only by a link.',
  inherited: 'You belong to it no more. Somebody else becomes its owner.',
  burned: 'Nobody else belongs to it: the room and everything that was said in it are gone.',
}

export function Leaving({ room, onClose }: { room: Room; onClose: () => void }) {
  const { session, acts } = useVisit()
  const t = useTexts()
  const [burning, setBurning] = useState(false)
  const after = afterOwner(room, session.state.value.me?.person)
  const choices = [
    {
      label: 'Go home',
      about: 'It stays in your rooms, and what is said meanwhile waits for you.',
      run: () => acts.rooms.leave(room),
    },
    {
      label: 'Leave for good',
      about: room.direct ? PAIR : forGood[after],
      danger: !room.direct && after === 'burned',
      run: () => acts.rooms.leave(room, true),
    },
    ...(may(room, 'room.close')
      ? [{ label: 'Burn this room', about: BURN, danger: true, run: () => setBurning(true) }]
      : []),
  ]
  if (burning) return <Burning room={room} onClose={onClose} />
  return (
    <Dialog title={`Leave ${roomName(room, t.page.unnamed)}?`} onClose={onClose}>
      <Choices choices={choices} />
    </Dialog>
  )
}

const PAIR = 'It is no longer among your rooms, until one of you writes again.'
