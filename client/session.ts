// This page's life: brings together the line to the server, the state, the address bar and what is remembered.
import { signal } from '@preact/signals'
import type { RoomId, Sealed } from '#protocol/id.ts'
import type { Request, RequestType, Result, ServerMessage } from '#protocol/message.ts'
import type { RefusalCode } from '#protocol/refusal.ts'
import { Entrance } from './entrance.ts'
import type { Keep } from './keep.ts'
import type { Language } from './language.ts'
import { Connection, type Greeting } from './net/connection.ts'
import { sentenceOf } from './net/refused.ts'
import type { Open } from './net/socket.ts'
import { framed, isFramed, readAddress, type SignIn, unframed } from './state/address.ts'
import { answer } from './state/answer.ts'
import { apply } from './state/apply.ts'
import { seated } from './state/live.ts'
import { initial, type Notice, type Room, type State } from './state/state.ts'

/** After these the same browser is somebody else. */
const PARTINGS: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'session.ended',
  'account.ended',
  'signin.failed',
])

const NOTICE_MS = 8000
const SAVE_MS = 200
const MISSED_MS = 60_000

/** Told what the server says, when the state knows it already, and what it knew before. */
type Listener = (message: ServerMessage, before: State) => void

export class Session {
  readonly state = signal<State>(initial)
  readonly name = signal('')
  readonly keep: Keep
  readonly language: Language
  readonly entrance = new Entrance(this)
  /** Shown in a frame of another site, from which nothing leads elsewhere. */
  readonly framed = isFramed(location.pathname)
  /** Where every way out leads: in a frame to where it began. */
  readonly home = this.framed ? unframed(location.pathname) : '/'
  readonly #connection: Connection
  #signIn: SignIn | undefined
  /** Told when the room is there again after the line was lost, so that what waits can go out. */
  onEntered: (room: Room) => void = () => {}
  readonly #listeners = new Set<Listener>()
  /** True while what is said now goes out at once and in order. */
  inRoom = false
  #noticeTimer: ReturnType<typeof setTimeout> | undefined
  #saveTimer: ReturnType<typeof setTimeout> | undefined
  #missed = Number.NEGATIVE_INFINITY

