// Who stands at the door and waits for an answer.
import { faceOf } from '../state/face.ts'
import type { Room } from '../state/state.ts'
import { Avatar } from './avatar.tsx'
import { useVisit } from './context.ts'

export function Knocks({ room }: { room: Room }) {
  const { acts } = useVisit()
  return (
    <section class="knocks" aria-label="At the door" aria-live="assertive">
      {room.knocks.map(({ person, name, avatar }) => (
        <div class="knocker" key={person}>
          <Avatar name={name} face={faceOf({ person, avatar })} size={32} />
          <p>
            <strong>{name}</strong> would like to come in
          </p>
          <button type="button" class="button main" onClick={() => acts.host.admit(room, person)}>
            Let in
          </button>
          <button type="button" class="button" onClick={() => acts.host.deny(room, person)}>
            Not now
          </button>
        </div>
      ))}
    </section>
  )
}
