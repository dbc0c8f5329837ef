// One after the other, where the order counts: work under the same key waits for what came before it.

export class Lanes {
  readonly #last = new Map<string, Promise<unknown>>()

  busy(key: string): boolean {
    return this.#last.has(key)
  }

  run<Value>(key: string, work: () => Promise<Value>): Promise<Value> {
    const turn = (this.#last.get(key) ?? Promise.resolve()).then(work)
    // Whoever comes next does not care how this one ended.
    const over = turn
      .catch(() => {})
      .then(() => {
        if (this.#last.get(key) === over) this.#last.delete(key)
      })
    this.#last.set(key, over)
    return turn
  }
}
