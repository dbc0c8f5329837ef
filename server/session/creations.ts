// How many rooms may be started from one address: a room costs memory until somebody has been in it.
import { Refusal } from '#protocol/refusal.ts'
import { Bucket, type Rate } from '../base/bucket.ts'
import type { Clock } from '../base/clock.ts'

const TIDY_AT = 10_000

export class Creations {
  readonly #rate: Rate
  readonly #clock: Clock
  readonly #buckets = new Map<string, Bucket>()

  constructor(perMinute: number, clock: Clock) {
    this.#rate = { perSecond: perMinute / 60, burst: perMinute }
    this.#clock = clock
  }

  take(address: string): void {
    const now = this.#clock.now()
    if (this.#buckets.size >= TIDY_AT) this.#tidy(now)
    const bucket = this.#buckets.get(address) ?? new Bucket(this.#rate, now)
    this.#buckets.set(address, bucket)
    if (!bucket.take(this.#rate, now)) throw new Refusal('too.fast')
  }

  #tidy(now: number): void {
    for (const [address, bucket] of this.#buckets) {
      if (bucket.full(this.#rate, now)) this.#buckets.delete(address)
    }
  }
}
