// At a closed door: asking to be let in, and waiting.
import { myFace } from '../state/face.ts'
import type { Door } from '../state/state.ts'
import { Avatar } from './avatar.tsx'
import { useTexts, useVisit } from './context.ts'
import { Outside } from './outside.tsx'
import { Title } from './title.tsx'
import { DoorTrouble } from './trouble.tsx'

export function Knock({ door }: { door: Extract<Door, { at: 'knock' }> }) {
  const { session, acts } = useVisit()
  const t = useTexts().door
  const { me } = session.state.value
  const name = me?.kind === 'account' ? me.name : session.name.value
  return (
    <Outside>
      <Title>{t.oneByOne}</Title>
      <p class="soft">{t.aboutOneByOne}</p>
      <p class="person">
        <Avatar name={name} face={me && myFace(me)} size={32} />
        <span>{t.askingAs(<strong>{name}</strong>)}</span>
      </p>
      <button type="button" class="button main large" onClick={() => acts.rooms.knock(door.way)}>
        {t.ask}
      </button>
      {!session.framed && (
        <button type="button" class="button quiet" onClick={() => session.go('/')}>
          {t.notNow}
        </button>
      )}
      <DoorTrouble code={door.trouble} />
    </Outside>
  )
}

export function Waiting({ door }: { door: Extract<Door, { at: 'waiting' }> }) {
  const { acts } = useVisit()
  const t = useTexts().door
  return (
    <Outside>
      <span class="pulse" aria-hidden="true" />
      <Title>{t.waiting}</Title>
      <p class="soft">
        {t.whoOpens(door.hosts)} {t.byYourself}
      </p>
      <button type="button" class="button" onClick={() => acts.rooms.withdraw()}>
        {t.stopWaiting}
      </button>
    </Outside>
  )
}
