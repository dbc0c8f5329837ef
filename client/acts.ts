// What a visitor does, each act by its name. The view calls these and nothing else.
import type { ClientKey, MessageId, PersonId, RoomId } from '#protocol/id.ts'
import { randomKey } from './keep.ts'
import { Refused } from './net/refused.ts'
import type { Reading } from './reading.ts'
import type { Session } from './session.ts'
import type { Notice, Pending, Room, Way } from './state/state.ts'
import { discard, oldest, setTrouble, write } from './state/talk.ts'
import { roomName } from './state/title.ts'

const TYPING_MS = 4000
const HUSH_MS = 8000

export class Acts {
  readonly #session: Session
  readonly #reading: Reading
  #typingUntil = 0
  #paging = false
  readonly #hushes = new Map<PersonId, ReturnType<typeof setTimeout>>()

  constructor(session: Session, reading: Reading) {
    this.#session = session
    this.#reading = reading
    session.onEntered = room => {
      for (const pending of room.pending) if (!pending.trouble) void this.#send(room.id, pending)
    }
    session.onHome = () => void this.#lookHome()
    session.onTyping = person => this.#hushLater(person)
  }

  async startRoom(): Promise<void> {
    const session = this.#session
    session.setName(session.name.value)
    session.set({ door: { at: 'entering' } })
    try {
      const { room, link } = await session.ask({ type: 'room.create' })
      history.pushState(null, '', `/r/${room}`)
      await session.enter({ room })
      session.knowLink(room, link)
    } catch (error) {
      session.stand({ at: 'home' })
      session.try(Promise.reject(error))
    }
  }

  enter(name: string, way: Way): void {
    this.#session.setName(name)
    void this.#session.enter(way)
  }

  knock(way: Way): void {
    this.#session.knock(way)
  }

  withdraw(): void {
    const { door } = this.#session.state.value
    if (door.at === 'waiting') this.#session.say({ type: 'knock.withdraw', room: door.room })
    this.#session.go('/')
  }

