// Talking: what is said goes out once and in order, whatever the line does.
import type { ClientKey, PersonId, RoomId } from '#protocol/id.ts'
import { randomKey } from '../keep.ts'
import { Refused } from '../net/refused.ts'
import type { Session } from '../session.ts'
import type { Draft, Pending, Room } from '../state/state.ts'
import { changePending, discard, draftOf, write } from '../state/talk.ts'
import { isDetached } from '../state/window.ts'
import type { Pages } from './pages.ts'

const TYPING_MS = 4000
const HUSH_MS = 8000

export class Talk {
  readonly #session: Session
  readonly #pages: Pages
  #typingUntil = 0
  readonly #hushes = new Map<PersonId, ReturnType<typeof setTimeout>>()

  constructor(session: Session, pages: Pages) {
    this.#session = session
    this.#pages = pages
    session.onEntered = room => {
      for (const pending of room.pending) if (!pending.trouble) void this.#send(room.id, pending)
    }
    session.listen(message => {
      if (message.type === 'chat.typed' && message.on) this.#hushLater(message.person)
    })
  }

  say(room: Room, draft: Draft): void {
    const pending = { ...draft, key: randomKey() as ClientKey, at: Date.now() }
    this.#session.setRoom(place => write(place, pending))
    this.#typingUntil = 0
    if (isDetached(room)) void this.#pages.toNewest(room)
    void this.#send(room.id, pending)
  }

  again(room: RoomId, pending: Pending): void {
    this.#session.setRoom(place => changePending(place, pending.key, { trouble: undefined }))
    void this.#send(room, pending)
  }

  discard(pending: Pending): void {
    this.#session.setRoom(place => discard(place, pending.key))
  }

  /** While the line is lost nothing is asked: what waits goes out when the room is there again. */
  async #send(room: RoomId, pending: Pending): Promise<void> {
    if (!this.#session.inRoom) return
    const files = pending.files?.map(({ id }) => id)
    try {
      await this.#session.ask({ type: 'chat.send', room, key: pending.key, ...draftOf(pending), files })
    } catch (error) {
      if (!(error instanceof Refused) || error.code === 'unanswered') return
      if (error.code === 'message.gone' && pending.reply) return this.#unanswer(room, pending)
      const trouble = this.#session.sentenceOf(error)
      this.#session.setRoom(place => changePending(place, pending.key, { trouble }))
    }
  }

  /** What it answered is gone: it is said by itself. */
  #unanswer(room: RoomId, pending: Pending): void {
    this.#session.setRoom(place => changePending(place, pending.key, { reply: undefined }))
    void this.#send(room, { ...pending, reply: undefined })
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
}
