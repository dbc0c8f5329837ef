// Somebody who is in a room for good: whenever the server is gone he comes back as soon as it is there again, with
// what he knows, and says what he has to say until it is acknowledged.
import type { RoomId } from '#protocol/id.ts'
import type { Reachable, Transport } from './carrier.ts'
import type { Person } from './person.ts'

const pause = (ms: number) => new Promise(done => setTimeout(done, ms))

interface Heard {
  readonly seq: number
  readonly text: string
}

export class Regular {
  readonly #room: RoomId
  readonly #transport: Transport
  readonly #where: () => Reachable | undefined
  readonly #delay: number
  readonly #before: Person[] = []
  #person: Person
  #returning: Promise<void> | undefined

  /** `delay`: how long he takes to come back, so that he misses something. */
  constructor(
    person: Person,
    room: RoomId,
    where: () => Reachable | undefined,
    transport: Transport,
    delay = 0,
  ) {
    this.#person = person
    this.#room = room
    this.#where = where
    this.#transport = transport
    this.#delay = delay
  }

  /** Says it with one key for all tries. */
  async say(text: string, key: string): Promise<void> {
    for (;;) {
      const person = this.#person
      const said = person.say(this.#room, text, key).then(
        () => true,
        () => false,
      )
      const lost = person.isClosed().then(
        () => false,
        () => false,
      )
      if (await Promise.race([said, lost])) return
      await this.returned()
      await pause(5)
    }
  }

  /** He is there, or there again. */
  async returned(): Promise<void> {
    if (!this.#person.closed) return
    this.#returning ??= this.#comeBack().finally(() => {
      this.#returning = undefined
    })
    await this.#returning
  }

  /** All that he learnt of what was said, in the order in which he learnt it, over all his lives. */
  heard(): Heard[] {
    return [...this.#before, this.#person].flatMap(({ heard }) =>
      heard.flatMap((message): Heard[] => {
        if (message.type === 'chat.said') return [message]
        if (message.type !== 'room.entered' || message.room.id !== this.#room) return []
        return message.room.facts?.flatMap(fact => (fact.type === 'chat.said' ? [fact] : [])) ?? []
      }),
    )
  }

  /** How much of it he was told only when he came back. */
  get caughtUp(): number {
    const returns = this.#before.concat(this.#person).flatMap(person => person.all('room.entered'))
    return returns.reduce((sum, { room }) => sum + (room.facts?.length ?? 0), 0)
  }

  async settled(): Promise<void> {
    await this.returned()
    await this.#person.settled()
  }

  async #comeBack(): Promise<void> {
    for (;;) {
      const place = this.#where()
      const person = place && (await this.#try(place))
      if (person) {
        this.#before.push(this.#person)
        this.#person = person
        return
      }
      await pause(10)
    }
  }

  async #try(place: Reachable): Promise<Person | undefined> {
    try {
      await pause(this.#delay)
      const person = await this.#person.comeAgain(place, this.#transport)
      await person.hears('room.entered', ({ room }) => room.id === this.#room)
      return person
    } catch {
      return undefined
    }
  }
}
