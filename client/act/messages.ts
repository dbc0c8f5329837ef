// What is done with a single message: it is edited, deleted, reacted to, kept in sight, looked up.
import type { Message } from '#protocol/chat.ts'
import type { MessageId, RoomId } from '#protocol/id.ts'
import type { Result } from '#protocol/message.ts'
import { hasReacted } from '#protocol/reaction.ts'
import { Refused } from '../net/refused.ts'
import type { Session } from '../session.ts'
import { withQuoted } from '../state/quoting.ts'

/** A page full of answers must not flood the server. */
const PAUSE = 60

export class Messages {
  readonly #session: Session
  readonly #asked = new Set<MessageId>()
  #last = Promise.resolve()

  constructor(session: Session) {
    this.#session = session
  }

  edit(room: RoomId, id: MessageId, text: string): void {
    this.#session.try(this.#session.ask({ type: 'chat.edit', room, id, text }))
  }

  delete(room: RoomId, id: MessageId): void {
    this.#session.try(this.#session.ask({ type: 'chat.delete', room, id }))
  }

  /** Gives this reaction, or takes it back. */
  react(room: RoomId, { id, reactions }: Message, emoji: string): void {
    const by = this.#session.state.value.me?.person
    const on = !by || !hasReacted(reactions, { by, emoji })
    this.#session.try(this.#session.ask({ type: 'chat.react', room, id, emoji, on }))
  }

  pin(room: RoomId, id: MessageId, on: boolean): void {
    this.#session.try(this.#session.ask({ type: 'chat.pin', room, id, on }))
  }

  history(room: RoomId, id: MessageId): Promise<Result<'chat.history'>> {
    return this.#session.ask({ type: 'chat.history', room, id })
  }

  /** Looks up a message that is quoted and not on this page: at most once at a time, and one after the other. */
  lookUp(room: RoomId, id: MessageId): void {
    if (this.#asked.has(id)) return
    this.#asked.add(id)
    this.#last = this.#last.then(() => this.#get(room, id))
  }

  /** What failed, or belonged to a room that he has left, is asked for again when it is drawn again. */
  async #get(room: RoomId, id: MessageId): Promise<void> {
    try {
      await this.#session.ask({ type: 'chat.get', room, id })
      await new Promise(done => setTimeout(done, PAUSE))
    } catch (error) {
      const gone = error instanceof Refused && error.code === 'message.gone'
      if (gone) this.#session.setRoom(place => (place.id === room ? withQuoted(place, id, null) : place))
    } finally {
      this.#asked.delete(id)
    }
  }
}
