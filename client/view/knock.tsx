// At a closed door: asking to be let in, and waiting.
import { myFace } from '../state/face.ts'
import type { Door } from '../state/state.ts'
import { Avatar } from './avatar.tsx'
import { useVisit } from './context.ts'
import { Outside } from './outside.tsx'
import { Title } from './title.tsx'
import { Trouble } from './trouble.tsx'

export function Knock({ door }: { door: Extract<Door, { at: 'knock' }> }) {
  const { session, acts } = useVisit()
  const { me } = session.state.value
  const name = me?.kind === 'account' ? me.name : session.name.value
  return (
    <Outside>
      <Title>This room lets people in one by one</Title>
      <p class="soft">Somebody inside will see your name and open the door.</p>
      <p class="person">
        <Avatar name={name} face={me && myFace(me)} size={32} />
        <span>
          You ask as <strong>{name}</strong>
        </span>
      </p>
      <button type="button" class="button main large" onClick={() => acts.rooms.knock(door.way)}>
        Ask to be let in
      </button>
      {!session.framed && (
        <button type="button" class="button quiet" onClick={() => session.go('/')}>
          Not now
        </button>
      )}
      <Trouble text={door.trouble} />
    </Outside>
  )
}

export function Waiting({ door }: { door: Extract<Door, { at: 'waiting' }> }) {
  const { acts } = useVisit()
  return (
    <Outside>
      <span class="pulse" aria-hidden="true" />
      <Title>You asked to come in</Title>
      <p class="soft">{whoOpens(door.hosts)} You come in by yourself as soon as the door opens.</p>
      <button type="button" class="button" onClick={() => acts.rooms.withdraw()}>
        Stop waiting
      </button>
    </Outside>
  )
}

function whoOpens(hosts: number): string {
  if (hosts === 0) return 'Nobody who could let you in is there right now.'
  return hosts === 1 ? 'One person can let you in.' : `${hosts} people can let you in.`
}
