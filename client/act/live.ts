// Being live in a room. What it takes is fetched when somebody wants it.
import { effect, signal } from '@preact/signals'
import type { Own } from '../call/own.ts'
import type { Seat } from '../call/seat.ts'
import type { Session } from '../session.ts'
import type { Room } from '../state/state.ts'

export class Live {
  readonly seat = signal<Seat | undefined>(undefined)
  /** He is choosing how to come in. */
  readonly choosing = signal(false)
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
    effect(() => this.#follow(this.#session.state.value.room))
  }

  choose(): void {
    this.choosing.value = true
  }

  stopChoosing(): void {
    this.choosing.value = false
  }

  async join(room: Room, own: Own): Promise<void> {
    this.choosing.value = false
    try {
      await this.#sit(room, own)
    } catch (error) {
      own.close()
      this.#session.report(error)
    }
  }

  leave(): void {
    const seat = this.seat.peek()
    if (!seat) return
    this.#rise()
    this.#session.try(this.#session.ask({ type: 'live.leave', room: seat.room }))
  }

  async #sit(room: Room, own: Own): Promise<void> {
    const { Seat } = await import('../call/seat.ts')
    const { mic, camera } = own.state
    const answer = await this.#session.ask({ type: 'live.join', room: room.id, mic, camera })
    this.seat.peek()?.close()
    this.seat.value = new Seat(this.#session, room.id, own, answer)
  }

  #rise(): void {
    this.seat.peek()?.close()
    this.seat.value = undefined
  }

  /** The seat is his no more: he left the room, sits elsewhere, or was taken out. */
  #follow(room: Room | undefined): void {
    const seat = this.seat.peek()
    if (!seat || !this.#session.inRoom) return
    if (room?.id === seat.room && room.seat === seat.id) return
    this.#rise()
  }
}
