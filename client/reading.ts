// Tells the server how far a named room was read: only what was on the screen, and not at every word.
import type { RoomId } from '#protocol/id.ts'
import type { Session } from './session.ts'
import { isHome } from './state/belonging.ts'

const PAUSE = 2000

export class Reading {
  readonly #session: Session
  #told: { room: RoomId; seq: number } | undefined
  #pause: ReturnType<typeof setTimeout> | undefined

  constructor(session: Session) {
    this.#session = session
  }

  /** Something is shown, or the page is looked at again. */
  look(): void {
    const { room, door, link, me } = this.#session.state.value
    if (!room || door.at !== 'room' || door.room !== room.id || link.at !== 'open') return
    if (this.#pause || document.visibilityState !== 'visible' || !isHome(room, me)) return
    if (this.#told?.room === room.id && room.seq <= this.#told.seq) return
    this.#tell(room.id, room.seq)
  }

  #tell(room: RoomId, seq: number): void {
    this.#told = { room, seq }
    this.#pause = setTimeout(() => {
      this.#pause = undefined
      this.look()
    }, PAUSE)
    // Told again with the next word.
    this.#session.ask({ type: 'chat.read', room, seq }).catch(() => {
      this.#told = undefined
    })
  }
}
