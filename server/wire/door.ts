// Every connection comes through here: how many, how fast, how large, how long without a word.

import { Frame } from '#protocol/frame.ts'
import { decode, type RequestType, refOf } from '#protocol/message.ts'
import { assertPlain } from '#protocol/plain.ts'
import { Refusal } from '#protocol/refusal.ts'
import { Bucket, type Rate } from '../base/bucket.ts'
import { every } from '../base/clock.ts'
import { Tally } from '../base/tally.ts'
import type { Desk } from '../session/desk.ts'
import { refuse } from '../session/socket.ts'
import { Visit } from '../session/visit.ts'
import type { Line } from './line.ts'

export interface Limits {
  readonly messagesPerSecond: number
  readonly messagesAtOnce: number
  readonly helloSeconds: number
  readonly socketsPerAddress: number
}

/** One message, in bytes, on every transport. */
export const FRAME_BYTES = 64 * 1024
const BEAT_MS = 25_000
const SILENCE_MS = 45_000
const SLOW_BYTES = 64 * 1024
const SLOW_MS = 10_000
const GOODBYE_MS = 5_000
const STRIKES = 200
const LATE_MS = 5_000
/** What is asked for often costs the asker more of his pace, because it costs the server more. */
const COSTS: Partial<Record<RequestType, number>> = {
  'room.join': 5,
  'room.who': 5,
  'room.bans': 5,
  'chat.page': 5,
  'chat.history': 5,
  'room.mine': 5,
  'invite.make': 5,
  'invite.list': 5,
  'room.direct': 5,
  'people.search': 5,
  'group.who': 5,
  'live.servers': 5,
  'me.link': 5,
  'chat.search': 10,
  'live.join': 10,
  // A picture is taken apart and drawn anew.
  'me.set': 20,
  // To be connected with everybody in a call takes very many. The call has bounds of its own for them.
  'live.signal': 1 / 8,
}

export class Door {
  readonly #desk: Desk
  readonly #limits: Limits
  readonly #rate: Rate
  readonly #entries = new Set<Entry>()
  readonly #addresses = new Tally<string>()
  #swept: number
  readonly #stop: () => void

  constructor(desk: Desk, limits: Limits) {
    this.#desk = desk
    this.#limits = limits
    this.#rate = { perSecond: limits.messagesPerSecond, burst: limits.messagesAtOnce }
    this.#swept = desk.clock.elapsed()
    this.#stop = every(desk.clock, 1000, () => this.#sweep())
  }

  get size(): number {
    return this.#entries.size
  }

  /** Lets a line in; one too many from its address gets a refusal. */
  open(line: Line): Entry {
    const entry = new Entry(this.#desk, line, this.#rate)
    const many = !line.operator && this.#addresses.of(line.address) >= this.#limits.socketsPerAddress
    this.#addresses.add(line.address)
    this.#entries.add(entry)
    line.onEnd = how => {
      this.#addresses.drop(line.address)
      entry.ended(how)
    }
    if (many) line.close('sockets.many')
    return entry
  }

  /** Says when to come back, spread out so that not all come at once, and closes. */
  async close(): Promise<void> {
    this.#stop()
    const spread = Math.min(10_000, this.#entries.size * 5)
    for (const { line } of this.#entries) {
      line.send(new Frame({ type: 'server.closing', returnIn: 500 + Math.floor(Math.random() * spread) }))
      line.close('server.closing')
    }
    // A moment for the goodbyes to leave.
    await new Promise(done => setTimeout(done, 100))
    for (const { line } of this.#entries) line.kill()
    this.#entries.clear()
  }

  #sweep(): void {
    const now = this.#desk.clock.elapsed()
    // Who did not run himself has no right to say that others were silent.
    const slept = Math.max(0, now - this.#swept - LATE_MS)
    this.#swept = now
    for (const entry of this.#entries) {
      entry.heard += slept
      this.#look(entry, now)
    }
  }

  #look(entry: Entry, now: number): void {
    const { line } = entry
    if (!line.open) {
      entry.closedAt ??= now
      if (line.gone || now - entry.closedAt > GOODBYE_MS) {
        line.kill()
        this.#entries.delete(entry)
      }
      return
    }
    if (!entry.visit.greeted && now - entry.since > this.#limits.helloSeconds * 1000)
      return line.close('hello.late')
    if (entry.stuckFor(line.pending(), now) > SLOW_MS) return line.close('slow.reader')
    const silence = now - entry.heard
    if (silence > SILENCE_MS) return line.close('lost')
    if (silence > BEAT_MS && now - entry.asked > BEAT_MS) {
      entry.asked = now
      line.beat()
    }
  }
}

/** A line that has been let in, and what the door remembers of it. */
export class Entry {
  readonly line: Line
  readonly visit: Visit
  readonly since: number
  heard: number
  asked = 0
  /** How little was pending since when, while it is much. */
  #low: { readonly pending: number; readonly at: number } | undefined
  closedAt: number | undefined
  readonly #desk: Desk
  readonly #rate: Rate
  readonly #bucket: Bucket
  #strikes = 0

  constructor(desk: Desk, line: Line, rate: Rate) {
    this.#desk = desk
    this.#rate = rate
    this.line = line
    this.visit = new Visit(desk, line)
    this.since = desk.clock.elapsed()
    this.heard = this.since
    this.#bucket = new Bucket(rate, this.since)
  }

  /** For how long nothing has been taken of what waits. Who reads slowly, but reads, may go on. */
  stuckFor(pending: number, now: number): number {
    if (pending <= SLOW_BYTES) this.#low = undefined
    else if (!this.#low || pending < this.#low.pending) this.#low = { pending, at: now }
    return this.#low ? now - this.#low.at : 0
  }

  /** A message as text, whole and within its size. */
  text(text: string): void {
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      value = undefined
    }
    this.value(value)
  }

  /** A message that its transport has parsed already. */
  value(value: unknown): void {
    if (!this.line.open) return
    this.hear()
    try {
      this.#assertPace(costOf(value))
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new Refusal('message.malformed')
      assertPlain(value)
      this.visit.receive(decode(value))
    } catch (error) {
      this.#answerNo(error, refOf(value))
    }
  }

  /** There are no binary messages; the look at the value says so. */
  binary(): void {
    this.value(new Uint8Array())
  }

  /** A sign of life. */
  hear(): void {
    this.heard = this.#desk.clock.elapsed()
  }

  ended(how: 'closed' | 'lost'): void {
    this.visit.ended(how)
  }

  #assertPace(cost: number): void {
    if (this.#bucket.take(this.#rate, this.heard, cost)) {
      if (this.#strikes > 0) this.#strikes--
      return
    }
    throw new Refusal(++this.#strikes > STRIKES ? 'flooding' : 'too.fast')
  }

  #answerNo(error: unknown, ref: number | undefined): void {
    if (error instanceof Refusal) return refuse(this.line, error, ref)
    this.#desk.log.error({ err: error }, 'a message could not be read')
    this.line.close('internal', ref)
  }
}

const costOf = (value: unknown) =>
  COSTS[(value as { type?: RequestType } | null | undefined)?.type ?? 'ping'] ?? 1
