// Proof that a request is not an old one: the time at which the server was asked, sealed. Nothing is kept of it.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../../base/clock.ts'

const LIFE = 3600_000

export class Nonces {
  readonly #key = randomBytes(32)
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  make(): string {
    return this.#at(Math.floor(this.#clock.elapsed()))
  }

  isFresh(nonce: string): boolean {
    const time = Number.parseInt(nonce, 36)
    const good = Buffer.from(this.#at(time))
    const given = Buffer.from(nonce)
    const same = given.length === good.length && timingSafeEqual(given, good)
    return same && this.#clock.elapsed() - time < LIFE
  }

  #at(time: number): string {
    const stamp = time.toString(36)
    return `${stamp}.${createHmac('sha256', this.#key).update(stamp).digest('base64url').slice(0, 22)}`
  }
}
