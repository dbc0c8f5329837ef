// Moving through the talk: older and newer pages as one scrolls, and jumps to a message, wherever it is.
import type { Reading } from '../reading.ts'
import type { Session } from '../session.ts'
import type { Room } from '../state/state.ts'
import { covers, isDetached, oldest, type Place } from '../state/window.ts'

export class Pages {
  readonly #session: Session
  readonly #reading: Reading
  #scrolling = false

  constructor(session: Session, reading: Reading) {
    this.#session = session
    this.#reading = reading
  }

  /** Whether what is shown now reaches to the newest. */
  look(atEnd: boolean): void {
    this.#reading.follow(atEnd)
  }

  older(room: Room): void {
    if (room.more) void this.#scroll(room, { before: oldest(room) })
  }

  newer(room: Room): void {
    if (isDetached(room)) void this.#scroll(room, { after: room.messages.at(-1)?.seq })
  }

  async jump(room: Room, seq: number): Promise<void> {
    this.#session.setRoom(place => ({ ...place, aim: { at: 'message', seq } }))
    if (!covers(room, seq)) await this.#leap(room, { around: seq })
  }

  async toNewest(room: Room): Promise<void> {
    this.#session.setRoom(place => ({ ...place, aim: { at: 'end' } }))
    if (isDetached(room)) await this.#leap(room, { around: room.seq })
  }

  /** What fails is asked for again by the next scroll. */
  async #scroll(room: Room, place: Place): Promise<void> {
    if (this.#scrolling || !this.#session.inRoom) return
    this.#scrolling = true
    await this.#ask(room, place).catch(() => {})
    this.#scrolling = false
  }

  async #leap(room: Room, place: Place): Promise<void> {
    try {
      await this.#ask(room, place)
    } catch (error) {
      this.#session.setRoom(place => ({ ...place, aim: undefined }))
      this.#session.report(error)
    }
  }

  #ask(room: Room, place: Place): Promise<unknown> {
    return this.#session.ask({ type: 'chat.page', room: room.id, ...place })
  }
}
