// How far everybody in a room has read. That is state: the others are told where each one is now, at most once a second.
import type { PersonId } from '#protocol/id.ts'
import { CROWD } from '#protocol/limits.ts'
import type { Nothing } from '#protocol/message.ts'
import type { Mark } from '#protocol/reading.ts'
import { type ReadMark, type StoredMember, UNREAD } from '../store/store.ts'
import type { CommandOf } from './command.ts'
import type { Who } from './member.ts'
import type { Room } from './room.ts'

const PAUSE = 1000

export class Reads {
  readonly #room: Room
  readonly #marks = new Map<PersonId, Mark>()
  readonly #moved = new Set<PersonId>()
  /** Calls off what ends the pause after the last telling. */
  #stop: (() => void) | undefined

  constructor(room: Room, members: readonly StoredMember[]) {
    this.#room = room
    for (const { person, read } of members) if (read.seq > 0) this.#marks.set(person, { person, ...read })
  }

  of(person: PersonId): ReadMark {
    const { seq, at } = this.#marks.get(person) ?? UNREAD
    return { seq, at }
  }

  /** In a crowd everybody knows his own only. */
  shownTo(reader: PersonId): Mark[] {
    const marks = [...this.#marks.values()]
    return this.#isCrowd ? marks.filter(({ person }) => person === reader) : marks
  }

  /** Never back, and never beyond what is there. */
  mark(person: PersonId, said: number): void {
    const { seq, now } = this.#room
    const read = Math.min(said, seq)
    if (read <= this.of(person).seq) return
    this.#marks.set(person, { person, seq: read, at: now })
    this.#moved.add(person)
    if (!this.#stop) this.#tell()
  }

  forget(person: PersonId): void {
    this.#marks.delete(person)
    this.#moved.delete(person)
  }

  stop(): void {
    this.#stop?.()
  }

  #tell(): void {
    const marks = [...this.#moved].flatMap(person => this.#marks.get(person) ?? [])
    this.#moved.clear()
    this.#stop = undefined
    if (marks.length === 0) return
    if (!this.#isCrowd) this.#room.tell({ type: 'room.reads', room: this.#room.id, marks })
    this.#stop = this.#room.house.clock.after(PAUSE, () => this.#tell())
  }

  get #isCrowd(): boolean {
    const { roster, belongings } = this.#room
    return Math.max(roster.people, belongings.size) > CROWD
  }
}

/** Asked again it is written again: the first time may have failed. */
export async function read(room: Room, { person }: Who, { seq }: CommandOf<'chat.read'>): Promise<Nothing> {
  room.reads.mark(person.id, seq)
  if (room.belongings.has(person.id))
    await room.memory.store.read(room.id, person.id, room.reads.of(person.id))
  return {}
}
