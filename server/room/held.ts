// The messages that a room has in memory: each of them for as long as somebody holds it.
import type { Message } from '#protocol/chat.ts'
import type { ClientKey, MessageId, PersonId } from '#protocol/id.ts'

interface Place {
  message: Message
  holders: number
}

/** The id of a person, and what stands around it. */
const REACTION_CHARS = 24
/** What a file weighs, whatever its name. */
const FILE_CHARS = 300

export type Weighty = Pick<Message, 'text' | 'reactions' | 'files'>

/** How much of a message counts, in memory and on its way out. */
export function weightOf({ text, reactions = [], files = [] }: Weighty): number {
  const given = reactions.reduce((sum, { by }) => sum + by.length, 0)
  return text.length + given * REACTION_CHARS + files.length * FILE_CHARS
}

export class Held {
  readonly #places = new Map<MessageId, Place>()
  readonly #keys = new Map<string, MessageId>()
  readonly #weigh: (chars: number) => void
  readonly #forgotten: (message: Message) => void

  constructor(weigh: (chars: number) => void, forgotten: (message: Message) => void) {
    this.#weigh = weigh
    this.#forgotten = forgotten
  }

  find(id: MessageId): Message | undefined {
    return this.#places.get(id)?.message
  }

  /** The message that this person has already sent under this key. */
  sent(by: PersonId, key: ClientKey): Message | undefined {
    const id = this.#keys.get(`${by} ${key}`)
    return id && this.find(id)
  }

  all(): Message[] {
    return [...this.#places.values()].map(({ message }) => message)
  }

  /** What is here already is newer than what somebody brings. */
  hold(message: Message): void {
    const place = this.#places.get(message.id)
    if (place) return void place.holders++
    this.#places.set(message.id, { message, holders: 1 })
    this.#keys.set(`${message.by} ${message.key}`, message.id)
    this.#weigh(weightOf(message))
  }

  letGo(id: MessageId): void {
    const place = this.#places.get(id)
    if (!place || --place.holders > 0) return
    const { message } = place
    this.#places.delete(id)
    this.#keys.delete(`${message.by} ${message.key}`)
    this.#weigh(-weightOf(message))
    this.#forgotten(message)
  }

  change(id: MessageId, how: (message: Message) => Message): void {
    const place = this.#places.get(id)
    if (!place) return
    const before = weightOf(place.message)
    place.message = how(place.message)
    this.#weigh(weightOf(place.message) - before)
  }
}
