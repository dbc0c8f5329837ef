// Running a call: who must be silent or unseen, and who must go.
import type { PersonId } from '#protocol/id.ts'
import type { Track } from '#protocol/live.ts'
import type { Session } from '../session.ts'
import type { Room } from '../state/state.ts'

export class Presiding {
  readonly #session: Session
  readonly #room: Room

  constructor(session: Session, room: Room) {
    this.#session = session
    this.#room = room
  }

  stop(person: PersonId, what: Track): void {
    this.#try({ type: 'live.stop', person, what })
  }

  muteAll(): void {
    this.#try({ type: 'live.mute-all' })
  }

  lower(person: PersonId): void {
    this.#try({ type: 'live.lower', person })
  }

  lowerAll(): void {
    for (const { hand, person } of this.#room.live?.peers ?? []) if (hand !== null) this.lower(person)
  }

  remove(person: PersonId): void {
    this.#try({ type: 'live.remove', person })
  }

  #try(order: Order): void {
    this.#session.try(this.#session.ask({ ...order, room: this.#room.id }))
  }
}

type Order =
  | { readonly type: 'live.stop'; readonly person: PersonId; readonly what: Track }
  | { readonly type: 'live.mute-all' }
  | { readonly type: 'live.lower' | 'live.remove'; readonly person: PersonId }
