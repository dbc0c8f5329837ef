// How many people are in the room, which shows who they are.
import type { Room } from '../state/state.ts'
import { useTexts } from './context.ts'
import { Icon } from './icon.tsx'

interface Props {
  readonly room: Room
  /** Whether they are shown. */
  readonly open: boolean
  readonly onClick: () => void
}

export function Count({ room, open, onClick }: Props) {
  const { show } = useTexts().people
  const count = room.members.length
  return (
    <button
      type="button"
      class="tool count"
      aria-expanded={open}
      aria-controls="people"
      aria-label={show(count)}
      onClick={onClick}
    >
      <Icon name="people" />
      <span>{count}</span>
    </button>
  )
}
