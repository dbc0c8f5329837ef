// Waits until something is so, and looks whenever something has happened; never by the clock alone.

const PATIENCE = 10_000

export class Watch {
  readonly #looks = new Set<() => void>()

  /** Something has happened: whoever waits looks again. */
  happened(): void {
    for (const look of this.#looks) look()
  }

  /** What `find` finds, as soon as it does; `failure` says what was seen instead. */
  until<V>(find: () => V | undefined, failure: () => string): Promise<V> {
    const found = find()
    if (found !== undefined) return Promise.resolve(found)
    return new Promise((done, fail) => {
      const timer = setTimeout(() => {
        this.#looks.delete(look)
        fail(new Error(failure()))
      }, PATIENCE)
      const look = () => {
        const value = find()
        if (value === undefined) return
        clearTimeout(timer)
        this.#looks.delete(look)
        done(value)
      }
      this.#looks.add(look)
    })
  }
}
