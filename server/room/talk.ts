// What was said in a room, as far as it is kept in memory: the numbered facts, for whoever comes back, and the
// messages as they are now, for whoever comes new.
import type { Message, Version } from '#protocol/chat.ts'
import type { ClientKey, Epoch, MessageId, PersonId, RoomId } from '#protocol/id.ts'
import type { Fact } from '#protocol/room.ts'
import { noteOf } from '../store/note.ts'
import type { Change, Draft, Noted, Recent } from '../store/store.ts'
import type { Budget } from './budget.ts'
import { changed, isChange } from './change.ts'
import { Held, weightOf } from './held.ts'
import type { Shelf } from './shelf.ts'

const KEEP_FACTS = 1000
const KEEP_CHARS = 1024 * 1024
/** What a room keeps however little is left. */
const KEEP_ALWAYS = 32 * 1024
const REPLAY_FACTS = 500
const REPLAY_CHARS = 256 * 1024

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
  readonly #facts: Noted[] = []
  readonly #held: Held
  #chars = 0
  #seq = 0
  /** Whether the first thing ever said is still here. */
  #whole = true

  constructor({ room, epoch, budget, shelf }: Place, recent: Recent = { facts: [], messages: [] }) {
    this.#room = room
    this.#budget = budget
    this.#shelf = shelf
    this.#held = new Held(
      chars => this.#weigh(chars),
      ({ files }) => shelf.forget(files),
    )
    this.epoch = epoch
    for (const message of recent.messages) this.hold(message)
    for (const fact of recent.facts) this.#keep(fact)
    // Now the facts hold them.
    for (const { id } of recent.messages) this.letGo(id)
    this.#whole = (recent.facts[0]?.seq ?? 1) === 1
  }

  get seq(): number {
    return this.#seq
  }

  find(id: MessageId): Message | undefined {
    return this.#held.find(id)
  }

  /** Keeps a message here, and true to what happens to it, whatever becomes of the facts that speak of it. */
  hold(message: Message): void {
    this.#held.hold(message)
  }

  letGo(id: MessageId): void {
    this.#held.letGo(id)
  }

  /** The message that this person has already sent under this key, if any: his retry is the same message. */
  sent(by: PersonId, key: ClientKey): Message | undefined {
    return this.#held.sent(by, key)
  }

  /** Enters a fact under its number, and gives it as it goes out. */
  enter(draft: Draft, seq: number): Fact {
    const fact = noteOf({ ...draft, seq })
    if (fact.type === 'chat.edited') fact.was = versionOf(this.#about(fact.message))
    if (draft.type === 'chat.said') this.#shelf.put(draft.message.files)
    this.#keep(fact, draft.type === 'chat.said' ? { ...draft.message, seq } : undefined)
    if (isChange(draft)) this.#change(draft)
    const shown = this.#show(fact)
    this.#forgetOldest()
    return shown
  }

  /** What came after `seq`, or undefined when that is too much or no longer known. */
  since(seq: number): Fact[] | undefined {
    if (seq > this.#seq || this.#seq - seq > Math.min(REPLAY_FACTS, this.#facts.length)) return undefined
    const facts = this.#facts.slice(this.#facts.length - (this.#seq - seq)).map(fact => this.#show(fact))
    const chars = facts.reduce((sum, fact) => sum + ('text' in fact ? weightOf(fact) : 0), 0)
    return chars > REPLAY_CHARS ? undefined : facts
  }

  /** The messages since the oldest fact that is kept, in their order, and whether those are all there ever were. */
  kept(): { messages: Message[]; whole: boolean } {
    const messages = this.#held.all().filter(({ seq }) => this.knowsAll(seq))
    return { messages: messages.sort((one, other) => one.seq - other.seq), whole: this.#whole }
  }

  /** What marked edits of a message replaced, as far as that is kept here. */
  replaced(id: MessageId): Version[] {
    return this.#facts.flatMap(fact =>
      fact.type === 'chat.edited' && fact.message === id && !fact.silent && fact.was ? [fact.was] : [],
    )
  }

  /** Whether everything that has happened since this number is kept here. */
  knowsAll(seq: number): boolean {
    return seq >= (this.#facts[0]?.seq ?? this.#seq + 1)
  }

  /** For the memory that a named room gets. */
  recent(): Recent {
    return { facts: this.#facts, messages: this.#held.all() }
  }

  /** The room is gone, and what it kept with it. */
  release(): void {
    this.#weigh(-this.#chars)
  }

  #keep(fact: Noted, message = 'message' in fact ? this.#about(fact.message) : undefined): void {
    this.#seq = fact.seq
    this.#facts.push(fact)
    this.#weigh(weightOfPast(fact))
    if (message) this.hold(message)
  }

  /** Whatever a fact speaks of is held by it. */
  #about(id: MessageId): Message {
    const message = this.find(id)
    if (message) return message
    throw new Error(`nothing is known of the message ${id} any more`)
  }

  #change(change: Change): void {
    if (change.type === 'chat.deleted') {
      this.#shelf.drop(this.#about(change.message).files)
      this.#forgetVersions(change.message)
    }
    this.#held.change(change.message, message => changed(message, change))
  }

  /** A deleted text is gone at once in all its versions, also for those who come back later; the place stays. */
  #forgetVersions(id: MessageId): void {
    for (const fact of this.#facts) {
      if (fact.type !== 'chat.edited' || fact.message !== id) continue
      this.#weigh(-weightOfPast(fact))
      delete fact.was
    }
  }

  #forgetOldest(): void {
    const most = this.#budget.spent ? KEEP_ALWAYS : KEEP_CHARS
    while (this.#facts.length > KEEP_FACTS || this.#chars > most) {
      const fact = this.#facts.shift()
      if (!fact) return
      this.#whole = false
      this.#weigh(-weightOfPast(fact))
      if ('message' in fact) this.letGo(fact.message)
    }
  }

  #weigh(chars: number): void {
    this.#chars += chars
    this.#budget.use(chars)
  }

  /** As it goes out: always with today's text, so that nothing deleted is ever sent again. */
  #show(fact: Noted): Fact {
    const { seq } = fact
    const room = this.#room
    switch (fact.type) {
      case 'chat.said':
        return { type: fact.type, room, ...this.#about(fact.message) }
      case 'chat.edited': {
        const { message: id, at, silent } = fact
        const { text } = this.#about(id)
        return { type: fact.type, room, seq, id, text, at, ...(silent ? { silent } : {}) }
      }
      case 'chat.deleted':
        return { type: fact.type, room, seq, id: fact.message, by: fact.by, at: fact.at }
      case 'chat.reacted': {
        const { message: id, by, emoji, on } = fact
        return { type: fact.type, room, seq, id, by, emoji, on }
      }
      case 'room.role-set':
        return { type: fact.type, room, seq, person: fact.person, role: fact.role, by: fact.by }
      case 'room.named':
        return { type: fact.type, room, seq, name: fact.name, by: fact.by, epoch: this.epoch }
    }
  }
}

export const versionOf = ({ text, at, edited }: Message): Version => ({ text, at: edited ?? at })

const weightOfPast = (fact: Noted) => (fact.type === 'chat.edited' ? (fact.was?.text.length ?? 0) : 0)
