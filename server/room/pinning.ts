// The one message of a room that is kept in sight.
import type { Message } from '#protocol/chat.ts'
import type { Nothing } from '#protocol/message.ts'
import type { CommandOf } from './command.ts'
import { fetched, known } from './finding.ts'
import type { Who } from './member.ts'
import type { Room } from './room.ts'

export async function pin(room: Room, _who: Who, { id, on }: CommandOf<'chat.pin'>): Promise<Nothing> {
  if (on) await place(room, known(room, id) ?? (await fetched(room, id)))
  else if (room.pinned === id) await place(room, null)
  return {}
}

/** In place of the one before. It is held in memory, so that it is shown as it is now, however old it gets. */
export async function place(room: Room, message: Message | null): Promise<void> {
  const before = room.pinned
  if (before === (message?.id ?? null)) return
  if (message) room.talk.hold(message)
  if (before) room.talk.letGo(before)
  room.pinned = message?.id ?? null
  room.tell({ type: 'room.pinned', room: room.id, message: pinnedIn(room) })
  await room.changed()
}

export function pinnedIn({ pinned, talk }: Room): Message | null {
  const message = pinned && talk.find(pinned)
  return message && !message.deleted ? message : null
}
