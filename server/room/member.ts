// What a room asks of whoever is in it, and what it knows of whoever asks. The session passes itself in.
import type { Frame } from '#protocol/frame.ts'
import type { RoomId, SessionId } from '#protocol/id.ts'
import { Refusal } from '#protocol/refusal.ts'
import type { Person } from '../people/person.ts'

export interface Member {
  readonly id: SessionId
  /** Whether it has a connection now. */
  readonly here: boolean
  send(frame: Frame): void
  /** What brings it back has changed. */
  renewToken(): void
  /** It is in this room from now on, also when somebody else let it in. */
  entered(room: RoomId): void
  /** It is no longer in this room, and no longer waiting at its door. */
  out(room: RoomId): void
}

export interface Who {
  readonly person: Person
  /** Absent when nobody is there to be sent to: a command, a request over HTTP. */
  readonly member?: Member
}

/** Whoever wants to be in a room must be there to be sent to. */
export function memberOf(who: Who): Member {
  if (who.member) return who.member
  throw new Refusal('forbidden')
}