  /** Not worth a word when it fails: what was known before is still there. */
  async #lookHome(): Promise<void> {
    await this.#session.ask({ type: 'room.mine' }).catch(() => {})
  }

  /** Asked first: what is asked at home is then about the time after. */
  leave(room: Room, forGood = false): void {
    const session = this.#session
    this.#reading.end()
    const left = session.ask({ type: 'room.leave', room: room.id, forGood: forGood || undefined })
    session.go('/')
    session.set({ room: undefined })
    session.tell(farewell(room, forGood))
    if (forGood) session.try(left)
    else left.catch(() => {})
  }

  /** Undefined when it was done, else why not. */
  async name(room: Room, name: string): Promise<string | undefined> {
    try {
      await this.#session.ask({ type: 'room.name', room: room.id, name })
      return undefined
    } catch (error) {
      return sentenceOf(error)
    }
  }

  /** Over for everyone: he goes home once it is done. */
  async burn(room: Room): Promise<void> {
    try {
      await this.#session.ask({ type: 'room.close', room: room.id })
      this.#session.go('/')
      this.#session.tell({ text: `${roomName(room)} is burned. Nothing of it was kept.` })
    } catch (error) {
      this.#session.tell({ text: sentenceOf(error) })
    }
  }

  /** The answer is the end of the connection, which has a screen of its own. */
  signOut(): void {
    this.#session.set({ room: undefined })
    this.#session.ask({ type: 'session.end' }).catch(() => {})
  }

  say(room: Room, text: string): void {
    const pending = { key: randomKey() as ClientKey, text, at: Date.now() }
    this.#session.setRoom(place => write(place, pending))
    this.#typingUntil = 0
    void this.#send(room.id, pending)
  }

  again(room: RoomId, pending: Pending): void {
    this.#session.setRoom(place => setTrouble(place, pending.key, undefined))
    void this.#send(room, pending)
  }

  discard(pending: Pending): void {
    this.#session.setRoom(place => discard(place, pending.key))
  }

  /** While the line is lost nothing is asked: what waits goes out when the room is there again. */
  async #send(room: RoomId, { key, text }: Pending): Promise<void> {
    if (!this.#session.inRoom) return
    try {
      await this.#session.ask({ type: 'chat.send', room, key, text })
    } catch (error) {
      if (!(error instanceof Refused) || error.code === 'unanswered') return
      this.#session.setRoom(place => setTrouble(place, key, error.message))
    }
  }

  edit(room: RoomId, id: MessageId, text: string): void {
    this.#session.try(this.#session.ask({ type: 'chat.edit', room, id, text }))
  }

  delete(room: RoomId, id: MessageId): void {
    this.#session.try(this.#session.ask({ type: 'chat.delete', room, id }))
  }

  /** Says so once, and again only when the others would have forgotten. */
  typing(room: Room, on: boolean): void {
    const now = Date.now()
    if (on ? now < this.#typingUntil : this.#typingUntil === 0) return
    this.#typingUntil = on ? now + TYPING_MS : 0
    if (room.members.length > 1) this.#session.say({ type: 'chat.typing', room: room.id, on })
  }

  /** Somebody who types and is then lost must not type for ever. */
  #hushLater(person: PersonId): void {
    clearTimeout(this.#hushes.get(person))
    const hush = () =>
      this.#session.setRoom(room => ({ ...room, typing: room.typing.filter(one => one !== person) }))
    this.#hushes.set(person, setTimeout(hush, HUSH_MS))
  }

  async older(room: Room): Promise<void> {
    if (this.#paging || !room.more || !this.#session.inRoom) return
    this.#paging = true
    try {
      await this.#session.ask({ type: 'chat.page', room: room.id, before: oldest(room) })
    } catch {
      // Asked for again by the next scroll.
    } finally {
      this.#paging = false
    }
  }

  set(room: Room, change: { topic?: string; locked?: boolean }): void {
    this.#session.try(this.#session.ask({ type: 'room.set', room: room.id, ...change }))
  }

  admit(room: Room, person: PersonId): void {
    this.#session.try(this.#session.ask({ type: 'knock.admit', room: room.id, person }))
  }

  deny(room: Room, person: PersonId): void {
    this.#session.try(this.#session.ask({ type: 'knock.deny', room: room.id, person }))
  }

  kick(room: Room, person: PersonId): void {
    this.#session.try(this.#session.ask({ type: 'room.kick', room: room.id, person }))
  }

  ban(room: Room, person: PersonId): void {
    this.#session.try(this.#session.ask({ type: 'room.ban', room: room.id, person }))
  }

  setRole(room: Room, person: PersonId, role: 'owner' | 'admin' | 'guest'): void {
    this.#session.try(this.#session.ask({ type: 'room.role', room: room.id, person, role }))
  }

  /** The public link, made if there is none. */
  link(room: Room): void {
    this.#session.try(this.#session.ask({ type: 'invite.public', room: room.id }))
  }

  cancelLink(room: Room): void {
    this.#session.try(this.#session.ask({ type: 'invite.cancel', room: room.id }))
  }

  /** A link that opens the room for whoever has it, as its owner. */
  async hostLink(room: Room, renew: boolean): Promise<string | undefined> {
    try {
      return (await this.#session.ask({ type: 'invite.host', room: room.id, renew })).path
    } catch (error) {
      this.#session.try(Promise.reject(error))
      return undefined
    }
  }
}

function farewell(room: Room, forGood: boolean): Notice {
  if (forGood) return { text: `You left ${roomName(room)} for good.` }
  if (room.name === null && room.members.length === 1)
    return { text: 'You were the last one there, so the room is gone. Nothing of it was kept.' }
  return { text: `You left ${room.name ?? (room.settings.topic || 'the room')}.`, back: `/r/${room.id}` }
}

const sentenceOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
