// Who may be mentioned in a message, and by whom.
import type { Mentions } from '#protocol/mention.ts'
import { Refusal } from '#protocol/refusal.ts'
import type { Who } from './member.ts'
import { permit } from './permission.ts'
import type { Room } from './room.ts'

export function assertMentions(room: Room, who: Who, { people = [], groups = [], all }: Mentions): void {
  if (all) permit(room.standingOf(who), who.person.scopes, 'chat.send all')
  const { house } = room
  if (!groups.every(group => house.people.sees(who.person, group)))
    throw new Refusal('group.gone', 'mentions.groups')
  if (!people.every(person => room.knows(person))) throw new Refusal('person.unknown', 'mentions.people')
}
