// Running a room: its settings, who is let in, who is who, who goes.
import type { PersonId } from '#protocol/id.ts'
import type { Request } from '#protocol/message.ts'
import type { Session } from '../session.ts'
import type { Room } from '../state/state.ts'

export type Change = Omit<Extract<Request, { type: 'room.set' }>, 'type' | 'ref' | 'room'>

export class Host {
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  set(room: Room, change: Change): void {
    this.#session.try(this.change(room, change))
  }

  /** For who waits for it, and says himself why it was not done. */
  change(room: Room, change: Change): Promise<unknown> {
    return this.#session.ask({ type: 'room.set', room: room.id, ...change })
  }

  /** Not worth a word when it fails: what was known before is still there. */
  listBans(room: Room): void {
    this.#session.ask({ type: 'room.bans', room: room.id }).catch(() => {})
  }

  unban(room: Room, person: PersonId): void {
    this.#session.try(this.#session.ask({ type: 'room.unban', room: room.id, person }))
  }

  admit(room: Room, person: PersonId): void {
    this.#session.try(this.#session.ask({ type: 'knock.admit', room: room.id, person }))
  }

  deny(room: Room, person: PersonId): void {
    this.#session.try(this.#session.ask({ type: 'knock.deny', room: room.id, person }))
  }

  kick(room: Room, person: PersonId): void {
    this.#session.try(this.#session.ask({ type: 'room.kick', room: room.id, person }))
  }

  ban(room: Room, person: PersonId): void {
    this.#session.try(this.#session.ask({ type: 'room.ban', room: room.id, person }))
  }

  setRole(room: Room, person: PersonId, role: 'owner' | 'admin' | 'guest'): void {
    this.#session.try(this.#session.ask({ type: 'room.role', room: room.id, person, role }))
  }
}
