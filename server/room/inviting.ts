// The links that let people into a room, and what they show before anyone uses them.
import type { Nothing } from '#protocol/message.ts'
import type { CommandOf } from './command.ts'
import { invitePath } from './links.ts'
import type { Who } from './member.ts'
import type { Room } from './room.ts'

export const look = (room: Room) => ({
  topic: room.settings.topic,
  count: room.roster.people,
  members: room.roster
    .list()
    .slice(0, 20)
    .map(({ name }) => ({ name })),
  locked: room.settings.locked,
})

export function publicLink(room: Room) {
  const before = room.links.token
  const token = room.links.make()
  if (before !== token) relinked(room, before)
  return { path: invitePath(token) }
}

export function cancel(room: Room): Nothing {
  const before = room.links.token
  room.links.cancel()
  if (before) relinked(room, before)
  return {}
}

export function hostLink(room: Room, _who: Who, { renew }: CommandOf<'invite.host'>) {
  if (renew) {
    room.links.hostNumber++
    room.changed()
  }
  return { path: room.links.hostPath(room.now) }
}

export const who = (room: Room) => ({
  room: room.id,
  count: room.roster.people,
  members: room.roster.list(),
})

function relinked(room: Room, before: string | undefined): void {
  room.house.relink(room, before)
  room.changed()
}
