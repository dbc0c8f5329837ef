// The picture that somebody has given himself, by its address; undefined for who has none, whose name draws one.
import type { PersonId } from '#protocol/id.ts'
import { type Me, type Room, someoneIn } from './state.ts'

interface Face {
  readonly person: PersonId
  readonly avatar?: string | undefined
}

export const faceOf = ({ person, avatar }: Face): string | undefined =>
  avatar === undefined ? undefined : `/avatar/${person}/${avatar}.png`

export const myFace = ({ person, profile }: Me) => faceOf({ person, avatar: profile?.avatar })

/** As he shows himself today, also beside what he said long ago. */
export function faceIn(room: Room, person: PersonId): string | undefined {
  const one = someoneIn(room, person)
  return one && faceOf(one)
}
