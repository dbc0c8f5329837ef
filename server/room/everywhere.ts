// What becomes of an account in every room that knows it, open or not.
import type { RoomId } from '#protocol/id.ts'
import type { Person } from '../people/person.ts'
import { failAsRefusal } from '../store/trouble.ts'
import type { Command } from './command.ts'
import type { Rooms } from './rooms.ts'

/** Another name or picture. Rooms that he is in hear it from his sessions. */
export async function changeEverywhere(rooms: Rooms, person: Person): Promise<void> {
  const absentFrom = rooms.knowing(person.id).filter(room => !room.roster.has(person.id))
  for (const { id } of absentFrom) tell(rooms, id, person, { type: 'member.renamed' })
  await rooms.memory?.store.rename(person.id, person.name).catch(failAsRefusal)
}

/** He is out of those that are open before this returns; the promise is about what is kept. */
export async function removeEverywhere(rooms: Rooms, person: Person): Promise<void> {
  const command = { type: 'member.removed' } as const
  const open = rooms.knowing(person.id).map(({ id }) => id)
  const told = open.map(id => tell(rooms, id, person, command))
  const kept = (await rooms.memory?.store.roomsOf(person.id).catch(failAsRefusal)) ?? []
  const closed = kept.map(({ room }) => room).filter(room => !open.includes(room))
  await Promise.all([...told, ...closed.map(id => tell(rooms, id, person, command))])
}

/** One room that cannot hear of it now must not keep it from the others. */
async function tell(rooms: Rooms, id: RoomId, person: Person, command: Command): Promise<void> {
  await rooms
    .ask(id, { person }, command)
    .catch(error => rooms.log.warn({ err: error, room: id }, 'a room did not hear of an account'))
}
