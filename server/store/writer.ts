// The one writer. Rooms hand over what was decided; it numbers when it forms a batch, commits one batch at a time,
// and only then lets anyone hear of it. Everything that comes meanwhile goes into the next batch.

import type { RoomId } from '#protocol/id.ts'
import { Refusal } from '#protocol/refusal.ts'
import type { Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import { type Draft, type Row, type Store, StoreAway, StoreUnreached } from './store.ts'

/** A room's own book: how far it is numbered, and what becomes of a fact that is on disk. */
export interface Ledger<Fact> {
  readonly id: RoomId
  readonly seq: number
  enter(draft: Draft, seq: number): Fact
}

interface Entry {
  readonly ledger: Ledger<unknown>
  readonly draft: Draft
  readonly since: number
  /** It was in a batch that was refused: it is tried by itself. */
  readonly alone?: boolean
  readonly done: (fact: unknown) => void
  readonly fail: (error: unknown) => void
}

const MOST_WAITING = 20_000
const BATCH = 500
/** Whoever has waited longer than this for a database that is away is told to try again. */
const PATIENCE = 5000
const PAUSE = 200
const LAST_MOMENT = 3000

export class Writer {
  readonly #store: Store
  readonly #clock: Clock
  readonly #log: Log
  #waiting: Entry[] = []
  #working: Promise<void> | undefined
  #closed = false
  #over = false

  constructor(store: Store, clock: Clock, log: Log) {
    this.#store = store
    this.#clock = clock
    this.#log = log
  }

  /** Resolves with the fact when it is on disk. */
  add<Fact>(ledger: Ledger<Fact>, draft: Draft): Promise<Fact> {
    if (this.#closed || this.#waiting.length >= MOST_WAITING) return Promise.reject(new Refusal('store.away'))
    return new Promise<Fact>((done, fail) => {
      this.#waiting.push({
        ledger,
        draft,
        since: this.#clock.elapsed(),
        done: done as (fact: unknown) => void,
        fail,
      })
      this.#working ??= this.#work()
    })
  }

  /** Takes no more, and gives what is waiting a moment to be written. */
  async close(): Promise<void> {
    this.#closed = true
    const late = new Promise<void>(done => this.#clock.after(LAST_MOMENT, done))
    await Promise.race([this.#working, late])
    this.#over = true
    this.#refuseThePatient()
  }

  async #work(): Promise<void> {
    try {
      for (;;) {
        // What has arrived by now, and only needs to be read, shares the batch.
        await new Promise(setImmediate)
        if (this.#waiting.length === 0) return
        await this.#commit(this.#nextBatch())
      }
    } finally {
      // In the same breath as the last look: what is added now begins anew.
      this.#working = undefined
    }
  }

  /** Never two changes of one thing in a batch: a statement sees only what was there before it. */
  #nextBatch(): Entry[] {
    if (this.#waiting[0]?.alone) return this.#waiting.splice(0, 1)
    const touched = new Set<string>()
    const clash = this.#waiting.findIndex(({ draft }, at) => {
      const thing = thingOf(draft)
      if (at >= BATCH || (thing && touched.has(thing))) return true
      if (thing) touched.add(thing)
      return false
    })
    return this.#waiting.splice(0, clash === -1 ? this.#waiting.length : clash)
  }

  async #commit(batch: readonly Entry[]): Promise<void> {
    const rows = numbered(batch)
    const trouble = await this.#write(rows)
    if (!trouble) this.#enter(batch, rows)
    else if (trouble instanceof StoreUnreached) await this.#tryLater(batch)
    // Closed without having learnt whether it is on disk: then it is not for us to say.
    else if (trouble instanceof StoreAway) return
    else if (batch.length === 1) batch[0]?.fail(trouble)
    // Somebody's row cannot be stored: everybody's is tried on its own, and only that one is refused.
    else this.#waiting.unshift(...batch.map(entry => ({ ...entry, alone: true })))
  }

  /**
   * Once they may have reached the database, the very same rows are written until it answers: whichever of the
   * tries comes to be on disk, it is the only one. To ask whether the first has landed and then to give up on it
   * would not do: it may land after that, under numbers that others have by then.
   */
  async #write(rows: readonly Row[]): Promise<unknown> {
    for (let reached = false; ; await this.#pause()) {
      const trouble = await this.#store.append(rows).catch((error: unknown) => error ?? new StoreAway())
      if (!(trouble instanceof StoreAway)) return trouble
      if (trouble instanceof StoreUnreached && !reached) return trouble
      if (this.#over) return new StoreAway()
      if (!reached) this.#log.warn({ rows: rows.length }, 'the database went away in the middle of writing')
      reached = true
      this.#refuseThePatient()
    }
  }

  #enter(batch: readonly Entry[], rows: readonly Row[]): void {
    for (const [at, { ledger, draft, done, fail }] of batch.entries()) {
      try {
        done(ledger.enter(draft, rows[at]?.fact.seq ?? 0))
      } catch (error) {
        fail(error)
      }
    }
  }

  /** Certainly not done: whoever has waited enough is told so, the others go on waiting. */
  async #tryLater(batch: readonly Entry[]): Promise<void> {
    this.#waiting.unshift(...batch)
    this.#refuseThePatient()
    if (this.#waiting.length > 0) await this.#pause()
  }

  #refuseThePatient(): void {
    const since = this.#over ? Number.POSITIVE_INFINITY : this.#clock.elapsed() - PATIENCE
    const late = this.#waiting.filter(entry => entry.since <= since)
    this.#waiting = this.#waiting.filter(entry => entry.since > since)
    for (const entry of late) entry.fail(new Refusal('store.away'))
  }

  #pause(): Promise<void> {
    return new Promise(done => this.#clock.after(PAUSE, done))
  }
}

/** Numbers without holes: from where each room's book ends. */
function numbered(batch: readonly Entry[]): Row[] {
  const next = new Map<Ledger<unknown>, number>()
  return batch.map(({ ledger, draft }) => {
    const seq = (next.get(ledger) ?? ledger.seq) + 1
    next.set(ledger, seq)
    return { room: ledger.id, fact: { ...draft, seq } }
  })
}

/** What it changes: a message, or in it one person's reaction, which is apart so that many may react at once. */
function thingOf(draft: Draft): string | undefined {
  if (draft.type === 'chat.said') return draft.message.id
  if (draft.type === 'chat.reacted') return `${draft.message} ${draft.by} ${draft.emoji}`
  return 'message' in draft ? draft.message : undefined
}
