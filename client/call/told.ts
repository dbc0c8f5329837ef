// What the server was told of what this page sends, so that after a lost line both are of one mind again.
import type { RoomId } from '#protocol/id.ts'
import type { PeerState, Track } from '#protocol/live.ts'
import type { Session } from '../session.ts'
import type { Own } from './own.ts'

type Sent = Pick<PeerState, Track>
const parts: readonly Track[] = ['mic', 'camera', 'share']

export class Told {
  readonly #session: Session
  readonly #room: RoomId
  readonly #own: Own
  /** What was answered last. */
  #last: Sent

  constructor(session: Session, room: RoomId, own: Own) {
    this.#session = session
    this.#room = room
    this.#own = own
    this.#last = own.state
  }

  /** While the line is lost it waits for `settle`. */
  tell(): void {
    if (this.#session.inRoom) this.#session.try(this.#ask(this.#own.state))
  }

  /** Somebody who runs the room has switched it off. */
  obey(what: Track): void {
    if (what === 'share') this.#own.share.stop()
    else void this.#own[what].set(false)
  }

  /** Back on the line: what was switched off meanwhile is, what he changed himself is told. */
  settle(said: Sent): void {
    for (const part of switchedOff(this.#last, said)) this.obey(part)
    this.#last = said
    const { state } = this.#own
    if (parts.some(part => state[part] !== said[part])) this.#session.try(this.#ask(state))
  }

  async #ask(state: Sent): Promise<void> {
    await this.#session.ask({ type: 'live.set', room: this.#room, ...state })
    this.#last = state
  }
}

const switchedOff = (before: Sent, now: Sent) => parts.filter(part => before[part] && !now[part])
