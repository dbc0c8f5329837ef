// The way in: at which door the visitor stands, and what is asked for him there.
import type { InviteToken, RoomId } from '#protocol/id.ts'
import { Refused } from './net/refused.ts'
import type { Session } from './session.ts'
import { wayFields } from './state/address.ts'
import { roomOf } from './state/entered.ts'
import { afterNo } from './state/no.ts'
import type { Door, Way } from './state/state.ts'

export class Entrance {
  readonly #session: Session
  /** The room that the last hello asked to be back in: the server says unasked whether it is. */
  #returning: RoomId | undefined
  /** The room whose place the server keeps and could not give back: only another hello does. */
  #kept: RoomId | undefined
  /** Told whenever he stands at home and the line is open. */
  onHome: () => void = () => {}

  constructor(session: Session) {
    this.#session = session
  }

  stand(door: Door): void {
    const isIn = this.#session.state.value.room?.id
    const way = 'way' in door ? door.way : undefined
    const inside = isIn !== undefined && roomOf(door) === isIn && !(way && 'host' in way)
    this.#session.set({ door: inside ? { at: 'room', room: isIn } : door })
    this.arrive()
  }

  /** Comes in by a way, now or as soon as the line is open. */
  async enter(way: Way): Promise<void> {
    this.#session.set({ door: { at: 'entering', way } })
    if (this.#isOpen()) await this.#join(way)
  }

  /** Asks for what belongs to the door, if the line is open; else it is asked when the line is. */
  arrive(): void {
    const { inRoom, state } = this.#session
    const { door, room, me } = state.value
    if (!this.#isOpen()) return
    // An account has a name: nobody asks for it.
    if (door.at === 'entry' && 'room' in door.way && !door.trouble && me?.kind === 'account')
      return void this.enter(door.way)
    if (door.at === 'home') this.onHome()
    if (door.at === 'over' && door.code === 'store.away' && door.way) this.tryAgain(door.way)
    if (door.at === 'entry' && 'invite' in door.way && !door.look) void this.#look(door.way)
    if (door.at === 'waiting') void this.knock(door.way)
    if (door.at === 'entering' && door.way && !this.#comesUnasked(door.way)) void this.#join(door.way)
    if (door.at === 'room' && !this.#comesUnasked(door) && !(room && inRoom)) void this.#join(door)
  }

  /** Asks once more, from where he stands, for what the server could not do just now. */
  tryAgain(way: Way): void {
    if (!this.#isOpen() || this.#comesUnasked(way)) return
    if (!('room' in way) || way.room !== this.#kept) return void this.#join(way)
    this.#session.renew()
  }

  async knock(way: Way): Promise<void> {
    await this.#try(way, () => this.#session.ask({ type: 'knock.ask', ...wayFields(way) }))
  }

  /** The public link of the room, learnt on the way in. */
  knowLink(room: RoomId, path: string): void {
    this.#session.setRoom(place => (place.id === room ? { ...place, link: path } : place))
  }

  /** The hello that is said now asks to be back in this room. */
  returns(room: RoomId | undefined): void {
    this.#returning = room
    this.#kept = undefined
  }

  isIn(): void {
    this.#returning = undefined
  }

  isOut(room: RoomId, kept: boolean): void {
    if (room === this.#returning) this.#returning = undefined
    this.#kept = kept ? room : undefined
  }

  #isOpen(): boolean {
    return this.#session.state.value.link.at === 'open'
  }

  #comesUnasked(way: Way | { room: RoomId }): boolean {
    return 'room' in way && !('host' in way) && way.room === this.#returning
  }

  async #look(way: { invite: InviteToken }): Promise<void> {
    await this.#try(way, () => this.#session.ask({ type: 'invite.look', invite: way.invite }))
  }

  async #join(way: Way): Promise<void> {
    await this.#try(way, async () => {
      const { room, shared } = await this.#session.ask({ type: 'room.join', ...wayFields(way) })
      if ('invite' in way && shared) this.knowLink(room, `/i/${way.invite}`)
    })
  }

  /** A no to somebody who wants in leads to the door that fits it. */
  async #try(way: Way, ask: () => Promise<unknown>): Promise<void> {
    try {
      await ask()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const { state } = this.#session
      const door = afterNo(state.value.door, way, error.code)
      const isOut = (door.at === 'over' && door.code !== 'store.away') || door.at === 'knock'
      const isGone = isOut && 'room' in way && state.value.room?.id === way.room
      this.#session.set({ door, ...(isGone && { room: undefined }) })
    }
  }
}
