// Load that does not wait for the server: so many a second, come what may, and how long each took from when it was due.

/** A few fall due at every whole millisecond; whoever sends them late has still been asked to send them then. */
export function offer(perSecond: number, count: number, send: (due: number) => void): Promise<void> {
  const begun = performance.now()
  let sent = 0
  return new Promise(done => {
    const tick = () => {
      const passed = Math.floor(performance.now() - begun)
      for (const most = Math.min(count, (passed * perSecond) / 1000); sent < most; sent++)
        send(begun + Math.ceil((sent * 1000) / perSecond))
      if (sent === count) return done()
      setTimeout(tick, 1)
    }
    tick()
  })
}

export interface Waits {
  readonly p50?: number
  readonly p99?: number
}

export class Times {
  readonly #values: number[] = []

  /** Something is done that was due then. */
  since(due: number): void {
    this.add(performance.now() - due)
  }

  add(milliseconds: number): void {
    this.#values.push(milliseconds)
  }

  get count(): number {
    return this.#values.length
  }

  report(): Waits {
    const sorted = this.#values.sort((one, other) => one - other)
    const at = (share: number) => sorted[Math.floor(sorted.length * share)]
    return { p50: at(0.5), p99: at(0.99) }
  }
}
