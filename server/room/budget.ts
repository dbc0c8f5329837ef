// How much talk all rooms together may keep in memory. Beyond it each room that goes on talking keeps less.

const MOST_CHARS = 64 * 1024 * 1024

export class Budget {
  #used = 0

  get spent(): boolean {
    return this.#used > MOST_CHARS
  }

  use(chars: number): void {
    this.#used += chars
  }
}
