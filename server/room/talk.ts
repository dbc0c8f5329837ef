// What was said in a room, as far as it is kept in memory: the numbered facts, for whoever comes back, and the
// messages as they are now, for whoever comes new.
import { nanoid } from 'nanoid'
import type { Message } from '#protocol/chat.ts'
import type { ClientKey, MessageId, PersonId, RoomId } from '#protocol/id.ts'
import type { Fact, Role } from '#protocol/room.ts'

const KEEP_FACTS = 1000
const KEEP_CHARS = 1024 * 1024
export const REPLAY_FACTS = 500
const REPLAY_CHARS = 256 * 1024
const PAGE = 50
const PAGE_CHARS = 128 * 1024

type RoleFact = { type: 'room.role-set'; seq: number; person: PersonId; role: Role; by: PersonId }
type TalkFact =
  | { type: 'chat.said' | 'chat.edited'; seq: number; message: Message }
  | { type: 'chat.deleted'; seq: number; message: Message; by: PersonId }
  | RoleFact

export class Talk {
  readonly #room: RoomId
  readonly #facts: TalkFact[] = []
  readonly #messages = new Map<MessageId, Message>()
  readonly #keys = new Map<string, Message>()
  #chars = 0
  #seq = 0

  constructor(room: RoomId) {
    this.#room = room
  }

  get seq(): number {
    return this.#seq
  }

  find(id: MessageId): Message | undefined {
    return this.#messages.get(id)
  }

  /** The message that this person has already sent under this key, if any: his retry is the same message. */
  sent(by: PersonId, key: ClientKey): Message | undefined {
    return this.#keys.get(`${by} ${key}`)
  }

  say(by: PersonId, name: string, key: ClientKey, text: string, at: number): Fact {
    const message: Message = { id: nanoid(12) as MessageId, seq: ++this.#seq, key, by, name, text, at }
    this.#messages.set(message.id, message)
    this.#keys.set(`${by} ${key}`, message)
    return this.#log({ type: 'chat.said', seq: message.seq, message })
  }

  edit(message: Message, text: string, at: number): Fact {
    this.#setText(message, text)
    message.edited = at
    return this.#log({ type: 'chat.edited', seq: ++this.#seq, message })
  }

  /** The text is gone at once, also for those who come back later; the place stays. */
  delete(message: Message, by: PersonId, at: number): Fact {
    this.#setText(message, '')
    message.deleted = at
    return this.#log({ type: 'chat.deleted', seq: ++this.#seq, message, by })
  }

  setRole(person: PersonId, role: Role, by: PersonId): Fact {
    return this.#log({ type: 'room.role-set', seq: ++this.#seq, person, role, by })
  }

  /** What came after `seq`, or undefined when that is too much or no longer known. */
  since(seq: number): Fact[] | undefined {
    if (seq > this.#seq || this.#seq - seq > Math.min(REPLAY_FACTS, this.#facts.length)) return undefined
    const facts = this.#facts.slice(this.#facts.length - (this.#seq - seq))
    const chars = facts.reduce((sum, fact) => sum + charsOf(fact), 0)
    return chars > REPLAY_CHARS ? undefined : facts.map(fact => this.#show(fact))
  }

  /** The newest messages before `before`, oldest first. */
  page(before = Number.POSITIVE_INFINITY): { messages: Message[]; more: boolean } {
    const older = [...this.#messages.values()].filter(message => message.seq < before)
    let from = older.length
    for (let chars = 0; from > 0 && older.length - from < PAGE; from--) {
      chars += older[from - 1]?.text.length ?? 0
      if (chars > PAGE_CHARS && from < older.length) break
    }
    return { messages: older.slice(from), more: from > 0 }
  }

  #setText(message: Message, text: string): void {
    this.#chars += text.length - message.text.length
    message.text = text
  }

  #log(fact: TalkFact): Fact {
    this.#facts.push(fact)
    if (fact.type === 'chat.said') this.#chars += fact.message.text.length
    while (this.#facts.length > KEEP_FACTS || this.#chars > KEEP_CHARS) this.#forgetOldest()
    return this.#show(fact)
  }

  #forgetOldest(): void {
    const fact = this.#facts.shift()
    if (fact?.type !== 'chat.said') return
    this.#chars -= fact.message.text.length
    this.#messages.delete(fact.message.id)
    this.#keys.delete(`${fact.message.by} ${fact.message.key}`)
  }

  /** As it goes out: always with today's text, so that nothing deleted is ever sent again. */
  #show(fact: TalkFact): Fact {
    const { room, seq } = { room: this.#room, seq: fact.seq }
    switch (fact.type) {
      case 'chat.said':
        return { type: 'chat.said', room, ...fact.message }
      case 'chat.edited':
        return { type: 'chat.edited', room, seq, id: fact.message.id, ...editOf(fact.message) }
      case 'chat.deleted':
        return {
          type: 'chat.deleted',
          room,
          seq,
          id: fact.message.id,
          by: fact.by,
          at: fact.message.deleted ?? 0,
        }
      case 'room.role-set':
        return { ...fact, room }
    }
  }
}

const editOf = (message: Message) => ({ text: message.text, at: message.edited ?? message.at })
const charsOf = (fact: TalkFact) =>
  'message' in fact && fact.type !== 'chat.deleted' ? fact.message.text.length : 0
