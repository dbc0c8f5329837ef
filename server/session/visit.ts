// One socket's conversation, from its first word to its end, one message at a time.
import { Frame } from '#protocol/frame.ts'
import type { Hello } from '#protocol/hello.ts'
import type { Request, RequestType } from '#protocol/message.ts'
import { Refusal } from '#protocol/refusal.ts'
import { asRefusal } from '../store/trouble.ts'
import type { Desk } from './desk.ts'
import { greet } from './greet.ts'
import { handlers } from './handlers.ts'
import type { Session } from './session.ts'
import { type Ending, refuse, type Socket } from './socket.ts'

/** What a client may say before it has its welcome. */
const EARLY = 32

type State =
  | { readonly at: 'door' }
  | { readonly at: 'greeting'; readonly early: Request[] }
  | { readonly at: 'inside'; readonly session: Session }
  | { readonly at: 'end' }

export class Visit {
  readonly #desk: Desk
  readonly #socket: Socket
  #state: State = { at: 'door' }
  #entering: Promise<unknown> | undefined
  #behind = 0

  constructor(desk: Desk, socket: Socket) {
    this.#desk = desk
    this.#socket = socket
  }

  /** Until then the door may lose patience. */
  get greeted(): boolean {
    return this.#state.at !== 'door'
  }

  receive(message: Request): void {
    switch (this.#state.at) {
      case 'door':
        if (message.type === 'hello') void this.#greet(message)
        else refuse(this.#socket, new Refusal('hello.first'), message.ref)
        return
      case 'greeting':
        if (this.#state.early.length < EARLY) this.#state.early.push(message)
        else refuse(this.#socket, new Refusal('too.fast'), message.ref)
        return
      case 'inside':
        this.#start(this.#state.session, message)
        return
      case 'end':
        return
    }
  }

  ended(how: Ending): void {
    const state = this.#state
    this.#state = { at: 'end' }
    if (state.at === 'inside') this.#leave(state.session, how)
  }

  #leave(session: Session, how: Ending): void {
    if (session.socket === this.#socket) this.#desk.visitors.detach(session, how)
  }

  /** What comes after a request to enter waits until he is in: it may be about that room. */
  #start(session: Session, message: Request): void {
    // Superseded, or ended: what it still says is not heard.
    if (session.socket !== this.#socket || session.over) return
    if (this.#entering === undefined && message.type !== 'room.join')
      return void this.#handle(session, message)
    if (this.#behind >= EARLY) return refuse(this.#socket, new Refusal('too.fast'), message.ref)
    this.#behind++
    const before = this.#entering ?? Promise.resolve()
    const turn = before.then(async () => {
      this.#behind--
      if (session.socket !== this.#socket || session.over) return
      const handled = this.#handle(session, message)
      if (message.type === 'room.join') await handled
    })
    this.#entering = turn.finally(() => {
      if (this.#behind === 0) this.#entering = undefined
    })
  }

  async #greet(hello: Hello): Promise<void> {
    const early: Request[] = []
    this.#state = { at: 'greeting', early }
    try {
      const session = await greet(this.#desk, this.#socket, hello)
      // Gone while it was greeted: its place is kept like anybody's.
      if (this.#hasEnded()) return this.#leave(session, 'lost')
      this.#state = { at: 'inside', session }
    } catch (error) {
      if (!this.#hasEnded()) this.#state = { at: 'door' }
      this.#answerNo(error, hello)
    }
    for (const message of early) this.receive(message)
  }

  /** Starts at once, in the order of arrival, and does not wait: rooms keep the order of what they do. */
  async #handle(session: Session, message: Request): Promise<void> {
    try {
      const handler = handlers[message.type] as (desk: Desk, session: Session, message: Request) => unknown
      const result = await handler(this.#desk, session, message)
      if (message.ref !== undefined) this.#socket.send(new Frame({ type: 'done', ref: message.ref, result }))
    } catch (error) {
      this.#answerNo(error, message)
    }
    if (session.over) this.#socket.close('session.ended')
  }

  #answerNo(reason: unknown, { type, ref }: { type: RequestType; ref?: number }): void {
    const error = asRefusal(reason)
    if (error instanceof Refusal) return refuse(this.#socket, error, ref)
    this.#desk.log.error({ err: error, type }, 'a message could not be handled')
    this.#socket.close('internal', ref)
  }

  #hasEnded(): boolean {
    return this.#state.at === 'end'
  }
}
