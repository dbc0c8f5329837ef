// Everybody on this server: who has which sessions, how long an absent one is waited for, and its end.
import type { PersonId, RoomId, SessionId } from '#protocol/id.ts'
import { Refusal } from '#protocol/refusal.ts'
import type { Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Seal } from '../base/seal.ts'
import type { Person } from '../people/person.ts'
import type { Command } from '../room/command.ts'
import type { Rooms } from '../room/rooms.ts'
import type { Ended } from '../store/ended.ts'
import { Session } from './session.ts'
import type { Ending, Socket } from './socket.ts'
import { sealPlace } from './token.ts'

export interface Grace {
  readonly closedSeconds: number
  readonly lostSeconds: number
}

interface Parts {
  readonly rooms: Rooms
  readonly clock: Clock
  readonly seal: Seal
  readonly ended: Ended
  readonly log: Log
}

export class Visitors {
  readonly #parts: Parts
  readonly #grace: Grace
  readonly #mostPerPerson: number
  readonly #sessions = new Map<SessionId, Session>()
  readonly #people = new Map<PersonId, Set<Session>>()

  constructor(parts: Parts, grace: Grace, mostPerPerson: number) {
    this.#parts = parts
    this.#grace = grace
    this.#mostPerPerson = mostPerPerson
  }

  get sessions(): number {
    return this.#sessions.size
  }

  get people(): number {
    return this.#people.size
  }

  find(id: SessionId): Session | undefined {
    return this.#sessions.get(id)
  }

  of(person: PersonId): Session[] {
    return [...(this.#people.get(person) ?? [])]
  }

  open(id: SessionId, person: Person): Session {
    const theirs = this.#people.get(person.id) ?? new Set()
    // An operator's commands are one person however many run at once.
    if (theirs.size >= this.#mostPerPerson && person.kind !== 'operator') throw new Refusal('sockets.many')
    const session = new Session(id, person, this.#seal)
    this.#sessions.set(id, session)
    this.#people.set(person.id, theirs.add(session))
    return session
  }

  /** Gives the session a socket. What the one before still says is not heard any more. */
  attach(session: Session, socket: Socket): void {
    session.stopGrace?.()
    session.stopGrace = undefined
    const before = session.socket
    session.socket = socket
    before?.close('superseded')
  }

  /** The socket is gone; the session is waited for. */
  detach(session: Session, ending: Ending): void {
    if (session.over) return
    session.socket = undefined
    // Who is nowhere has no place to keep; his token still says who he is.
    if (session.rooms.size + session.waiting.size === 0) return this.#forget(session)
    for (const room of session.rooms) this.#report(session, room, { type: 'member.away', away: true })
    const seconds = ending === 'closed' ? this.#grace.closedSeconds : this.#grace.lostSeconds
    session.stopGrace = this.#parts.clock.after(seconds * 1000, () => this.#giveUp(session))
  }

  /** Signs out: leaves every room now, and no token of this session is good any more. */
  end(session: Session): void {
    this.#parts.ended.mark(session.id, this.#parts.clock.now())
    for (const room of [...session.rooms, ...session.waiting])
      this.#report(session, room, { type: 'member.lost' })
    this.#forget(session)
  }

  /** Signs out everywhere; the others' sockets are closed, his own is left to the one who asked. */
  endAll(session: Session): void {
    this.#parts.ended.mark(session.person.id, this.#parts.clock.now())
    for (const other of this.of(session.person.id)) {
      this.end(other)
      if (other !== session) other.socket?.close('session.ended')
    }
  }

  rename(person: Person): void {
    for (const session of this.of(person.id)) {
      session.person = person
      session.renewToken()
      for (const room of session.rooms) this.#report(session, room, { type: 'member.renamed' })
    }
  }

  #giveUp(session: Session): void {
    for (const room of [...session.rooms, ...session.waiting])
      this.#report(session, room, { type: 'member.lost' })
    this.#forget(session)
  }

  #forget(session: Session): void {
    session.over = true
    session.stopGrace?.()
    this.#sessions.delete(session.id)
    const theirs = this.#people.get(session.person.id)
    theirs?.delete(session)
    if (theirs?.size === 0) this.#people.delete(session.person.id)
  }

  #report(session: Session, room: RoomId, command: Command): void {
    this.#parts.rooms.ask(room, session.who, command).catch(error => {
      if (!(error instanceof Refusal))
        this.#parts.log.error({ err: error, room }, 'a report to a room failed')
    })
  }

  readonly #seal = (session: Session) => {
    const { seal, clock } = this.#parts
    return sealPlace(
      seal,
      { session: session.id, person: session.person, rooms: [...session.rooms] },
      clock.now(),
    )
  }
}
