// One page or program of a person, over one or several sockets, one at a time. It is the member that rooms send to.
import { Frame } from '#protocol/frame.ts'
import type { RoomId, Sealed, SessionId } from '#protocol/id.ts'
import type { Person } from '../people/person.ts'
import type { Member, Who } from '../room/member.ts'
import type { Socket } from './socket.ts'

/** What a session has from those who look after it. */
export interface SessionHouse {
  token(session: Session): Sealed
  /** It was let in after it had ended. */
  tooLate(session: Session, room: RoomId): void
}

export class Session implements Member {
  readonly id: SessionId
  readonly rooms = new Set<RoomId>()
  /** Where it has knocked and stands at the door. */
  readonly waiting = new Set<RoomId>()
  person: Person
  /** Undefined while away. */
  socket: Socket | undefined
  /** Calls off what happens when the grace is over. */
  stopGrace: (() => void) | undefined
  over = false
  readonly #house: SessionHouse
  #tokenDue = false
  /** When it last had a token. */
  renewed = 0

  constructor(id: SessionId, person: Person, house: SessionHouse) {
    this.id = id
    this.person = person
    this.#house = house
  }

  get who(): Who {
    return { person: this.person, member: this }
  }

  get here(): boolean {
    return this.socket !== undefined
  }

  get token(): Sealed {
    return this.#house.token(this)
  }

  send(frame: Frame): void {
    this.socket?.send(frame)
  }

  entered(room: RoomId): void {
    this.waiting.delete(room)
    this.rooms.add(room)
    if (this.over) this.#house.tooLate(this, room)
    else this.renewToken()
  }

  out(room: RoomId): void {
    this.waiting.delete(room)
    if (this.rooms.delete(room)) this.renewToken()
  }

  /** Once a turn, however many rooms were entered in it. */
  renewToken(): void {
    if (this.#tokenDue) return
    this.#tokenDue = true
    queueMicrotask(() => {
      this.#tokenDue = false
      if (this.socket && !this.over) this.send(new Frame({ type: 'session.token', resume: this.token }))
    })
  }
}
