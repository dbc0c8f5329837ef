// A name makes a room stay: its log, its people and its links, over restarts of the server and of the room.
import { nanoid } from 'nanoid'
import type { Nothing } from '#protocol/message.ts'
import { Refusal } from '#protocol/refusal.ts'
import { asMember, mayBelong } from './belonging.ts'
import type { CommandOf } from './command.ts'
import type { Who } from './member.ts'
import type { Room } from './room.ts'

export async function name(room: Room, who: Who, { name }: CommandOf<'room.name'>): Promise<Nothing> {
  if (room.naming) throw new Refusal('too.fast')
  if (room.name === null) await nameFirst(room, name)
  else room.name = name
  await room.write({ type: 'room.named', id: nanoid(), name, by: who.person.id })
  await room.changed()
  return {}
}

/** One transaction with all there is; what is said meanwhile waits for it, and is then kept like everything after it. */
async function nameFirst(room: Room, name: string): Promise<void> {
  const members = [...room.roster.everyone()]
    .filter(({ person }) => mayBelong(room, person))
    .map(({ person }) => asMember(room, person))
  const { unkept } = room.house
  room.naming = room.memory.store.name(room.keeping.stored(name), {
    recent: room.talk.recent(),
    members,
    invites: unkept.all(room.id),
  })
  try {
    await room.naming
    room.name = name
    room.kept = true
    unkept.release(room.id)
  } catch (error) {
    // It may be on disk all the same, and must not be found there when this room has vanished.
    room.perhapsKept = true
    throw error
  } finally {
    room.naming = undefined
  }
  for (const member of members) room.belongings.set(member.person, member)
  // Seals from before speak of an unnamed room: none of them may open it beside this one.
  room.house.ended.mark(`seal ${room.id}`, room.now)
  room.log.info('named')
}
