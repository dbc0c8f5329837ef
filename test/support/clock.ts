// Clocks that are turned by hand: nothing is late or early but by what the test says.
import { type Clock, clock as real } from '../../server/base/clock.ts'

export class HandClock implements Clock {
  #now = 1_800_000_000_000
  readonly #tasks = new Set<{ at: number; task: () => void }>()

  now(): number {
    return this.#now
  }

  elapsed(): number {
    return this.#now
  }

  after(ms: number, task: () => void): () => void {
    const entry = { at: this.#now + ms, task }
    this.#tasks.add(entry)
    return () => this.#tasks.delete(entry)
  }

  /** Runs everything that is due on the way, in its order. */
  advance(ms: number): void {
    const end = this.#now + ms
    for (;;) {
      const next = [...this.#tasks].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0]
      if (!next) break
      this.#tasks.delete(next)
      this.#now = next.at
      next.task()
    }
    this.#now = end
  }
}

/** Only the time of day is turned by hand; whatever waits, waits as ever. */
export class Calendar implements Clock {
  readonly elapsed = real.elapsed
  readonly after = real.after
  #now = real.now()

  now(): number {
    return this.#now
  }

  advance(ms: number): void {
    this.#now += ms
  }
}

/** So much time passes while they are there: nobody is silent for so long that he is given up. */
export async function passes(clock: HandClock, ms: number, ...people: { settled(): Promise<void> }[]) {
  for (let left = ms; left > 0; left -= 20_000) {
    clock.advance(Math.min(left, 20_000))
    await Promise.all(people.map(person => person.settled()))
  }
}
