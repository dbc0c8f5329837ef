// A token bucket: so many at once, so many a second.

export interface Rate {
  readonly perSecond: number
  readonly burst: number
}

export class Bucket {
  #left: number
  #at: number

  constructor(rate: Rate, now: number) {
    this.#left = rate.burst
    this.#at = now
  }

  take(rate: Rate, now: number, cost = 1): boolean {
    // A clock set back must not lock anyone out.
    const seconds = Math.max(0, now - this.#at) / 1000
    this.#left = Math.min(rate.burst, this.#left + seconds * rate.perSecond)
    this.#at = now
    if (this.#left < cost) return false
    this.#left -= cost
    return true
  }

  /** True when nothing was taken lately: it may be forgotten. */
  full(rate: Rate, now: number): boolean {
    return this.#left + (Math.max(0, now - this.#at) / 1000) * rate.perSecond >= rate.burst
  }
}
