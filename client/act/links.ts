// The links that lead into a room.
import { PUBLIC } from '#protocol/public.ts'
import type { Session } from '../session.ts'
import type { Room } from '../state/state.ts'

export class Links {
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  /** The public link, made if there is none. */
  show(room: Room): void {
    this.#session.try(this.#session.ask({ type: 'invite.public', room: room.id }))
  }

  cancel(room: Room): void {
    this.#session.try(this.#session.ask({ type: 'invite.revoke', room: room.id, id: PUBLIC }))
  }

  /** A link that opens the room for whoever has it, as its owner. */
  async host(room: Room, renew: boolean): Promise<string | undefined> {
    try {
      return (await this.#session.ask({ type: 'invite.host', room: room.id, renew })).path
    } catch (error) {
      this.#session.try(Promise.reject(error))
      return undefined
    }
  }
}
