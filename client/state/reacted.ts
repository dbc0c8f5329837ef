// Reactions as they are shown: how many, and whose.
import type { PersonId } from '#protocol/id.ts'
import type { Reaction } from '#protocol/reaction.ts'
import { type Room, someoneIn } from './state.ts'

const MOST_NAMES = 10

/** `You, Ben and 3 others`. */
export function namesOf(by: readonly PersonId[], room: Room, me: PersonId | undefined): string {
  const others = by.filter(person => person !== me)
  const known = others.slice(0, MOST_NAMES).flatMap(person => nameOf(person, room) ?? [])
  const names = others.length < by.length ? ['You', ...known] : known
  const rest = by.length - names.length
  if (rest > 0) names.push(names.length === 0 ? peopleOf(rest) : rest === 1 ? '1 other' : `${rest} others`)
  const last = names.pop() ?? ''
  return names.length > 0 ? `${names.join(', ')} and ${last}` : last
}

/** Of who has left, by what he said. */
function nameOf(person: PersonId, room: Room): string | undefined {
  const said = [...room.messages, ...room.past.flat()]
  return (someoneIn(room, person) ?? said.find(({ by }) => by === person))?.name
}

const peopleOf = (count: number) => (count === 1 ? '1 person' : `${count} people`)

export const isMine = ({ by }: Reaction, me: PersonId | undefined) => me !== undefined && by.includes(me)
