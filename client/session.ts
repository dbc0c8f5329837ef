// This page's life: brings together the line to the server, the state, the address bar and what is remembered.
import { signal } from '@preact/signals'
import type { InviteToken, RoomId, Sealed } from '#protocol/id.ts'
import type { Request, RequestType, Result, ServerMessage } from '#protocol/message.ts'
import type { RefusalCode } from '#protocol/refusal.ts'
import type { Keep } from './keep.ts'
import { Connection, type Greeting } from './net/connection.ts'
import { Refused } from './net/refused.ts'
import type { Open } from './net/socket.ts'
import { noteUnknown } from './net/unknown.ts'
import { readAddress, type SignIn, wayFields } from './state/address.ts'
import { answer } from './state/answer.ts'
import { apply, knows } from './state/apply.ts'
import { roomOf } from './state/entered.ts'
import { afterNo } from './state/no.ts'
import { type Door, initial, type Notice, type Room, type State, type Way } from './state/state.ts'

const NOTICE_MS = 8000
const SAVE_MS = 200

export class Session {
  readonly state = signal<State>(initial)
  readonly name = signal('')
  readonly keep: Keep
  readonly #connection: Connection
  #signIn: SignIn | undefined
  /** The room that the last hello asked to be back in: the server says unasked whether it is. */
  #returning: RoomId | undefined
  /** Told when the room is there again after the line was lost, so that what waits can go out. */
  onEntered: (room: Room) => void = () => {}
  /** Told whenever he stands at home and the line is open. */
  onHome: () => void = () => {}
  /** Told what the server says, when the state knows it already. */
  readonly listeners: ((message: ServerMessage) => void)[] = []
  /** The room whose place the server keeps and could not give back: only another hello does. */
  #kept: RoomId | undefined
  /** True while what is said now goes out at once and in order. */
  inRoom = false
  #noticeTimer: ReturnType<typeof setTimeout> | undefined
  #saveTimer: ReturnType<typeof setTimeout> | undefined

  constructor(open: Open, keep: Keep) {
    this.keep = keep
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
    const { cursor } = this.keep.place
    if (cursor) this.set({ seen: { room: cursor.room, epoch: cursor.epoch } })
    this.readDoor()
    this.#connection.start()
  }

  /** The network may be back, or the page is looked at again. */
  wake(): void {
    this.#connection.wake()
    if (this.state.value.door.at === 'home') this.#arrive()
  }

  /** Begins again after an end that the visitor was told of. */
  restart(): void {
    const { link } = this.state.value
    if (link.at === 'ended' && link.code !== 'superseded' && link.code !== 'sockets.many') {
      this.#signIn = undefined
      this.keep.place = {}
    }
    this.#connection.start()
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

  /** What nobody waits for: its refusal is shown and that is all. */
  try(asked: Promise<unknown>): void {
    asked.catch(error => this.tell({ text: error instanceof Error ? error.message : String(error) }))
  }

  setName(name: string): void {
    this.keep.name = name
    this.name.value = name
    this.#useName()
  }

  go(path: string): void {
    history.pushState(null, '', path)
    this.readDoor()
  }

  /** Stands where the address bar says, and takes what is secret out of it at once. */
  readDoor(): void {
    const { pathname, hash } = location
    const { door, signIn } = readAddress(pathname, hash, this.keep.name !== undefined)
    if (hash) history.replaceState(null, '', pathname)
    this.stand(door)
    if (!signIn) return
    // From now on he is somebody else: this page begins anew.
    this.#signIn = signIn
    this.keep.place = {}
    this.set({ room: undefined })
    this.#connection.renew()
  }

  stand(door: Door): void {
    const isIn = this.state.value.room?.id
    const way = 'way' in door ? door.way : undefined
    const inside = isIn !== undefined && roomOf(door) === isIn && !(way && 'host' in way)
    this.set({ door: inside ? { at: 'room', room: isIn } : door })
    this.#arrive()
  }

  /** Comes in by a way, now or as soon as the line is open. */
  async enter(way: Way): Promise<void> {
    this.set({ door: { at: 'entering', way } })
    if (this.state.value.link.at === 'open') await this.#join(way)
  }

  /** Asks for what belongs to the door, if the line is open; else it is asked when the line is. */
  #arrive(): void {
    const { door, link, room } = this.state.value
    if (link.at !== 'open') return
    if (door.at === 'home') this.onHome()
    if (door.at === 'over' && door.code === 'store.away' && door.way) this.tryAgain(door.way)
    if (door.at === 'entry' && 'invite' in door.way && !door.look) void this.#look(door.way)
    if (door.at === 'waiting') void this.knock(door.way)
    if (door.at === 'entering' && door.way && !this.#comesUnasked(door.way)) void this.#join(door.way)
    if (door.at === 'room' && !this.#comesUnasked(door) && !(room && this.inRoom)) void this.#join(door)
  }

  #comesUnasked(way: Way | { room: RoomId }): boolean {
    return 'room' in way && !('host' in way) && way.room === this.#returning
  }

  async #look(way: { invite: InviteToken }): Promise<void> {
    await this.#try(way, () => this.ask({ type: 'invite.look', invite: way.invite }))
  }

