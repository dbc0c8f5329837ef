// Coming and going: starting rooms, entering them, naming them, leaving them.
import type { ServerMessage } from '#protocol/message.ts'
import type { Texts } from '../language/texts.ts'
import type { Reading } from '../reading.ts'
import type { Session } from '../session.ts'
import { isHome } from '../state/belonging.ts'
import { isKept, type Notice, type Room, type Way } from '../state/state.ts'
import { roomName } from '../state/title.ts'
import type { Drafts } from './drafts.ts'

type News = Extract<ServerMessage, { type: 'room.news' }>

const PAUSE = 1000

export class Rooms {
  readonly #session: Session
  readonly #reading: Reading
  readonly #drafts: Drafts
  #soon: ReturnType<typeof setTimeout> | undefined

  constructor(session: Session, reading: Reading, drafts: Drafts) {
    this.#session = session
    this.#reading = reading
    this.#drafts = drafts
    session.entrance.onHome = () => void this.#lookHome()
    session.listen(message => message.type === 'room.news' && this.#hearNews(message))
  }

  async start(): Promise<void> {
    const session = this.#session
    session.setName(session.name.value)
    session.set({ door: { at: 'entering' } })
    try {
      const { room, link } = await session.ask({ type: 'room.create' })
      session.point(`/r/${room}`)
      await session.entrance.enter({ room })
      session.entrance.knowLink(room, link)
    } catch (error) {
      session.entrance.stand({ at: 'home' })
      session.report(error)
    }
  }

  enter(name: string, way: Way): void {
    this.#session.setName(name)
    void this.#session.entrance.enter(way)
  }

  knock(way: Way): void {
    void this.#session.entrance.knock(way)
  }

  withdraw(): void {
    const { door } = this.#session.state.value
    if (door.at === 'waiting') this.#session.say({ type: 'knock.withdraw', room: door.room })
    this.#session.go(this.#session.home)
  }

  /** Not worth a word when it fails: what was known before is still there. */
  async #lookHome(): Promise<void> {
    await this.#session.ask({ type: 'room.mine' }).catch(() => {})
  }

  /** However much is said elsewhere, it is asked for only now and then. */
  #lookSoon(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined
      if (this.#session.state.value.door.at === 'home') void this.#lookHome()
    }, PAUSE)
  }

  /** At home it shows in the list of rooms; elsewhere he is told, unless he wrote it himself on another page. */
  #hearNews({ room, direct, by }: News): void {
    const session = this.#session
    if (session.state.value.door.at === 'home') return this.#lookSoon()
    if (by !== direct.person) return
    const { tidings } = session.language.texts
    session.tell({ text: tidings.wroteElsewhere(direct.name), back: `/r/${room}`, label: tidings.read })
  }

  /** To the next of his rooms, or the one before. From a room that is not among them nobody is led away: it may vanish. */
  async goOn(from: Room, by: 1 | -1): Promise<void> {
    if (!isHome(from, this.#session.state.value.me)) return
    await this.#lookHome()
    const { mine = [] } = this.#session.state.value
    const at = mine.findIndex(({ room }) => room === from.id)
    const next = mine.at((at + by) % mine.length)
    if (at !== -1 && next && next.room !== from.id) this.#session.go(`/r/${next.room}`)
  }

  /** Asked first: what is asked at home is then about the time after. */
  leave(room: Room, forGood = false): void {
    const session = this.#session
    this.#reading.end()
    const left = session.ask({ type: 'room.leave', room: room.id, forGood: forGood || undefined })
    session.go('/')
    session.set({ room: undefined })
    if (forGood || vanishes(room)) this.#drafts.forget(room.id)
    session.tell(farewell(room, forGood, session.language.texts))
    if (forGood) session.try(left)
    else left.catch(() => {})
  }

  name(room: Room, name: string): Promise<unknown> {
    return this.#session.ask({ type: 'room.name', room: room.id, name })
  }

  /** Over for everyone: he goes home once it is done. */
  async burn(room: Room): Promise<void> {
    try {
      await this.#session.ask({ type: 'room.close', room: room.id })
      this.#drafts.forget(room.id)
      this.#session.go('/')
      const { door, page } = this.#session.language.texts
      this.#session.tell({ text: door.farewell.burned(roomName(room, page.unnamed)) })
    } catch (error) {
      this.#session.report(error)
    }
  }
}

/** He is the last one there. */
const vanishes = (room: Room) => !isKept(room) && room.members.length === 1

function farewell(room: Room, forGood: boolean, t: Texts): Notice {
  const { direct, name, settings } = room
  const say = t.door.farewell
  const back = `/r/${room.id}`
  if (forGood && direct) return { text: say.pairForGood(direct.name) }
  if (forGood) return { text: say.forGood(roomName(room, t.page.unnamed)) }
  if (direct) return { text: say.leftPair(direct.name), back }
  if (vanishes(room)) return { text: say.vanished }
  const called = name ?? settings.topic
  return { text: called ? say.left(called) : say.leftUnnamed, back }
}
