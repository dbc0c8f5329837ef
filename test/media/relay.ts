// A relay of our own on this machine, and clients that were given credentials for it.

import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { makeLog } from '../../server/base/log.ts'
import { Credentials } from '../../server/media/credentials.ts'
import { Relay } from '../../server/media/relay/relay.ts'
import { HandClock } from '../support/clock.ts'
import { type Credential, TurnClient } from '../support/turn.ts'

export const HERE = '127.0.0.1'
const HOUR = 3600_000
const SECRET = 'a secret of sixteen'

export type Ports = RelayHouse['ports']

/** So many in a row that nobody has; below those that the system gives to who asks for any. */
export async function freePorts(count: number): Promise<Ports> {
  const first = randomInt(10_000, 32_000 - count)
  const tried = Array.from({ length: count }, () => createSocket('udp4'))
  try {
    const bound = tried.map((socket, at) => once(socket.bind(first + at, HERE), 'listening'))
    await Promise.all(bound)
    return { first, last: first + count - 1 }
  } catch {
    return freePorts(count)
  } finally {
    await Promise.all(tried.map(socket => new Promise<void>(done => socket.close(done))))
  }
}

export class RelayHouse {
  readonly clock: HandClock
  readonly relay: Relay
  readonly ports: { readonly first: number; readonly last: number }
  readonly #clients: TurnClient[] = []

  private constructor(clock: HandClock, relay: Relay, ports: Ports) {
    this.clock = clock
    this.relay = relay
    this.ports = ports
  }

  static async open(ports?: Ports): Promise<RelayHouse> {
    const range = ports ?? (await freePorts(60))
    const clock = new HandClock()
    const ground = { clock, log: makeLog('silent'), host: HERE, address: HERE, ports: range }
    return new RelayHouse(clock, await Relay.open(ground, 0, SECRET), range)
  }

  credential(who: string, life = HOUR, secret = SECRET): Credential {
    return new Credentials(secret).give(who, this.clock.now() + life)
  }

  async client(who: string | Credential): Promise<TurnClient> {
    const credential = typeof who === 'string' ? this.credential(who) : who
    const client = await TurnClient.open({ address: HERE, port: this.relay.port }, credential)
    this.#clients.push(client)
    return client
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.relay.close()
    for (const client of this.#clients) await client[Symbol.asyncDispose]()
  }
}
