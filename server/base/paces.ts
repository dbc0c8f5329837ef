// A bucket for everyone who asks, by a key; those who have not asked for a while are forgotten.
import { Bucket, type Rate } from './bucket.ts'
import type { Clock } from './clock.ts'

const TIDY_AT = 10_000

export class Paces {
  readonly #rate: Rate
  readonly #clock: Clock
  readonly #buckets = new Map<string, Bucket>()

  constructor(rate: Rate, clock: Clock) {
    this.#rate = rate
    this.#clock = clock
  }

  /** False when this key has asked too often. */
  take(key: string): boolean {
    const now = this.#clock.elapsed()
    if (this.#buckets.size >= TIDY_AT) this.#tidy(now)
    const bucket = this.#buckets.get(key) ?? new Bucket(this.#rate, now)
    this.#buckets.set(key, bucket)
    return bucket.take(this.#rate, now)
  }

  #tidy(now: number): void {
    for (const [key, bucket] of this.#buckets) if (bucket.full(this.#rate, now)) this.#buckets.delete(key)
  }
}
