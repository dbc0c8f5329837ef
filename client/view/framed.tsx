// What stands around a room in a frame of another site: what it is called, who is there, and the way into a window.
import type { Room } from '../state/state.ts'
import { roomName } from '../state/title.ts'
import { useTexts, useVisit } from './context.ts'
import { Count } from './count.tsx'
import { Icon } from './icon.tsx'

interface Props {
  readonly room: Room
  readonly people: boolean
  readonly onPeople: () => void
}

export const FramedHead = ({ room, people, onPeople }: Props) => (
  <header class="head">
    <div class="topic">
      <h1>
        <span>{roomName(room, useTexts().page.unnamed)}</span>
      </h1>
    </div>
    <div class="tools">
      <Count room={room} open={people} onClick={onPeople} />
      <InWindow path={room.link} />
    </div>
  </header>
)

/** By the link if there is one: storage of frames is apart, so that a window need not know who he is. */
export function InWindow({ path }: { path?: string | null | undefined }) {
  const { session } = useVisit()
  const { openInWindow } = useTexts().page
  return (
    <a class="tool" href={path ?? session.home} target="_blank" rel="noopener" title={openInWindow}>
      <Icon name="window" />
      <span class="wide">{openInWindow}</span>
    </a>
  )
}