  constructor(open: Open, keep: Keep, language: Language) {
    this.keep = keep
    this.language = language
    this.name.value = keep.name ?? keep.suggestion
    this.#connection = new Connection(open, {
      greeting: () => this.#greeting(),
      expired: () => this.#expired(),
      connecting: () => this.state.value.link.at === 'ended' && this.set({ link: { at: 'connecting' } }),
      lost: () => this.#lost(),
      ended: code => this.#ended(code),
      heard: message => this.#heard(message),
      answered: (request, result) => this.#answered(request, result),
    })
  }

  start(): void {
    const { cursor, pending = [] } = this.keep.place
    if (cursor) this.set({ seen: { room: cursor.room, epoch: cursor.epoch, pending } })
    this.readDoor()
    this.#goBackIn()
    this.#connection.start()
  }

  /** A frame begins with its link each time: who is in by it is not asked again. */
  #goBackIn(): void {
    const { cursor, link } = this.keep.place
    const isIn = link && link.room === cursor?.room && link.path === this.home
    if (this.framed && isIn) this.entrance.stand({ at: 'entering', way: { room: link.room } })
  }

  /** The network may be back, or the page is looked at again. */
  wake(): void {
    this.#connection.wake()
    if (this.state.value.door.at === 'home') this.entrance.arrive()
  }

  /** Something that needs it is not heard: is the line still good? */
  doubt(): void {
    this.#connection.doubt()
  }

  /** Gives the way to stop that. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Begins again after an end that the visitor was told of. */
  restart(): void {
    this.#connection.start()
  }

  /** Something could not be understood: what is true now is asked for anew, and not again and again. */
  missed(): void {
    const now = performance.now()
    if (now - this.#missed < MISSED_MS) return
    this.#missed = now
    this.renew()
  }

  /** Says hello anew. */
  renew(): void {
    this.#connection.renew()
  }

  ask<T extends RequestType>(
    request: Omit<Extract<Request, { type: T }>, 'ref'> & { type: T },
  ): Promise<Result<T>> {
    return this.#connection.ask<T>(request)
  }

  say(request: Request): void {
    this.#connection.say(request)
  }

  set(part: Partial<State>): void {
    this.#become({ ...this.state.value, ...part })
  }

  #become(state: State): void {
    const before = this.state.value.room
    this.state.value = state
    if (state.room !== before) this.#saveTimer ??= setTimeout(() => this.#save(), SAVE_MS)
  }

  setRoom(how: (room: Room) => Room): void {
    const { room } = this.state.value
    if (room) this.set({ room: how(room) })
  }

  tell(notice: Notice): void {
    clearTimeout(this.#noticeTimer)
    this.set({ notice })
    this.#noticeTimer = setTimeout(() => this.set({ notice: undefined }), NOTICE_MS)
  }

  /** Says what went wrong. */
  report(error: unknown): void {
    this.tell({ text: this.sentenceOf(error) })
  }

  sentenceOf(error: unknown): string {
    return sentenceOf(error, this.language.texts.refusals)
  }

  /** What nobody waits for: its refusal is shown and that is all. */
  try(asked: Promise<unknown>): void {
    asked.catch(error => this.report(error))
  }

  setName(name: string): void {
    this.keep.name = name
    this.name.value = name
    this.#useName()
  }

  go(path: string): void {
    this.point(path)
    this.readDoor()
  }

  /** Puts a path into the address bar, for the page that is open already. */
  point(path: string): void {
    history.pushState(null, '', this.#addressOf(path))
  }

  #addressOf(path: string): string {
    return this.framed ? framed(path) : path
  }

  /** Stands where the address bar says, and takes what is secret out of it at once. */
  readDoor(): void {
    const { pathname, hash } = location
    const isKnown = this.keep.name !== undefined || this.state.value.me?.kind === 'account'
    const { door, signIn } = readAddress(pathname, hash, isKnown)
    if (hash) history.replaceState(null, '', pathname)
    if (signIn) this.#beginAnew(signIn)
    this.entrance.stand(door)
    if (signIn) this.#connection.renew()
  }

  /** From now on he is somebody else, to whom nothing belongs of what this page knew. */
  #beginAnew(signIn?: SignIn): void {
    this.#signIn = signIn
    this.keep.place = {}
    this.inRoom = false
    this.#become(initial)
  }

  #greeting(): Greeting {
    const { resume, cursor } = this.keep.place
    const { room } = this.state.value
    this.entrance.returns(resume && cursor?.room)
    if (room) this.#save()
    if (resume) return { resume, rooms: seated(this.keep.place.cursor, room) }
    const { browser, name } = this.keep
    if (!this.#signIn) return { browser, name: this.name.value }
    // A link signs this browser in; another program's token is good by itself.
    return { ...this.#signIn, name, ...('token' in this.#signIn ? {} : { browser }) }
  }

  #expired(): void {
    this.keep.place = {}
    this.entrance.returns(undefined)
    const { door, seen } = this.state.value
    if (seen) this.set({ seen: { ...seen, pending: [] } })
    if (door.at !== 'room') this.set({ room: undefined })
  }

  #lost(): void {
    this.inRoom = false
    this.setRoom(room => ({ ...room, typing: [] }))
    this.set({ link: { at: 'lost' } })
  }

  #ended(code: RefusalCode): void {
    this.inRoom = false
    if (PARTINGS.has(code)) {
      this.#beginAnew()
      this.readDoor()
    }
    this.set({ link: { at: 'ended', code } })
  }

  #heard(message: ServerMessage): void {
    const before = this.state.value
    this.#become(apply(before, message))
    if (message.type === 'welcome') this.#welcome(message.resume)
    if (message.type === 'session.token') this.keep.place = { ...this.keep.place, resume: message.resume }
    if (message.type === 'room.entered') this.#entered(message.room.id)
    if (message.type === 'room.out') this.entrance.isOut(message.room, message.code === 'store.away')
    for (const listener of this.#listeners) listener(message, before)
  }

  #answered(request: Request, result: unknown): void {
    const before = this.state.value.room
    this.#become(answer(this.state.value, request, result))
    const { room } = this.state.value
    if (request.type === 'room.join' && room) {
      if (before && before.id !== room.id) this.say({ type: 'room.leave', room: before.id })
      this.#entered(room.id)
    }
  }

  #welcome(resume: Sealed): void {
    this.#signIn = undefined
    this.keep.place = { ...this.keep.place, resume }
    // Another page of this browser may have changed it meanwhile.
    this.name.value = this.keep.name ?? this.name.value
    this.#useName()
    this.entrance.arrive()
  }

  #entered(id: RoomId): void {
    this.entrance.isIn()
    this.inRoom = true
    const { door, room } = this.state.value
    const link = this.keep.place.link
    if (link?.room === id && room?.link === undefined) this.setRoom(place => ({ ...place, link: link.path }))
    if (door.at === 'room') this.#showAddress(this.#addressOf(`/r/${id}`))
    if (room) this.onEntered(room)
  }

  /** Where nothing lasts, a reload needs the link by which he came. */
  #showAddress(address: string): void {
    if (location.pathname !== address && this.keep.lasts) history.replaceState(null, '', address)
  }

  /** A guest is called what he says; an account has its name elsewhere. */
  #useName(): void {
    const { me, link } = this.state.value
    const name = this.name.value
    if (link.at !== 'open' || me?.kind !== 'guest' || me.name === name) return
    this.try(this.ask({ type: 'me.rename', name }))
  }

  /** Also asked for when the page goes away. */
  save(): void {
    if (this.#saveTimer) this.#save()
  }

  #save(): void {
    clearTimeout(this.#saveTimer)
    this.#saveTimer = undefined
    this.keep.saveRoom(this.state.value.room)
  }
}
