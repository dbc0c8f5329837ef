// Moving through the talk: older and newer pages as one scrolls, and jumps to a message, wherever it is.
import type { Reading } from '../reading.ts'
import type { Session } from '../session.ts'
import type { Room } from '../state/state.ts'
import { covers, isDetached, letGo, oldest, type Place } from '../state/window.ts'

/** As fast as the server goes along with for ever: who only scrolls must still be able to say something. */
const PAUSE = 250

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

  /** True when older ones have come. */
  older(): Promise<boolean> {
    return this.#scroll(room => (room.more ? { before: oldest(room) } : undefined))
  }

  newer(): Promise<boolean> {
    return this.#scroll(room => (isDetached(room) ? { after: room.messages.at(-1)?.seq } : undefined))
  }

  /** What is far from the message that he looks at need not stay. */
  letGo(seq: number): void {
    const { room } = this.#session.state.value
    const light = room && letGo(room, seq)
    if (light !== room) this.#session.set({ room: light })
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
  async #scroll(wanted: (room: Room) => Place | undefined): Promise<boolean> {
    const { room } = this.#session.state.value
    const place = room && wanted(room)
    if (!place || this.#scrolling || !this.#session.inRoom) return false
    this.#scrolling = true
    const rested = new Promise(done => setTimeout(done, PAUSE))
    const came = await this.#ask(room, place).then(
      () => true,
      () => false,
    )
    await rested
    this.#scrolling = false
    return came
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
