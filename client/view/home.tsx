// Home: start a room, go to one, and who one is.
import { useState } from 'preact/hooks'
import { pathFrom } from '../state/address.ts'
import type { Room, State } from '../state/state.ts'
import { roomName } from '../state/title.ts'
import { Avatar } from './avatar.tsx'
import { useTexts, useVisit } from './context.ts'
import { Invitations } from './invited.tsx'
import { Mine } from './mine.tsx'
import { Outside } from './outside.tsx'
import { Circle, FindPeople } from './social.tsx'
import { TextField } from './text-field.tsx'
import { You } from './you.tsx'

export function Home({ state }: { state: State }) {
  const { acts } = useVisit()
  const t = useTexts().home
  const { me, room, invitations, mine = [] } = state
  const isAccount = me?.kind === 'account'
  return (
    <Outside kind="home">
      <Faces />
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {room && <StillIn room={room} />}
      {invitations.length > 0 && <Invitations invitations={invitations} />}
      {mine.length > 0 && <Mine rooms={mine} />}
      {me?.mayCreate === false ? (
        <p class="card soft">{t.accountsOnly}</p>
      ) : (
        <button type="button" class="button main large" onClick={() => void acts.rooms.start()}>
          {t.start}
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
  const { home, page } = useTexts()
  return (
    <div class="card still">
      <p>{home.stillIn(<strong>{roomName(room, page.unnamed)}</strong>)}</p>
      <div class="row">
        <button type="button" class="button" onClick={() => session.go(`/r/${room.id}`)}>
          {home.goBack}
        </button>
        <button type="button" class="button quiet" onClick={() => acts.rooms.leave(room)}>
          {home.leaveIt}
        </button>
      </div>
    </div>
  )
}

function GoTo() {
  const { session } = useVisit()
  const t = useTexts().home
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
        label={t.link}
        value={text}
        spellcheck={false}
        onInput={setText}
        trouble={wrong ? t.nowhere : ''}
        beside={
          <button type="submit" class="button">
            {t.go}
          </button>
        }
      />
    </form>
  )
}
