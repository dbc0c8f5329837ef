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
        since: this.#clock.now(),
        done: done as (fact: unknown) => void,
        fail,
      })
      this.#working ??= this.#work().finally(() => {
        this.#working = undefined
      })
    })
  }

  /** Takes no more, and gives what is waiting a moment to be written. */
  async close(): Promise<void> {
    this.#closed = true
    const late = new Promise<void>(done => this.#clock.after(LAST_MOMENT, done))
    await Promise.race([this.#working, late])
  }

  async #work(): Promise<void> {
    while (this.#waiting.length > 0) await this.#commit(this.#nextBatch())
  }

  /** One change of a message in a batch: a statement sees only what was there before it. */
  #nextBatch(): Entry[] {
    const touched = new Set<string>()
    const clash = this.#waiting.findIndex(({ draft }, at) => {
      const message = messageOf(draft)
      if (at >= BATCH || (message && touched.has(message))) return true
      if (message) touched.add(message)
      return false
    })
    return this.#waiting.splice(0, clash === -1 ? this.#waiting.length : clash)
  }

  async #commit(batch: readonly Entry[]): Promise<void> {
    const rows = numbered(batch)
    try {
      await this.#store.append(rows)
      this.#enter(batch, rows)
    } catch (error) {
      if (error instanceof StoreUnreached) await this.#tryAgain(batch)
      else if (error instanceof StoreAway) await this.#findOut(batch, rows)
      else if (batch.length === 1) batch[0]?.fail(error)
      // Somebody's row cannot be stored: everybody's is tried on its own, and only that one is refused.
      else for (const entry of batch) await this.#commit([entry])
    }
  }

  #enter(batch: readonly Entry[], rows: readonly Row[]): void {
    for (const [at, { ledger, draft, done }] of batch.entries())
      done(ledger.enter(draft, rows[at]?.fact.seq ?? 0))
  }

  /** Certainly not done: whoever has waited enough is told so, the others go on waiting. */
  async #tryAgain(batch: readonly Entry[]): Promise<void> {
    this.#refuseThePatient()
    const fresh = this.#keepFresh(batch)
    await this.#pause()
    if (fresh.length > 0) await this.#commit(fresh)
  }

  /**
   * Nobody knows whether the batch is on disk, so nobody is answered before that is known: a fact that others have
   * not heard must not stand in the numbering. A batch is one transaction: all of it landed, or none.
   */
  async #findOut(batch: readonly Entry[], rows: readonly Row[]): Promise<void> {
    this.#log.warn({ rows: rows.length }, 'the database went away in the middle of writing')
    for (;;) {
      this.#refuseThePatient()
      await this.#pause()
      const landed = await this.#store.landed(rows.map(({ fact }) => fact.id)).catch(() => undefined)
      if (landed?.size === 0) return this.#tryAgain(batch)
      if (landed) return this.#enter(batch, rows)
    }
  }

  #refuseThePatient(): void {
    this.#waiting = this.#keepFresh(this.#waiting)
  }

  #keepFresh(entries: readonly Entry[]): Entry[] {
    const since = this.#clock.now() - PATIENCE
    for (const entry of entries) if (entry.since <= since) entry.fail(new Refusal('store.away'))
    return entries.filter(entry => entry.since > since)
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

function messageOf(draft: Draft): string | undefined {
  if (draft.type === 'chat.said') return draft.message.id
  return 'message' in draft ? draft.message : undefined
}
