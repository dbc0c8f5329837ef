// Who is typing. The line is always there, so that nothing moves.
import type { Texts } from '../language/texts.ts'
import type { Room } from '../state/state.ts'
import { useTexts } from './context.ts'

export function Typing({ room }: { room: Room }) {
  const t = useTexts().talk.typing
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
          {sentence(names, t)}
        </>
      )}
    </p>
  )
}

function sentence([first = '', second, ...others]: string[], t: Texts['talk']['typing']): string {
  if (!second) return t.one(first)
  return others.length > 0 ? t.several : t.two(first, second)
}
