// All that is relayed: who has which port. Nobody has more than his share, and all together no more than there are.
import type { Clock } from '../../base/clock.ts'
import { Tally } from '../../base/tally.ts'
import { Allocation, type Client, type Place } from './allocation.ts'
import { type Base, type Heard, Outlet } from './outlet.ts'

/** In a call of eight a person has seven peers, over two networks, and new ports while a line is mended. */
const PER_PERSON = 25

export interface Ground extends Base {
  readonly clock: Clock
  /** What others are told. */
  readonly address: string
  readonly ports: { readonly first: number; readonly last: number }
}

/** How a client is spoken to. */
export interface Voice {
  tell(bytes: Buffer): void
  indicate(from: Place, data: Buffer): void
}

interface Relayed {
  readonly allocation: Allocation
  readonly outlet: Outlet
}

export class Allocations {
  /** By the place of the client; node-turn looks there too. */
  readonly byPlace: Record<string, Allocation> = Object.create(null)
  readonly #ground: Ground
  /** Undefined while it is being opened. */
  readonly #byPort = new Map<number, Relayed | undefined>()
  readonly #opening = new Set<string>()
  readonly #held = new Tally<string>()
  #open = true

  constructor(ground: Ground) {
    this.#ground = ground
  }

  /** How many ports are in use. */
  get size(): number {
    return this.#byPort.size
  }

  isOpening(place: string): boolean {
    return this.#opening.has(place)
  }

  /** He, or everybody, has all that he may. */
  isFull(who: string): boolean {
    const { first, last } = this.#ground.ports
    return this.#held.of(who) >= PER_PERSON || this.size > last - first
  }

  /** Undefined when none that is left will do. */
  async open(client: Client, voice: Voice): Promise<Allocation | undefined> {
    this.#opening.add(client.place)
    this.#held.add(client.who)
    const outlet = await this.#openPort(client.evenPort)
    this.#opening.delete(client.place)
    if (outlet) return this.#keep(client, outlet, voice)
    this.#held.drop(client.who)
    return undefined
  }

  end({ client, port }: Allocation): void {
    const relayed = this.#byPort.get(port)
    if (!relayed) return
    relayed.allocation.close()
    relayed.outlet.close()
    this.#byPort.delete(port)
    delete this.byPlace[client.place]
    this.#held.drop(client.who)
  }

  close(): void {
    this.#open = false
    for (const relayed of this.#byPort.values()) if (relayed) this.end(relayed.allocation)
  }

  /** Any that is free, so that nobody can tell where the next one will be. */
  async #openPort(even: boolean): Promise<Outlet | undefined> {
    for (const port of shuffled(this.#ground.ports)) {
      if (!this.#open || this.#byPort.has(port) || (even && port % 2 !== 0)) continue
      this.#byPort.set(port, undefined)
      const outlet = await Outlet.open(this.#ground, port, this.#heardAt(port)).catch(() => undefined)
      if (outlet && this.#open) return outlet
      outlet?.close()
      this.#byPort.delete(port)
    }
    return undefined
  }

  /** Who is on this relay too is heard without a socket, so whatever has our address is somebody else here. */
  #heardAt(port: number): Heard {
    return (data, from) => {
      if (from.address !== this.#ground.address) this.#byPort.get(port)?.allocation.hear(from, data)
    }
  }

  #keep(client: Client, outlet: Outlet, voice: Voice): Allocation {
    const allocation: Allocation = new Allocation(client, outlet.port, {
      ...{ clock: this.#ground.clock, tell: voice.tell, indicate: voice.indicate },
      send: (to, data) => this.#send(allocation, outlet, to, data),
      ended: () => this.end(allocation),
    })
    this.#byPort.set(outlet.port, { allocation, outlet })
    this.byPlace[client.place] = allocation
    return allocation
  }

  /**
   * What is for our own address goes to who has that port, and never out of a socket: of all that this machine has
   * open, nothing but the relay's own ports can be reached, behind a NAT too.
   */
  #send(from: Allocation, outlet: Outlet, to: Place, data: Buffer): void {
    const { address } = this.#ground
    if (to.address !== address) return outlet.send(data, to.port, to.address)
    this.#byPort.get(to.port)?.allocation.hear({ address, port: from.port }, data)
  }
}

function shuffled({ first, last }: Ground['ports']): number[] {
  const ports = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  return ports
    .map(port => ({ port, by: Math.random() }))
    .sort((one, other) => one.by - other.by)
    .map(({ port }) => port)
}
