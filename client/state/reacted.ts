// Reactions as they are shown: how many, and whose.
import type { PersonId } from '#protocol/id.ts'
import type { Reaction } from '#protocol/reaction.ts'
import type { Texts } from '../language/texts.ts'
import { type Room, someoneIn } from './state.ts'

const MOST_NAMES = 10

/** `You`, `Ben`, `3 others`. */
export function namesOf(by: readonly PersonId[], room: Room, me: PersonId | undefined, t: Texts): string[] {
  const others = by.filter(person => person !== me)
  const known = others.slice(0, MOST_NAMES).flatMap(person => nameOf(person, room) ?? [])
  const names = others.length < by.length ? [t.people.you, ...known] : known
  const rest = by.length - names.length
  if (rest === 0) return names
  return [...names, names.length === 0 ? t.people.counted(rest) : t.talk.reactions.others(rest)]
}

/** Of who has left, by what he said. */
function nameOf(person: PersonId, room: Room): string | undefined {
  const said = [...room.messages, ...room.past.flat()]
  return (someoneIn(room, person) ?? said.find(({ by }) => by === person))?.name
}

export const isMine = ({ by }: Reaction, me: PersonId | undefined) => me !== undefined && by.includes(me)
