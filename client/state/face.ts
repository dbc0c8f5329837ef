// The picture that somebody has given himself, by its address; undefined for who has none, whose name draws one.
import type { PersonId } from '#protocol/id.ts'
import type { Room } from './state.ts'

interface Face {
  readonly person: PersonId
  readonly avatar?: string | undefined
}

export const faceOf = ({ person, avatar }: Face): string | undefined =>
  avatar === undefined ? undefined : `/avatar/${person}/${avatar}.png`

/** As he shows himself today, also beside what he said long ago. */
export function faceIn({ members, absent }: Room, person: PersonId): string | undefined {
  const one = members.find(member => member.person === person) ?? absent.find(gone => gone.person === person)
  return one && faceOf(one)
}
