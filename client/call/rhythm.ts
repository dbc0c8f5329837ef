// When something was heard last, and how long it usually is until the next time.

/** No page is slower than that, also not in the background. */
const LONGEST_MS = 1500

export class Rhythm {
  /** Undefined before the first. */
  last: number | undefined
  /** In milliseconds. */
  usual = 0

  beat(now: number): void {
    if (this.last !== undefined) this.usual += (Math.min(now - this.last, LONGEST_MS) - this.usual) / 4
    this.last = now
  }

  /** Heard of otherwise, which says nothing of its rhythm. */
  sign(now: number): void {
    this.last = now
  }
}
