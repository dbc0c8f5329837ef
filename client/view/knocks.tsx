// Who stands at the door and waits for an answer.
import { faceOf } from '../state/face.ts'
import type { Room } from '../state/state.ts'
import { Avatar } from './avatar.tsx'
import { useTexts, useVisit } from './context.ts'

export function Knocks({ room }: { room: Room }) {
  const { acts } = useVisit()
  const t = useTexts().room.knocks
  return (
    <section class="knocks" aria-label={t.title} aria-live="assertive">
      {room.knocks.map(({ person, name, avatar }) => (
        <div class="knocker" key={person}>
          <Avatar name={name} face={faceOf({ person, avatar })} size={32} />
          <p>{t.wantsIn(<strong>{name}</strong>)}</p>
          <button type="button" class="button main" onClick={() => acts.host.admit(room, person)}>
            {t.letIn}
          </button>
          <button type="button" class="button" onClick={() => acts.host.deny(room, person)}>
            {t.notNow}
          </button>
        </div>
      ))}
    </section>
  )
}
