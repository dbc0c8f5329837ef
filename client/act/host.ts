// Running a room: its settings, who is let in, who is who, who goes.
import type { PersonId } from '#protocol/id.ts'
import type { Session } from '../session.ts'
import type { Room } from '../state/state.ts'

export class Host {
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  set(room: Room, change: { topic?: string; locked?: boolean; guestsInvite?: boolean }): void {
    this.#session.try(this.#session.ask({ type: 'room.set', room: room.id, ...change }))
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
