// Which message is being answered in the composer: at most one.
import { signal } from '@preact/signals'
import type { Message } from '#protocol/chat.ts'
import type { RoomId } from '#protocol/id.ts'
import { isPast, quotedOf } from '../state/quoting.ts'
import type { Room } from '../state/state.ts'

export const answering = signal<{ readonly room: RoomId; readonly message: Message } | undefined>(undefined)

/** As it is now; nothing when it is no longer there to be answered. */
export function answeredIn(room: Room): Message | undefined {
  if (answering.value?.room !== room.id) return undefined
  const { message } = answering.value
  if (isPast(room, message.id)) return undefined
  const now = quotedOf(room, message.id)
  if (now === undefined) return message
  return now?.deleted ? undefined : (now ?? undefined)
}
