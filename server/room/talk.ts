// What was said in a room, as far as it is kept in memory: the numbered facts, for whoever comes back, and the
// messages as they are now, for whoever comes new.
import type { Message } from '#protocol/chat.ts'
import type { ClientKey, Epoch, MessageId, PersonId, RoomId } from '#protocol/id.ts'
import type { Fact } from '#protocol/room.ts'
import type { Draft, Numbered, Recent } from '../store/store.ts'
import type { Budget } from './budget.ts'
import type { Shelf } from './shelf.ts'

const KEEP_FACTS = 1000
const KEEP_CHARS = 1024 * 1024
/** What a room keeps however little is left. */
const KEEP_ALWAYS = 32 * 1024
const REPLAY_FACTS = 500
const REPLAY_CHARS = 256 * 1024

/** What a file weighs in memory, whatever its name. */
const FILE_CHARS = 300

interface Place {
  readonly room: RoomId
  readonly epoch: Epoch
  readonly budget: Budget
  readonly shelf: Shelf
}

export class Talk {
  readonly #room: RoomId
  readonly epoch: Epoch
  readonly #budget: Budget
  readonly #shelf: Shelf
  readonly #facts: Numbered[] = []
  readonly #messages = new Map<MessageId, Message>()
  readonly #keys = new Map<string, Message>()
  #chars = 0
  #seq = 0
  /** Whether the first thing ever said is still here. */
  #whole = true

  constructor({ room, epoch, budget, shelf }: Place, recent: Recent = { facts: [], messages: [] }) {
    this.#room = room
    this.#budget = budget
    this.#shelf = shelf
    this.epoch = epoch
    for (const message of recent.messages) this.adopt(message)
    for (const fact of recent.facts) this.#keep(fact)
    this.#whole = (recent.facts[0]?.seq ?? 1) === 1
  }

  get seq(): number {
    return this.#seq
  }

  find(id: MessageId): Message | undefined {
    return this.#messages.get(id)
  }

  /** Takes in a message from before what is kept, because something happens to it now. */
  adopt(message: Message): Message {
    const known = this.#messages.get(message.id)
    if (known) return known
    this.#messages.set(message.id, message)
    this.#keys.set(`${message.by} ${message.key}`, message)
    return message
  }

  /** The message that this person has already sent under this key, if any: his retry is the same message. */
  sent(by: PersonId, key: ClientKey): Message | undefined {
    return this.#keys.get(`${by} ${key}`)
  }

  /** Enters a fact under its number, and gives it as it goes out. */
  enter(draft: Draft, seq: number): Fact {
    const fact: Numbered = { ...draft, seq }
    this.#apply(fact)
    this.#keep(fact)
    const most = this.#budget.spent ? KEEP_ALWAYS : KEEP_CHARS
    while (this.#facts.length > KEEP_FACTS || this.#chars > most) this.#forgetOldest()
    return this.#show(fact)
  }

  /** What came after `seq`, or undefined when that is too much or no longer known. */
  since(seq: number): Fact[] | undefined {
    if (seq > this.#seq || this.#seq - seq > Math.min(REPLAY_FACTS, this.#facts.length)) return undefined
    const facts = this.#facts.slice(this.#facts.length - (this.#seq - seq)).map(fact => this.#show(fact))
    const chars = facts.reduce((sum, fact) => sum + ('text' in fact ? charsOf(fact) : 0), 0)
    return chars > REPLAY_CHARS ? undefined : facts
  }

  /** The messages since the oldest fact that is kept, in their order, and whether those are all there ever were. */
  kept(): { messages: Message[]; whole: boolean } {
    const from = this.#facts[0]?.seq ?? 0
    const messages = [...this.#messages.values()].filter(({ seq }) => seq >= from)
    return { messages: messages.sort((one, other) => one.seq - other.seq), whole: this.#whole }
  }

  /** For the memory that a named room gets. */
  recent(): Recent {
    return { facts: this.#facts, messages: [...this.#messages.values()] }
  }

  #apply(fact: Numbered): void {
    if (fact.type === 'chat.said') {
      this.adopt({ ...fact.message, seq: fact.seq })
      this.#shelf.put(fact.message.files)
    }
    const message =
      fact.type === 'chat.edited' || fact.type === 'chat.deleted' ? this.find(fact.message) : undefined
    if (!message) return
    // The text is gone at once, also for those who come back later; the place stays.
    const text = fact.type === 'chat.edited' ? fact.text : ''
    this.#weigh(text.length - message.text.length)
    message.text = text
    if (fact.type === 'chat.edited') message.edited = fact.at
    if (fact.type === 'chat.deleted') {
      message.deleted = fact.at
      delete message.reply
      delete message.mentions
      this.#weigh(-filesWeigh(message))
      this.#shelf.drop(message.files)
      delete message.files
    }
  }

  #keep(fact: Numbered): void {
    this.#seq = fact.seq
    this.#facts.push(fact)
    if (fact.type === 'chat.said') this.#weigh(charsOf(this.find(fact.message.id) ?? fact.message))
  }

  /** The room is gone, and what it kept with it. */
  release(): void {
    this.#weigh(-this.#chars)
  }

  #weigh(chars: number): void {
    this.#chars += chars
    this.#budget.use(chars)
  }

  #forgetOldest(): void {
    this.#whole = false
    const fact = this.#facts.shift()
    const message = fact?.type === 'chat.said' ? this.find(fact.message.id) : undefined
    if (!message) return
    this.#weigh(-charsOf(message))
    this.#shelf.forget(message.files)
    this.#messages.delete(message.id)
    this.#keys.delete(`${message.by} ${message.key}`)
  }

  /** As it goes out: always with today's text, so that nothing deleted is ever sent again. */
  #show(fact: Numbered): Fact {
    const { seq } = fact
    const room = this.#room
    switch (fact.type) {
      case 'chat.said':
        return { type: fact.type, room, ...(this.find(fact.message.id) ?? { ...fact.message, seq }) }
      case 'chat.edited':
        return {
          type: fact.type,
          room,
          seq,
          id: fact.message,
          text: this.find(fact.message)?.text ?? fact.text,
          at: fact.at,
        }
      case 'chat.deleted':
        return { type: fact.type, room, seq, id: fact.message, by: fact.by, at: fact.at }
      case 'room.role-set':
        return { type: fact.type, room, seq, person: fact.person, role: fact.role, by: fact.by }
      case 'room.named':
        return { type: fact.type, room, seq, name: fact.name, by: fact.by, epoch: this.epoch }
    }
  }
}

type Weighed = Pick<Message, 'text' | 'files'>
const filesWeigh = ({ files }: Pick<Message, 'files'>) => FILE_CHARS * (files?.length ?? 0)
export const charsOf = (message: Weighed) => message.text.length + filesWeigh(message)
