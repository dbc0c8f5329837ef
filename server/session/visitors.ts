// Everybody on this server: who has which sessions, how long an absent one is waited for, and its end.
import { Frame } from '#protocol/frame.ts'
import type { PersonId, RoomId, Sealed, SessionId } from '#protocol/id.ts'
import type { ServerMessage } from '#protocol/message.ts'
import { Refusal, type RefusalCode } from '#protocol/refusal.ts'
import { type Clock, every } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Seal } from '../base/seal.ts'
import { operator, type Person } from '../people/person.ts'
import type { Command } from '../room/command.ts'
import type { Rooms } from '../room/rooms.ts'
import type { Ended } from '../store/ended.ts'
import { Session, type SessionHouse } from './session.ts'
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

const HOUR = 3600_000
const TOKEN_AGE = 6 * HOUR
/** Nobody is in more calls at once, and a token must stay small. */
const MOST_SEATS = 3

export class Visitors implements SessionHouse {
  readonly #parts: Parts
  readonly #grace: Grace
  readonly #mostPerPerson: number
  readonly #sessions = new Map<SessionId, Session>()
  readonly #people = new Map<PersonId, Set<Session>>()

  readonly #stop: () => void

  constructor(parts: Parts, grace: Grace, mostPerPerson: number) {
    this.#stop = every(parts.clock, HOUR, () => this.#renew())
    this.#parts = parts
    this.#grace = grace
    this.#mostPerPerson = mostPerPerson
  }

  get sessions(): number {
    return this.#sessions.size
  }

  /** Whoever asks as the operator is not one of them. */
  get people(): number {
    return this.#people.size - (this.#people.has(operator.id) ? 1 : 0)
  }

  find(id: SessionId): Session | undefined {
    return this.#sessions.get(id)
  }

  of(person: PersonId): Session[] {
    return [...(this.#people.get(person) ?? [])]
  }

  /** To all his pages, in whichever rooms they are. */
  tell(person: PersonId, message: ServerMessage, except?: RoomId): void {
    const frame = new Frame(message)
    for (const session of this.of(person)) if (!except || !session.rooms.has(except)) session.send(frame)
  }

  /** With a page that has its connection. */
  isHere(person: PersonId): boolean {
    return this.of(person).some(({ here }) => here)
  }

  open(id: SessionId, person: Person): Session {
    const theirs = this.#people.get(person.id) ?? new Set()
    // An operator's commands are one person however many run at once.
    if (theirs.size >= this.#mostPerPerson && person.kind !== 'operator') throw new Refusal('sockets.many')
    const session = new Session(id, person, this)
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
      this.#report(session, room, { type: 'member.lost', why: 'left' })
    this.#forget(session)
  }

  /** Ends these at once; the socket of the one who asked for it is left to him. */
  endAll(sessions: readonly Session[], code: RefusalCode, asking?: Session): void {
    for (const session of sessions) {
      this.end(session)
      if (session !== asking) session.socket?.close(code)
    }
  }

  /** All pages of a person have one name and one picture. Each room hears of it once. */
  rename(person: Person): void {
    const told = new Set<RoomId>()
    for (const session of this.of(person.id)) {
      session.person = { ...session.person, name: person.name, avatar: person.avatar }
      session.renewToken()
      for (const room of session.rooms) {
        if (!told.has(room)) this.#report(session, room, { type: 'member.renamed' })
        told.add(room)
      }
    }
  }

  #giveUp(session: Session): void {
    for (const room of [...session.rooms, ...session.waiting])
      this.#report(session, room, { type: 'member.lost', why: 'lost' })
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

  token(session: Session): Sealed {
    const { seal, clock } = this.#parts
    session.renewed = clock.now()
    const { id, person, rooms } = session
    const seats = this.#parts.rooms.seatsOf(id, rooms).slice(-MOST_SEATS)
    return sealPlace(seal, { session: id, person, rooms: [...rooms], seats }, clock.now())
  }

  tooLate(session: Session, room: RoomId): void {
    this.#report(session, room, { type: 'member.lost', why: 'left' })
  }

  close(): void {
    this.#stop()
  }

  /** A page that is open for days must not find that its token has grown old. */
  #renew(): void {
    const due = this.#parts.clock.now() - TOKEN_AGE
    for (const session of this.#sessions.values())
      if (session.here && session.renewed < due) session.renewToken()
  }
}
