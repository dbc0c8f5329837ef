// What one says in a call without a word: a raised hand, and emoji that are seen for a moment.
import { signal } from '@preact/signals'
import type { PersonId, RoomId } from '#protocol/id.ts'
import type { Session } from '../session.ts'

/** Those that can be sent, by their keys 1 to 6. */
export const EMOJI = ['👍', '❤️', '😂', '🎉', '👏', '😮'] as const

const SHOWN_MS = 4000
/** Of one person at the same time. */
const MOST = 6

export interface Reaction {
  readonly key: number
  readonly by: PersonId
  readonly emoji: string
}

export class Gestures {
  readonly shown = signal<readonly Reaction[]>([])
  readonly #session: Session
  readonly #room: RoomId
  readonly #stop: () => void
  readonly #timers = new Set<ReturnType<typeof setTimeout>>()
  #count = 0

  constructor(session: Session, room: RoomId) {
    this.#session = session
    this.#room = room
    this.#stop = session.listen(message => {
      if (message.type === 'live.reacted' && message.room === room) this.#show(message.by, message.emoji)
    })
  }

  raise(hand: boolean): void {
    this.#session.try(this.#session.ask({ type: 'live.set', room: this.#room, hand }))
  }

  react(emoji: string): void {
    this.#session.try(this.#session.ask({ type: 'live.react', room: this.#room, emoji }))
  }

  close(): void {
    this.#stop()
    for (const timer of this.#timers) clearTimeout(timer)
  }

  #show(by: PersonId, emoji: string): void {
    const reaction = { key: this.#count++, by, emoji }
    const his = this.shown.peek().filter(one => one.by === by)
    const tooMany = his.slice(0, Math.max(0, his.length + 1 - MOST))
    this.shown.value = [...this.shown.peek().filter(one => !tooMany.includes(one)), reaction]
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      this.shown.value = this.shown.peek().filter(one => one !== reaction)
    }, SHOWN_MS)
    this.#timers.add(timer)
  }
}
