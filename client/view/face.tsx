// The face of somebody in the room that the visitor is in, as it is today.
import type { PersonId } from '#protocol/id.ts'
import { faceIn } from '../state/face.ts'
import { Avatar } from './avatar.tsx'
import { useVisit } from './context.ts'

export function Face({ person, name, size }: { person: PersonId; name: string; size: number }) {
  const { room } = useVisit().session.state.peek()
  return <Avatar name={name} face={room && faceIn(room, person)} size={size} />
}
