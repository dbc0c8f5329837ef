// Tells the server how far a room was read: only what was on the screen, and not at every word.
import type { RoomId } from '#protocol/id.ts'
import { CROWD } from '#protocol/limits.ts'
import type { Session } from './session.ts'
import { isHome } from './state/belonging.ts'
import type { Me, Room } from './state/state.ts'

const PAUSE = 2000

interface Mark {
  readonly room: RoomId
  readonly seq: number
}

export class Reading {
  readonly #session: Session
  #seen: Mark | undefined
  #told: Mark | undefined
  /** Whether the newest is on the screen. */
  #follows = true
  #pause: ReturnType<typeof setTimeout> | undefined

  constructor(session: Session) {
    this.#session = session
    // It may be somebody else who is welcome now, and he has read nothing yet.
    session.listen(({ type }) => {
      if (type === 'welcome') this.#forget()
    })
  }

  /** He has scrolled to the newest, or away from it. */
  follow(follows: boolean): void {
    const arrives = follows && !this.#follows
    this.#follows = follows
    if (arrives) this.look()
  }

  /** Something is shown, or the page is looked at again. */
  look(): void {
    const { room, door, link, me } = this.#session.state.value
    if (!room || door.at !== 'room' || door.room !== room.id || link.at !== 'open') return
    if (!this.#follows || document.visibilityState !== 'visible' || !counts(room, me)) return
    this.#seen = { room: room.id, seq: room.seq }
    if (!this.#pause) this.tell()
  }

  /** At once, before he leaves or looks away. */
  tell(): void {
    const seen = this.#seen
    if (!seen || (this.#told?.room === seen.room && seen.seq <= this.#told.seq)) return
    this.#told = seen
    clearTimeout(this.#pause)
    this.#pause = setTimeout(() => {
      this.#pause = undefined
      this.tell()
    }, PAUSE)
    // What was not taken is told again when something is shown again.
    this.#session.ask({ type: 'chat.read', ...seen }).catch(() => this.#forget())
  }

  /** He has left: there is nothing more to tell. */
  end(): void {
    this.tell()
    this.#seen = undefined
  }

  #forget(): void {
    this.#told = undefined
    this.#seen = undefined
  }
}

/** Whether anybody gains by it: the others, or the visitor himself when he comes back. */
const counts = (room: Room, me: Me | undefined) =>
  isHome(room, me) || (room.members.length > 1 && room.members.length <= CROWD)
