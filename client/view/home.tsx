// Home: start a room, go to one, and who one is.
import { useState } from 'preact/hooks'
import { pathFrom } from '../state/address.ts'
import type { Room, State } from '../state/state.ts'
import { roomName } from '../state/title.ts'
import { Avatar } from './avatar.tsx'
import { useVisit } from './context.ts'
import { Invitations } from './invited.tsx'
import { Mine } from './mine.tsx'
import { Outside } from './outside.tsx'
import { Circle, FindPeople } from './social.tsx'
import { TextField } from './text-field.tsx'
import { You } from './you.tsx'

export function Home({ state }: { state: State }) {
  const { acts } = useVisit()
  const { me, room, invitations, mine = [] } = state
  const isAccount = me?.kind === 'account'
  return (
    <Outside kind="home">
      <Faces />
      <h1>A room of your own, right away</h1>
      <p class="lead">
        Start one and send the link. It needs no name and no account, and leaves nothing behind.
      </p>
      {room && <StillIn room={room} />}
      {invitations.length > 0 && <Invitations invitations={invitations} />}
      {mine.length > 0 && <Mine rooms={mine} />}
      {me?.mayCreate === false ? (
        <p class="card soft">
          Only people with an account may start rooms here. You can go to one by its link.
        </p>
      ) : (
        <button type="button" class="button main large" onClick={() => void acts.rooms.start()}>
          Start a room
        </button>
      )}
      {isAccount && <FindPeople />}
      <GoTo />
      <hr />
      {isAccount && <Circle state={state} />}
      <You me={me} />
    </Outside>
  )
}

/** The house's charm: everybody has a face made of his name. */
function Faces() {
  const { session } = useVisit()
  const names = ['Mira', 'Otto', session.name.value, 'Noor', 'Jun']
  return (
    <div class="greeting" aria-hidden="true">
      {names.map((name, index) => (
        <Avatar key={index} name={name} size={40} />
      ))}
    </div>
  )
}

function StillIn({ room }: { room: Room }) {
  const { session, acts } = useVisit()
  return (
    <div class="card still">
      <p>
        You are still in <strong>{roomName(room)}</strong>.
      </p>
      <div class="row">
        <button type="button" class="button" onClick={() => session.go(`/r/${room.id}`)}>
          Return
        </button>
        <button type="button" class="button quiet" onClick={() => acts.rooms.leave(room)}>
          Leave it
        </button>
      </div>
    </div>
  )
}

const NOWHERE = 'That leads to no room on this server. Paste the whole link that you were given.'

function GoTo() {
  const { session } = useVisit()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const submit = (event: Event) => {
    event.preventDefault()
    const path = pathFrom(text, location.origin)
    setWrong(!path)
    if (path) session.go(path)
  }
  return (
    <form onSubmit={submit}>
      <TextField
        label="Paste a link or a room"
        value={text}
        spellcheck={false}
        onInput={setText}
        trouble={wrong ? NOWHERE : ''}
        beside={
          <button type="submit" class="button">
            Go
          </button>
        }
      />
    </form>
  )
}
