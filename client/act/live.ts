// Being live in a room. What it takes is fetched when somebody wants it.
import { effect, signal } from '@preact/signals'
import type { RoomState } from '#protocol/room.ts'
import type { Own } from '../call/own.ts'
import type { Seat } from '../call/seat.ts'
import type { Call, Keep } from '../keep.ts'
import type { Session } from '../session.ts'
import type { Room } from '../state/state.ts'

/** After a reload he is expected back; later nobody should find himself seen. */
const RELOAD_MS = 30_000

export class Live {
  readonly seat = signal<Seat | undefined>(undefined)
  /** He is choosing how to come in. */
  readonly choosing = signal(false)
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
    effect(() => this.#follow(session.state.value.room))
    let before = takeCall(session.keep)
    session.listen(message => {
      if (message.type !== 'room.entered') return
      this.#sitAgain(message.room)
      if (before?.room === message.room.id) void this.#comeBack(before)
      before = undefined
    })
  }

  /** At once, if all is as it was last time; else he looks at himself first. */
  async go(room: Room): Promise<void> {
    // Who has chosen does not wait for it to be fetched.
    import('../call/seat.ts').catch(() => {})
    const { asLastTime } = await import('../call/last-time.ts')
    const own = await asLastTime()
    if (own) await this.join(room, own)
    else this.choosing.value = true
  }

  stopChoosing(): void {
    this.choosing.value = false
  }

  async join(room: Pick<Room, 'id'>, own: Own): Promise<void> {
    this.choosing.value = false
    try {
      const { takeSeat } = await import('../call/seat.ts')
      const seat = await takeSeat(this.#session, room.id, own)
      this.seat.peek()?.close()
      this.seat.value = seat
    } catch (error) {
      this.#rise()
      own.close()
      this.#session.report(error)
    }
  }

  /** The page goes away: if it is loaded anew at once, it goes on. */
  save(): void {
    const seat = this.seat.peek()
    if (seat) this.#session.keep.call = { room: seat.room, ...seat.own.state, at: Date.now() }
  }

  leave(): void {
    const seat = this.seat.peek()
    if (!seat) return
    this.#rise()
    this.#session.try(this.#session.ask({ type: 'live.leave', room: seat.room }))
  }

  #rise(): void {
    const seat = this.seat.peek()
    seat?.close()
    seat?.own.close()
    this.seat.value = undefined
  }

  #follow(room: Room | undefined): void {
    const seat = this.seat.peek()
    if (seat && (room?.id !== seat.room || room.unseated)) this.#rise()
  }

  /** He was away for so long that nobody waited for him. */
  #sitAgain(room: RoomState): void {
    const seat = this.seat.peek()
    if (seat && room.id === seat.room && room.seat !== seat.id) void this.join(room, seat.own)
  }

  /** The page was loaded anew while it was live. */
  async #comeBack(before: Call): Promise<void> {
    const { again } = await import('../call/last-time.ts')
    await this.join({ id: before.room }, await again(before))
  }
}

/** Once, and if it was just now. */
function takeCall(keep: Keep): Call | undefined {
  const { call } = keep
  keep.call = undefined
  return call && Date.now() - call.at < RELOAD_MS ? call : undefined
}
