// The links that let people into a room, and what they show before anyone uses them.
import type { Nothing } from '#protocol/message.ts'
import type { CommandOf } from './command.ts'
import { invitePath } from './links.ts'
import type { Who } from './member.ts'
import type { Room } from './room.ts'

export const look = (room: Room) => ({
  name: room.name,
  topic: room.settings.topic,
  count: room.roster.people,
  members: room.roster
    .list()
    .slice(0, 20)
    .map(({ name }) => ({ name })),
  locked: room.settings.locked,
})

export async function publicLink(room: Room) {
  const before = room.links.token
  const token = room.links.make()
  if (before !== token) await relinked(room, before)
  return { path: invitePath(token) }
}

export async function cancel(room: Room): Promise<Nothing> {
  const before = room.links.token
  room.links.cancel()
  if (before) await relinked(room, before)
  return {}
}

export async function hostLink(room: Room, _who: Who, { renew }: CommandOf<'invite.host'>) {
  if (renew) {
    room.links.hostNumber++
    await room.changed()
  }
  return { path: room.links.hostPath(room.now) }
}

export const who = (room: Room) => ({
  room: room.id,
  count: room.roster.people,
  members: room.roster.list(),
})

async function relinked(room: Room, before: string | undefined): Promise<void> {
  room.house.relink(room, before)
  await room.changed()
}
