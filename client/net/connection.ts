// The page's line to the server: says hello, asks and gets answers, and comes back when the line is lost.
import type { Hello } from '#protocol/hello.ts'
import type { Request, RequestType, Result, ServerMessage } from '#protocol/message.ts'
import type { RefusalCode } from '#protocol/refusal.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'
import { delay } from './backoff.ts'
import { FINAL, GOODBYES } from './goodbye.ts'
import { Refused } from './refused.ts'
import type { Open, Wire } from './socket.ts'

export type Greeting = Omit<Hello, 'type' | 'ref' | 'version'>
type Fact<T extends ServerMessage['type']> = Extract<ServerMessage, { type: T }>
type Bare<T extends RequestType> = Omit<Extract<Request, { type: T }>, 'ref'> & { type: T }

export interface Ears {
  /** Who says hello: asked anew before each attempt. */
  greeting(): Greeting
  /** The place is not kept any more; the next greeting must do without it. */
  expired(): void
  connecting(): void
  lost(): void
  /** It is over, and trying again alone would not help. */
  ended(code: RefusalCode): void
  heard(message: ServerMessage): void
  /** The result of a request, before anything that the server said after it is heard. */
  answered(request: Request, result: unknown): void
}

interface Waiting {
  readonly request: Request
  readonly done: (result: unknown) => void
  readonly fail: (error: Refused) => void
  readonly timer: ReturnType<typeof setTimeout>
  sent: boolean
}

type Line =
  | { readonly at: 'idle' }
  | { readonly at: 'pause'; readonly timer: ReturnType<typeof setTimeout> }
  | { readonly at: 'opening'; readonly wire: Wire; readonly since: number }
  | { readonly at: 'greeting' | 'open'; readonly wire: Wire }

const DEADLINE = 10_000
const PROBE = 4_000
const DOUBT = 1_000
/** An attempt that was begun while nothing got through may wait for long, also when something does again. */
const STALE = 1_500
/** After so long without a word it is asked whether anybody is there: a network may be gone without a sign. */
const QUIET = 25_000

export class Connection {
  readonly #open: Open
  readonly #ears: Ears
  readonly #waiting = new Map<number, Waiting>()
  #line: Line = { at: 'idle' }
  #ref = 0
  #helloRef = 0
  /** How often this wire has said hello: a second time without the place that is not kept any more. */
  #greetings = 0
  #failures = 0
  /** For so many milliseconds the server asked us to stay away. */
  #returnIn: number | undefined
  #goodbye: RefusalCode | undefined
  #quiet: ReturnType<typeof setTimeout> | undefined

  constructor(open: Open, ears: Ears) {
    this.#open = open
    this.#ears = ears
  }

