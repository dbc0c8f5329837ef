// Who is speaking, and who has the word: of several it does not jump from one to the other.
import { signal } from '@preact/signals'
import type { PeerId } from '#protocol/id.ts'

const LOOK_MS = 200
/** From here on it is a voice and no noise. */
const LOUD = 0.02
/** Between two words he still speaks. */
const PAUSE_MS = 800
/** So long somebody else has to speak until he has the word. */
const HOLD_MS = 1500

export type Levels = ReadonlyMap<PeerId, number>

export class Speaking {
  readonly now = signal<ReadonlySet<PeerId>>(new Set())
  readonly word = signal<PeerId | undefined>(undefined)
  readonly #timer: ReturnType<typeof setInterval>
  readonly #heard = new Map<PeerId, { since: number; last: number }>()

  constructor(levels: () => Levels) {
    this.#timer = setInterval(() => this.look(levels(), performance.now()), LOOK_MS)
  }

  close(): void {
    clearInterval(this.#timer)
  }

  look(levels: Levels, now: number): void {
    for (const [id, level] of levels) {
      if (level < LOUD) continue
      const since = this.#heard.get(id)?.since ?? now
      this.#heard.set(id, { since, last: now })
    }
    for (const [id, { last }] of this.#heard) {
      if (now - last > PAUSE_MS || !levels.has(id)) this.#heard.delete(id)
    }
    const ids = [...this.#heard.keys()]
    const known = this.now.peek()
    if (ids.length !== known.size || ids.some(id => !known.has(id))) this.now.value = new Set(ids)
    this.word.value = this.#whose(levels, now)
  }

  /** Who had it keeps it while he speaks, and while nobody else does. */
  #whose(levels: Levels, now: number): PeerId | undefined {
    const has = this.word.peek()
    const kept = has !== undefined && levels.has(has) ? has : undefined
    if (kept && this.#heard.has(kept)) return kept
    const others = [...this.#heard].filter(([, { since }]) => !kept || now - since > HOLD_MS)
    const [first] = others.sort(([, one], [, other]) => one.since - other.since)
    return first?.[0] ?? kept
  }
}
