// Who is typing. The line is always there, so that nothing moves.
import type { Room } from '../state/state.ts'

export function Typing({ room }: { room: Room }) {
  const names = room.typing.flatMap(person => room.members.find(one => one.person === person)?.name ?? [])
  return (
    <p class="typing" aria-live="off">
      {names.length > 0 && (
        <>
          <span class="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {sentence(names)}
        </>
      )}
    </p>
  )
}

function sentence([first, second, ...others]: string[]): string {
  if (!second) return `${first} is typing`
  return others.length > 0 ? 'Several people are typing' : `${first} and ${second} are typing`
}