  /** Connects now, whatever it was waiting for. */
  start(): void {
    if (this.#line.at === 'pause') clearTimeout(this.#line.timer)
    else if (this.#line.at !== 'idle') return
    this.#goodbye = undefined
    this.#greetings = 0
    this.#ears.connecting()
    // A wire may fail before `open` returns; what it reports then is of an attempt that is over.
    let wire: Wire | undefined
    const current = () => wire !== undefined && 'wire' in this.#line && this.#line.wire === wire
    wire = this.#open(
      {
        opened: () => current() && this.#greet(),
        message: message => current() && this.#hear(message),
        closed: () => current() && this.#closed(),
      },
      // Every other time: where the server was away, the first way is as good as it was.
      this.#failures >= 2 && this.#failures % 2 === 0,
    )
    this.#line = { at: 'opening', wire, since: performance.now() }
  }

  /** Something says that the network may be back, or the page is looked at again. */
  wake(): void {
    const line = this.#line
    if (line.at === 'pause') this.start()
    if (line.at === 'opening' && performance.now() - line.since > STALE) this.renew()
    this.#probe(PROBE)
  }

  /** Somebody has reason to believe that nothing gets through. */
  doubt(): void {
    this.#probe(DOUBT)
  }

  /** Unanswered, it cuts the line itself. */
  #probe(patience: number): void {
    if (this.#line.at === 'open') this.#request({ type: 'ping' }, patience).catch(() => {})
  }

  /** Ends it as a page does that is closed; `start` begins anew. */
  stop(): void {
    if (this.#line.at === 'pause') clearTimeout(this.#line.timer)
    clearTimeout(this.#quiet)
    const line = this.#line
    this.#line = { at: 'idle' }
    if ('wire' in line) line.wire.close()
    this.#failWaiting()
  }

  /** Says hello anew, on a line of its own. */
  renew(): void {
    this.stop()
    this.start()
  }

  /** Asked before the line is open, it waits for it; asked on a line that is lost meanwhile, it fails. */
  ask<T extends RequestType>(request: Bare<T>): Promise<Result<T>> {
    return this.#request(request as Request, DEADLINE) as Promise<Result<T>>
  }

  /** Says something that needs no answer, if it can be said now. */
  say(request: Request): void {
    if (this.#line.at === 'open') this.#line.wire.send(request)
  }

  #request(request: Request, patience: number): Promise<unknown> {
    const ref = ++this.#ref
    return new Promise((done, fail) => {
      const timer = setTimeout(() => this.#overdue(ref), patience)
      this.#waiting.set(ref, { request: { ...request, ref }, done, fail, timer, sent: false })
      this.#flush()
    })
  }

  #flush(): void {
    if (this.#line.at !== 'open') return
    for (const waiting of this.#waiting.values()) {
      if (waiting.sent) continue
      waiting.sent = true
      this.#line.wire.send(waiting.request)
    }
  }

  /** A line on which an answer is missing for so long is as good as lost. */
  #overdue(ref: number): void {
    const waiting = this.#take(ref)
    waiting?.fail(new Refused('unanswered'))
    if (waiting?.sent && this.#line.at === 'open') this.#line.wire.close()
  }

  /** From now on it is quiet, until something is heard. */
  #listen(): void {
    clearTimeout(this.#quiet)
    this.#quiet = setTimeout(() => {
      if (this.#line.at === 'greeting') this.#line.wire.close()
      else this.wake()
    }, QUIET)
  }

  #greet(): void {
    if (!('wire' in this.#line)) return
    this.#listen()
    const { wire } = this.#line
    this.#line = { at: 'greeting', wire }
    this.#helloRef = ++this.#ref
    this.#greetings++
    wire.send({ type: 'hello', ref: this.#helloRef, version: PROTOCOL_VERSION, ...this.#ears.greeting() })
  }

  #hear(message: ServerMessage): void {
    this.#listen()
    if (message.type === 'done') return this.#done(message)
    if (message.type === 'refused') return this.#refused(message)
    if (message.type === 'server.closing') this.#returnIn = message.returnIn
    this.#ears.heard(message)
    if (message.type === 'welcome') this.#welcome()
  }

  #welcome(): void {
    if (this.#line.at !== 'greeting') return
    this.#line = { at: 'open', wire: this.#line.wire }
    this.#failures = 0
    this.#returnIn = undefined
    this.#flush()
  }

  #done({ ref, result }: Fact<'done'>): void {
    const waiting = this.#take(ref)
    if (!waiting) return
    this.#ears.answered(waiting.request, result)
    waiting.done(result)
  }

  #refused({ ref, code, text }: Fact<'refused'>): void {
    if (GOODBYES.has(code)) this.#goodbye = code
    if (ref !== undefined && ref === this.#helloRef) {
      if (this.#goodbye) return
      this.#ears.expired()
      if (this.#greetings < 2) return this.#greet()
      return 'wire' in this.#line ? this.#line.wire.close() : undefined
    }
    if (ref !== undefined) this.#take(ref)?.fail(new Refused(code, text))
  }

  #closed(): void {
    clearTimeout(this.#quiet)
    this.#line = { at: 'idle' }
    this.#failWaiting()
    const code = this.#goodbye
    if (code && FINAL.has(code)) return this.#ears.ended(code)
    this.#ears.lost()
    // Whoever came too fast must not come again at once.
    const least = code === 'flooding' ? 60_000 : (this.#returnIn ?? 0)
    const wait = Math.max(least, delay(this.#failures++, Math.random()))
    this.#returnIn = undefined
    this.#line = { at: 'pause', timer: setTimeout(() => this.start(), wait) }
  }

  #take(ref: number): Waiting | undefined {
    const waiting = this.#waiting.get(ref)
    this.#waiting.delete(ref)
    if (waiting) clearTimeout(waiting.timer)
    return waiting
  }

  /** What was sent may or may not have happened; what was not waits on, each until its deadline. */
  #failWaiting(): void {
    for (const [ref, { sent }] of this.#waiting) {
      if (sent) this.#take(ref)?.fail(new Refused('unanswered'))
    }
  }
}
