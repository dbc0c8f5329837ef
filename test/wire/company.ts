// Two who talk in a room while somebody in it misbehaves. They should notice nothing.
import { randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import type { ServerMessage } from '#protocol/message.ts'
import type { Clock } from '../../server/base/clock.ts'
import type { Log } from '../../server/base/log.ts'
import type { Config } from '../../server/config.ts'
import type { Transport } from '../support/carrier.ts'
import { roomy } from '../support/limits.ts'
import { Person } from '../support/person.ts'
import { type Running, start } from '../support/start.ts'

/** With a browser key, so that he is a guest on the unix socket too. */
const come = (server: Running, name: string, transport: Transport) =>
  Person.come(server, { name, transport, browser: randomBytes(18).toString('base64url') })

export class Company {
  readonly server: Running
  readonly ann: Person
  readonly ben: Person
  readonly room: Awaited<ReturnType<Person['startRoom']>>
  #heard = 0
  #said = 0

  static async gather(
    transport: Transport,
    config: Config = roomy,
    clock?: Clock,
    log?: Log,
  ): Promise<Company> {
    const server = await start(config, clock, { log })
    const ann = await come(server, 'Ann', transport)
    const room = await ann.startRoom()
    const ben = await come(server, 'Ben', transport)
    await ben.enter(room.link)
    const company = new Company(server, ann, ben, room)
    await company.quiet()
    return company
  }

  private constructor(server: Running, ann: Person, ben: Person, room: Company['room']) {
    this.server = server
    this.ann = ann
    this.ben = ben
    this.room = room
  }

  /** Somebody else in the same room, by whose doing the two might be disturbed. */
  async rascal(transport: Transport): Promise<Person> {
    const rascal = await come(this.server, 'Rascal', transport)
    await rascal.enter(this.room.link)
    await this.quiet()
    return rascal
  }

  /** What was heard until now does not count. */
  async quiet(): Promise<void> {
    await Promise.all([this.ann.settled(), this.ben.settled()])
    this.#heard = this.ben.heard.length
  }

  /** They go on talking, and since the last look Ben heard nothing but that, and what is named. */
  async goesOn(...besides: ServerMessage['type'][]): Promise<void> {
    const text = `still here ${++this.#said}`
    await this.ann.say(this.room.id, text)
    await this.ben.hears('chat.said', said => said.text === text)
    await this.ben.settled()
    const heard = new Set(this.ben.heard.slice(this.#heard).map(({ type }) => type))
    expect([...heard].filter(type => !['chat.said', 'done', ...besides].includes(type))).toEqual([])
    expect(this.ben.texts(this.room.id)).toHaveLength(this.#said)
    this.#heard = this.ben.heard.length
  }

  [Symbol.asyncDispose]() {
    return this.server[Symbol.asyncDispose]()
  }
}
