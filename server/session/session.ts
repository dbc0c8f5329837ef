// One page or program of a person, over one or several sockets, one at a time. It is the member that rooms send to.
import { Frame } from '#protocol/frame.ts'
import type { RoomId, Sealed, SessionId } from '#protocol/id.ts'
import type { Person } from '../people/person.ts'
import type { Member, Who } from '../room/member.ts'
import type { Socket } from './socket.ts'

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
  readonly #token: (session: Session) => Sealed
  #tokenDue = false

  constructor(id: SessionId, person: Person, token: (session: Session) => Sealed) {
    this.id = id
    this.person = person
    this.#token = token
  }

  get who(): Who {
    return { person: this.person, member: this }
  }

  get token(): Sealed {
    return this.#token(this)
  }

  send(frame: Frame): void {
    this.socket?.send(frame)
  }

  entered(room: RoomId): void {
    this.waiting.delete(room)
    this.rooms.add(room)
    this.renewToken()
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
