// A single message, wherever it is kept, and what it said before.
import type { Message } from '#protocol/chat.ts'
import type { MessageId } from '#protocol/id.ts'
import type { Result } from '#protocol/message.ts'
import { Refusal } from '#protocol/refusal.ts'
import type { CommandOf } from './command.ts'
import type { Who } from './member.ts'
import { fitting, PAGE } from './paging.ts'
import type { Room } from './room.ts'
import { versionOf } from './talk.ts'

/** One that is in memory: who asks about such a one must not have to wait. */
export function known(room: Room, id: MessageId): Message | undefined {
  const message = room.talk.find(id)
  if (message?.deleted) throw new Refusal('message.gone')
  return message
}

/** One from before what is kept in memory. */
export async function fetched(room: Room, id: MessageId): Promise<Message> {
  const found = room.kept ? await room.memory.store.message(room.id, id) : undefined
  // Somebody else may have brought it meanwhile, and changed it.
  const message = known(room, id) ?? found
  if (!message || message.deleted) throw new Refusal('message.gone')
  return message
}

export async function get(room: Room, _who: Who, { id }: CommandOf<'chat.get'>): Promise<Message> {
  return known(room, id) ?? fetched(room, id)
}

export async function history(
  room: Room,
  _who: Who,
  { id }: CommandOf<'chat.history'>,
): Promise<Result<'chat.history'>> {
  const message = known(room, id) ?? (await fetched(room, id))
  const isHere = !room.kept || room.talk.knowsAll(message.seq)
  const before = isHere ? room.talk.replaced(id) : await room.memory.store.replaced(room.id, id, PAGE)
  const all = [...before, versionOf(message)]
  const versions = fitting(all.toReversed()).toReversed()
  return { versions, more: versions.length < all.length }
}
