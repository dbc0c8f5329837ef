// Who belongs to a named room, there or not: whoever can come back as himself.
import type { PersonId } from '#protocol/id.ts'
import type { Person } from '../people/person.ts'
import type { StoredMember } from '../store/store.ts'
import type { Room } from './room.ts'

/** Accounts do, and those who were given a role here. */
export function mayBelong(room: Room, { id, kind }: Person): boolean {
  return kind === 'account' || (kind === 'guest' && (room.standings.roles.get(id) ?? 'guest') !== 'guest')
}

/** Somebody as he is kept from now on. */
export const asMember = (room: Room, { id, name }: Person): StoredMember => ({
  ...{ person: id, name, since: room.now },
  read: room.reads.of(id),
})

/** Nobody waits for the disk to come in; who is not kept now is kept when he comes again. */
export function belong(room: Room, person: Person): void {
  if (!room.kept || !mayBelong(room, person) || room.belongings.has(person.id)) return
  const member = asMember(room, person)
  room.belongings.set(person.id, member)
  const failed = (error: unknown) => {
    room.belongings.delete(person.id)
    room.log.warn({ err: error }, 'a member was not kept')
  }
  room.house.lanes.run(person.id, () => room.memory.store.join(room.id, member)).catch(failed)
}

/** Done when it is on disk, or has been tried. */
export async function belongNoMore(room: Room, person: PersonId): Promise<void> {
  if (!room.belongings.delete(person)) return
  room.reads.forget(person)
  const failed = (error: unknown) => room.log.warn({ err: error }, 'a member who left is still kept')
  await room.house.lanes.run(person, () => room.memory.store.leave(room.id, person)).catch(failed)
}

/**
 * Who had left a 1:1 room for good has it again when something is said there: on disk before that is, or nobody would
 * show it to him. What he knew before is not news.
 */
export async function bringBack(room: Room): Promise<void> {
  for (const person of room.direct ?? []) {
    if (room.belongings.has(person)) continue
    const read = { seq: room.seq, at: room.now }
    const member = { person, name: room.house.people.find(person)?.name ?? '', since: room.now, read }
    await room.house.lanes.run(person, () => room.memory.store.join(room.id, member))
    room.belongings.set(person, member)
  }
}
