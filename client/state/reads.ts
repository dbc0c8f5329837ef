// How far who has read, and at which message that is shown.
import type { Message } from '#protocol/chat.ts'
import type { MessageId, PersonId } from '#protocol/id.ts'
import type { Mark } from '#protocol/reading.ts'
import type { Room } from './state.ts'
import { isDetached } from './window.ts'

export interface Reader {
  readonly person: PersonId
  readonly name: string
  readonly at: number
}
export type Readers = ReadonlyMap<MessageId, readonly Reader[]>

/** A mark never goes back, in whatever order the news of it come. */
export function withMarks(room: Room, marks: readonly Mark[]): Room {
  const known = new Map(room.reads.map(mark => [mark.person, mark]))
  for (const mark of marks) if (mark.seq >= readBy(room, mark.person)) known.set(mark.person, mark)
  return { ...room, reads: [...known.values()] }
}

export const readBy = ({ reads }: Pick<Room, 'reads'>, person: PersonId | undefined) =>
  reads.find(mark => mark.person === person)?.seq ?? 0

/** The others, each at the last message that he has read, as far as that is on this page. */
export function readersOf(room: Room, me: PersonId | undefined): Readers {
  const people = new Map([...room.absent, ...room.members].map(one => [one.person, one]))
  const readers = new Map<MessageId, Reader[]>()
  for (const { person, seq, at } of room.reads) {
    const name = people.get(person)?.name
    const message = name === undefined || person === me ? undefined : lastUpTo(room, seq)
    if (name === undefined || !message) continue
    readers.set(message.id, [...(readers.get(message.id) ?? []), { person, name, at }])
  }
  return readers
}

/** Who has read beyond a piece that does not reach to the newest has read a message that is not here. */
function lastUpTo(room: Room, seq: number): Message | undefined {
  const last = room.messages.findLast(message => message.seq <= seq)
  return isDetached(room) && last === room.messages.at(-1) ? undefined : last
}
