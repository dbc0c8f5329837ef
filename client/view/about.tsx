// The line that an account says about itself, asked for when somebody looks at it.
import { useEffect, useState } from 'preact/hooks'
import type { Someone } from '#protocol/people.ts'
import { faceOf } from '../state/face.ts'
import type { Room } from '../state/state.ts'
import { Avatar } from './avatar.tsx'
import { useVisit } from './context.ts'

export function About({ room, person: { person, name, avatar } }: { room: Room; person: Someone }) {
  const { acts } = useVisit()
  const [about, setAbout] = useState('')
  useEffect(() => {
    void acts.people.about(room.id, person).then(setAbout)
  }, [room.id, person])
  return (
    <div class="portrait">
      <Avatar name={name} face={faceOf({ person, avatar })} size={72} />
      <p>{about}</p>
    </div>
  )
}
