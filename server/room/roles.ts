// Giving somebody another role.
import { nanoid } from 'nanoid'
import type { PersonId } from '#protocol/id.ts'
import type { Role } from '#protocol/room.ts'
import { belong, belongNoMore, mayBelong } from './belonging.ts'
import { rightsOf } from './permission.ts'
import type { Room } from './room.ts'

/** A role is a fact of the room's log; what it allows goes to the person alone. */
export async function giveRole(room: Room, person: PersonId, role: Role, by: PersonId): Promise<void> {
  room.standings.roles.set(person, role)
  room.roster.setRole(person, role)
  const written = room.write({ type: 'room.role-set', id: nanoid(), person, role, by })
  for (const one of room.roster.everyone()) {
    if (one.person.id !== person) continue
    if (mayBelong(room, one.person)) belong(room, one.person)
    else void belongNoMore(room, person)
    const knocks = room.knockersFor(one, role)
    room.tellPerson(person, {
      type: 'room.may',
      room: room.id,
      role,
      may: rightsOf(role, one.person.scopes),
      knocks,
    })
  }
  await written
}
