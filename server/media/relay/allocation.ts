// A port of the relay that works for one client: to whom it sends, whom it hears, and until when.
import type { Clock } from '../../base/clock.ts'

const SECOND = 1000
const PERMISSION = 300 * SECOND
const CHANNEL = 600 * SECOND
const CHANNEL_HEADER = 4
/** The longest that is taken from a peer: no packet of a call is longer. */
const MOST_BYTES = 1800
/** In a call there are as many peers as people, and each has some addresses. */
const MOST_PEERS = 500

export interface Place {
  readonly address: string
  readonly port: number
}

/** Whose it is. */
export interface Client {
  /** Where he asks from, by name. */
  readonly place: string
  /** Who he is, whatever until-when his credentials say. */
  readonly who: string
  /** The name by which he asked, which nobody else may use here. */
  readonly user: { readonly username: string }
  /** The request that made it: the same again wants the same answer. */
  readonly transactionID: string
  readonly evenPort: boolean
}

/** What it does through the relay that it is a part of. */
export interface Carrier {
  readonly clock: Clock
  /** From its port to a peer. */
  send(to: Place, data: Buffer): void
  /** To its client, as it is. */
  tell(bytes: Buffer): void
  /** To its client, in a message that says from whom. */
  indicate(from: Place, data: Buffer): void
  /** Its time is over. */
  ended(): void
}

export class Allocation {
  readonly client: Client
  readonly port: number
  readonly #carrier: Carrier
  readonly #permissions = new Map<string, number>()
  readonly #channels = new Map<number, { readonly peer: Place; readonly until: number }>()
  readonly #numbers = new Map<string, number>()
  #stop = () => {}

  constructor(client: Client, port: number, carrier: Carrier) {
    this.client = client
    this.port = port
    this.#carrier = carrier
  }

  /** For node-turn, which lets nobody else use it. */
  get user(): Client['user'] {
    return this.client.user
  }

  /** So many seconds from now on. */
  lives(seconds: number): void {
    this.#stop()
    this.#stop = this.#carrier.clock.after(seconds * SECOND, this.#carrier.ended)
  }

  close(): void {
    this.#stop()
  }

  /** False: there are too many already. */
  permit(address: string): boolean {
    const now = this.#carrier.clock.elapsed()
    if (this.#permissions.size >= MOST_PEERS) {
      for (const [other, until] of this.#permissions) if (until <= now) this.#permissions.delete(other)
    }
    if (this.#permissions.size >= MOST_PEERS && !this.#permissions.has(address)) return false
    this.#permissions.set(address, now + PERMISSION)
    return true
  }

  /** False: the number or the peer is bound otherwise (RFC 8656, 12.2), or there are too many. */
  bind(number: number, { address, port }: Place): boolean {
    this.#forgetChannels()
    const name = nameOf({ address, port })
    const bound = this.#channels.get(number)
    if ((bound && nameOf(bound.peer) !== name) || (this.#numbers.get(name) ?? number) !== number) return false
    if (this.#channels.size >= MOST_PEERS && !bound) return false
    this.#channels.set(number, { peer: { address, port }, until: this.#carrier.clock.elapsed() + CHANNEL })
    this.#numbers.set(name, number)
    return this.permit(address)
  }

  /** What the client has for a peer. */
  send(to: Place, data: Buffer): void {
    if (this.#mayPass(to)) this.#carrier.send(to, data)
  }

  /** The same in few bytes: the number of a channel, and the data. */
  sendThrough(frame: Buffer): void {
    if (frame.length < CHANNEL_HEADER) return
    const channel = this.#channels.get(frame.readUInt16BE(0))
    const end = CHANNEL_HEADER + frame.readUInt16BE(2)
    if (channel && end <= frame.length) this.send(channel.peer, frame.subarray(CHANNEL_HEADER, end))
  }

  /** What a peer has for the client. */
  hear(from: Place, data: Buffer): void {
    if (data.length > MOST_BYTES || !this.#mayPass(from)) return
    const number = this.#numbers.get(nameOf(from))
    if (number === undefined) this.#carrier.indicate(from, data)
    else this.#carrier.tell(framed(number, data))
  }

  #mayPass({ address }: Place): boolean {
    return (this.#permissions.get(address) ?? 0) > this.#carrier.clock.elapsed()
  }

  #forgetChannels(): void {
    const now = this.#carrier.clock.elapsed()
    for (const [number, { peer, until }] of this.#channels) {
      if (until > now) continue
      this.#channels.delete(number)
      this.#numbers.delete(nameOf(peer))
    }
  }
}

const nameOf = ({ address, port }: Place) => `${address}:${port}`

function framed(number: number, data: Buffer): Buffer {
  const frame = Buffer.allocUnsafe(CHANNEL_HEADER + data.length)
  frame.writeUInt16BE(number, 0)
  frame.writeUInt16BE(data.length, 2)
  data.copy(frame, CHANNEL_HEADER)
  return frame
}