  async #join(way: Way): Promise<void> {
    await this.#try(way, async () => {
      const { room, shared } = await this.ask({ type: 'room.join', ...wayFields(way) })
      if ('invite' in way && shared) this.knowLink(room, `/i/${way.invite}`)
    })
  }

  /** Asks once more, from where he stands, for what the server could not do just now. */
  tryAgain(way: Way): void {
    if (this.state.value.link.at !== 'open' || this.#comesUnasked(way)) return
    if (!('room' in way) || way.room !== this.#kept) return void this.#join(way)
    this.#connection.renew()
  }

  async knock(way: Way): Promise<void> {
    await this.#try(way, () => this.ask({ type: 'knock.ask', ...wayFields(way) }))
  }

  /** A no to somebody who wants in leads to the door that fits it. */
  async #try(way: Way, ask: () => Promise<unknown>): Promise<void> {
    try {
      await ask()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const door = afterNo(this.state.value.door, way, error)
      const isOut = (door.at === 'over' && door.code !== 'store.away') || door.at === 'knock'
      if (isOut && 'room' in way && this.state.value.room?.id === way.room) this.set({ room: undefined })
      this.set({ door })
    }
  }

  /** The public link of the room, learnt on the way in. */
  knowLink(room: RoomId, path: string): void {
    this.setRoom(place => (place.id === room ? { ...place, link: path } : place))
  }

  #greeting(): Greeting {
    const { resume, cursor } = this.keep.place
    const { room } = this.state.value
    this.#returning = resume && cursor ? cursor.room : undefined
    this.#kept = undefined
    if (room) this.#save()
    if (resume) return { resume, rooms: this.keep.place.cursor && [this.keep.place.cursor] }
    const { browser, name } = this.keep
    if (!this.#signIn) return { browser, name: this.name.value }
    // A link signs this browser in; another program's token is good by itself.
    return { ...this.#signIn, name, ...('token' in this.#signIn ? {} : { browser }) }
  }

  #expired(): void {
    this.keep.place = {}
    this.#returning = undefined
    if (this.state.value.door.at !== 'room') this.set({ room: undefined })
  }

  #lost(): void {
    this.inRoom = false
    this.setRoom(room => ({ ...room, typing: [] }))
    this.set({ link: { at: 'lost' } })
  }

  #ended(code: RefusalCode): void {
    this.inRoom = false
    this.set({ link: { at: 'ended', code } })
  }

  #heard(message: ServerMessage): void {
    if (!knows(message.type)) return noteUnknown(message.type)
    this.#become(apply(this.state.value, message))
    if (message.type === 'welcome') this.#welcome(message.resume)
    if (message.type === 'session.token') this.keep.place = { ...this.keep.place, resume: message.resume }
    if (message.type === 'room.entered') this.#entered(message.room.id)
    if (message.type === 'room.out' && message.room === this.#returning) this.#returning = undefined
    if (message.type === 'room.out') this.#kept = message.code === 'store.away' ? message.room : undefined
    for (const listener of this.listeners) listener(message)
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
    this.#arrive()
  }

  #entered(id: RoomId): void {
    this.#returning = undefined
    this.inRoom = true
    const { door, room } = this.state.value
    const link = this.keep.place.link
    if (link?.room === id && room?.link === undefined) this.setRoom(place => ({ ...place, link: link.path }))
    if (door.at === 'room' && location.pathname !== `/r/${id}`) history.replaceState(null, '', `/r/${id}`)
    if (room) this.onEntered(room)
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
