// Somebody who talks to the server in our words. Everything he hears is checked against the schema of the words.
import type { Cursor, Hello } from '#protocol/hello.ts'
import type { RoomId, Sealed } from '#protocol/id.ts'
import {
  type Request,
  type RequestType,
  type Result,
  requests,
  type ServerMessage,
  serverMessage,
} from '#protocol/message.ts'
import type { RoomState } from '#protocol/room.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'
import { type Carrier, connect, type Reachable, type Transport } from './carrier.ts'
import { inviteIn } from './links.ts'
import { Watch } from './watch.ts'

type Heard<T extends ServerMessage['type']> = Extract<ServerMessage, { type: T }>
type Ask<T extends RequestType> = Omit<Extract<Request, { type: T }>, 'ref'>

export class Refused extends Error {
  readonly code: string
  readonly place: string | undefined
  readonly retry: boolean

  constructor({ code, place, retry }: Heard<'refused'>) {
    super(place ? `${code} at ${place}` : code)
    this.code = code
    this.place = place
    this.retry = retry
  }
}

export class Person {
  readonly heard: ServerMessage[] = []
  carrier!: Carrier
  closedWith: number | undefined
  closed = false
  welcome!: Heard<'welcome'>
  #token: Sealed | undefined
  readonly #cursors = new Map<RoomId, Cursor>()
  readonly #answers = new Map<number, ServerMessage>()
  readonly #watch = new Watch()
  #ref = 0

  /** A connection that has not said anything yet. */
  static async stranger(server: Reachable, transport: Transport = 'websocket'): Promise<Person> {
    const person = new Person()
    person.carrier = await connect(server, transport, {
      value: value => person.#hear(value),
      ended: code => person.#end(code),
    })
    return person
  }

  static async come(
    server: Reachable,
    hello: Partial<Hello> & { transport?: Transport } = {},
  ): Promise<Person> {
    const { transport, ...rest } = hello
    const person = await Person.stranger(server, transport)
    person.welcome = await person.hello(rest)
    return person
  }

  /** The same person comes again, by another connection, with what this one knows. */
  async comeAgain(server: Reachable, transport: Transport = 'websocket'): Promise<Person> {
    return Person.come(server, { transport, ...this.holds() })
  }

  /** What his page holds at this moment, as somebody may keep it. */
  holds(): Pick<Hello, 'resume' | 'rooms'> {
    return { resume: this.token, rooms: structuredClone([...this.#cursors.values()]) }
  }

  get id() {
    return this.welcome.person
  }

  get token(): Sealed {
    return this.#token ?? this.welcome.resume
  }

  async hello(hello: Partial<Hello> = {}): Promise<Heard<'welcome'>> {
    const ref = ++this.#ref
    this.carrier.send({ type: 'hello', ref, version: PROTOCOL_VERSION, ...hello })
    return this.#answer(ref) as Promise<Heard<'welcome'>>
  }

  /** Sends a request and gives its result, or throws `Refused`. */
  async ask<T extends RequestType>(message: Ask<T> & { type: T }): Promise<Result<T>> {
    const ref = ++this.#ref
    this.carrier.send({ ...message, ref })
    const done = (await this.#answer(ref)) as Heard<'done'>
    const result = requests[message.type][1].parse(done.result) as Result<T>
    if (message.type === 'live.join') this.#sit(message as never, result as Result<'live.join'>)
    return result
  }

  /** Starts a room and enters it. */
  async startRoom(topic?: string): Promise<{ id: RoomId; link: string; host: string }> {
    const { room, link, host } = await this.ask({ type: 'room.create', topic })
    await this.ask({ type: 'room.join', room })
    return { id: room, link, host }
  }

  enter(link: string): Promise<RoomState> {
    return this.join({ invite: inviteIn(link) })
  }

  /** Goes in, and gives the state as it was told on entering. */
  async join(way: Omit<Ask<'room.join'>, 'type'>): Promise<RoomState> {
    const { room } = await this.ask({ type: 'room.join', ...way })
    const told = this.all('room.entered').findLast(({ room: { id } }) => id === room)
    if (!told) throw new Error('the state does not come before the answer')
    return told.room
  }

  say(room: RoomId, text: string, key = `k${++this.#ref}`): Promise<Result<'chat.send'>> {
    return this.ask({ type: 'chat.send', room, key: key as never, text })
  }

  /** The first message of this type that he has heard or will hear. */
  async hears<T extends ServerMessage['type']>(
    type: T,
    matching: (message: Heard<T>) => boolean = () => true,
  ): Promise<Heard<T>> {
    const fits = (message: ServerMessage) => message.type === type && matching(message as Heard<T>)
    return (await this.#until(() => this.heard.find(fits), `${type} was not heard`)) as Heard<T>
  }

  all<T extends ServerMessage['type']>(type: T): Heard<T>[] {
    return this.heard.filter((message): message is Heard<T> => message.type === type)
  }

  /** Everything that was on its way when this was asked has arrived when it is answered. */
  async settled(): Promise<void> {
    await this.ask({ type: 'ping' })
  }

  async isClosed(): Promise<number | undefined> {
    await this.#until(() => (this.closed ? true : undefined), 'the connection was not closed')
    return this.closedWith
  }

  /** What was said, in the order and as often as he learnt of it. */
  texts(room: RoomId): string[] {
    return this.heard.flatMap(message => {
      if (message.type === 'chat.said' && message.room === room) return [message.text]
      if (message.type !== 'room.entered' || message.room.id !== room) return []
      const facts = message.room.facts?.flatMap(fact => (fact.type === 'chat.said' ? [fact.text] : []))
      return facts ?? message.room.messages?.map(({ text }) => text) ?? []
    })
  }

  #hear(value: unknown): void {
    const message = serverMessage.parse(value)
    if (message.type === 'session.token') this.#token = message.resume
    if (message.type === 'room.entered') this.#remember(message.room)
    if ('seq' in message && 'room' in message) {
      const cursor = this.#cursors.get(message.room)
      if (cursor) cursor.seq = Math.max(cursor.seq, message.seq)
    }
    if (message.type === 'room.sealed') {
      const cursor = this.#cursors.get(message.room)
      if (cursor) cursor.seal = message.seal
    }
    this.heard.push(message)
    if ('ref' in message && message.ref !== undefined) this.#answers.set(message.ref, message)
    this.#watch.happened()
  }

  #sit({ room }: Ask<'live.join'>, { id }: Result<'live.join'>): void {
    const cursor = this.#cursors.get(room)
    if (cursor) cursor.seat = id
  }

  #remember({ id, epoch, seq, seal, seat }: RoomState): void {
    const known = this.#cursors.get(id)
    const newest = known?.epoch === epoch ? Math.max(known.seq, seq) : seq
    this.#cursors.set(id, { room: id, epoch, seq: newest, seal, seat: seat ?? undefined })
  }

  #end(code: number | undefined): void {
    this.closed = true
    this.closedWith = code
    this.#watch.happened()
  }

  async #answer(ref: number): Promise<ServerMessage> {
    const message = await this.#until(() => this.#answers.get(ref), 'no answer')
    this.#answers.delete(ref)
    if (message.type === 'refused') throw new Refused(message)
    return message
  }

  #until<V>(find: () => V | undefined, failure: string): Promise<V> {
    const last = () => this.heard.slice(-5).map(message => JSON.stringify(message).slice(0, 200))
    return this.#watch.until(find, () => [failure, ...last()].join('\n'))
  }
}
