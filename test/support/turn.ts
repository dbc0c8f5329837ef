// A TURN client that says what it is told to, also what no browser would: messages made by hand over UDP.
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { isIPv4 } from 'node:net'
import { crc32 } from 'node:zlib'
import { Watch } from './watch.ts'

const MAGIC = 0x2112a442
export const methods = { binding: 1, allocate: 3, refresh: 4, send: 6, data: 7, permit: 8, bind: 9 }
export const types = {
  ...{ username: 0x06, integrity: 0x08, error: 0x09, channel: 0x0c, lifetime: 0x0d, peer: 0x12, data: 0x13 },
  ...{ realm: 0x14, nonce: 0x15, relayed: 0x16, family: 0x17, transport: 0x19, mapped: 0x20 },
  fingerprint: 0x8028,
}
export const UDP = Buffer.from([17, 0, 0, 0])

export interface Place {
  readonly address: string
  readonly port: number
}
export interface Credential {
  readonly username: string
  readonly credential: string
}
/** An address is masked with the id of the message that it stands in. */
type Value = Buffer | string | ((id: Buffer) => Buffer)
export type Attribute = readonly [type: number, value: Value]

interface Message {
  readonly type: number
  readonly id: string
  readonly attributes: ReadonlyMap<number, Buffer>
  /** 0: it succeeded. */
  readonly code: number
}

export class TurnClient {
  /** What peers sent, in words. */
  readonly heard: { readonly from: string; readonly text: string; readonly channel?: number }[] = []
  /** Replaces what is signed with, and what with. */
  credential: Credential
  nonce = ''
  realm = ''
  readonly #server: Place
  readonly #socket: Socket
  readonly #answers = new Map<string, Message>()
  readonly #watch = new Watch()

  private constructor(server: Place, socket: Socket, credential: Credential) {
    this.#server = server
    this.#socket = socket
    this.credential = credential
    socket.on('message', bytes => {
      this.#take(bytes)
      this.#watch.happened()
    })
  }

  static async open(server: Place, credential: Credential, from = '127.0.0.1'): Promise<TurnClient> {
    const socket = createSocket('udp4')
    await once(socket.bind(0, from), 'listening')
    return new TurnClient(server, socket, credential)
  }

  get port(): number {
    return this.#socket.address().port
  }

  /** The error that answers it, or 0. */
  async codeOf(method: number, ...attributes: Attribute[]): Promise<number> {
    return (await this.ask(method, attributes)).code
  }

  /** Signed, with a nonce asked for first where there is none. */
  async ask(method: number, attributes: readonly Attribute[]): Promise<Message> {
    if (!this.nonce) this.#learn(await this.exchange(message(method, attributes)))
    const answer = await this.exchange(this.signed(method, attributes))
    if (answer.code !== 438) return answer
    this.#learn(answer)
    return this.exchange(this.signed(method, attributes))
  }

  signed(method: number, attributes: readonly Attribute[], id = randomBytes(12)): Buffer {
    const { username, credential } = this.credential
    const all = [
      ...attributes,
      [types.username, username] as const,
      [types.realm, this.realm] as const,
      [types.nonce, this.nonce] as const,
    ]
    return sign(message(method, all, id), `${username}:${this.realm}:${credential}`)
  }

  /** Sends it and hears what is said to it. */
  async exchange(bytes: Buffer): Promise<Message> {
    const id = bytes.toString('hex', 8, 20)
    this.say(bytes)
    return this.#watch.until(
      () => this.#answers.get(id),
      () => `no answer to ${bytes.toString('hex')}`,
    )
  }

  say(bytes: Buffer): void {
    this.#socket.send(bytes, this.#server.port, this.#server.address)
  }

  async allocate(...attributes: Attribute[]): Promise<Place> {
    const answer = await this.ask(methods.allocate, [[types.transport, UDP], ...attributes])
    const relayed = answer.attributes.get(types.relayed)
    if (!relayed) throw new Error(`not allocated: ${answer.code}`)
    return readPlace(relayed)
  }

  refresh(seconds: number): Promise<Message> {
    return this.ask(methods.refresh, [[types.lifetime, number32(seconds)]])
  }

  permit(...addresses: string[]): Promise<number> {
    const peers = addresses.map(address => [types.peer, placed({ address, port: 0 })] as const)
    return this.codeOf(methods.permit, ...peers)
  }

  bind(channel: number, peer: Place): Promise<number> {
    return this.codeOf(methods.bind, [types.channel, number32(channel << 16)], [types.peer, placed(peer)])
  }

  send(peer: Place, text: string): void {
    this.say(
      message(methods.send | 0x10, [
        [types.peer, placed(peer)],
        [types.data, text],
      ]),
    )
  }

  sendThrough(channel: number, text: string): void {
    this.say(Buffer.concat([number32((channel << 16) | text.length), Buffer.from(text)]))
  }

  hears(text: string) {
    return this.#watch.until(
      () => this.heard.find(each => each.text === text),
      () => `${text} was not heard`,
    )
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise<void>(done => this.#socket.close(done))
  }

  #learn({ attributes }: Message): void {
    this.realm = attributes.get(types.realm)?.toString() ?? ''
    this.nonce = attributes.get(types.nonce)?.toString() ?? ''
  }

  #take(bytes: Buffer): void {
    const first = bytes.readUInt16BE(0)
    if (first >= 0x4000) {
      const text = bytes.toString('utf8', 4, 4 + bytes.readUInt16BE(2))
      return void this.heard.push({ from: '', text, channel: first })
    }
    const read = readMessage(bytes)
    if (first !== (methods.data | 0x10)) return void this.#answers.set(read.id, read)
    const { address, port } = readPlace(read.attributes.get(types.peer))
    this.heard.push({ from: `${address}:${port}`, text: read.attributes.get(types.data)?.toString() ?? '' })
  }
}

export function message(type: number, attributes: readonly Attribute[], id = randomBytes(12)): Buffer {
  const body = Buffer.concat(attributes.map(attribute => packed(attribute, id)))
  const header = Buffer.alloc(8)
  header.writeUInt16BE(type, 0)
  header.writeUInt16BE(body.length, 2)
  header.writeUInt32BE(MAGIC, 4)
  return Buffer.concat([header, id, body])
}

export function sign(bytes: Buffer, secret: string): Buffer {
  const key = createHash('md5').update(secret).digest()
  return withLast(bytes, types.integrity, 20, before => createHmac('sha1', key).update(before).digest())
}

export const checked = (bytes: Buffer): Buffer =>
  withLast(bytes, types.fingerprint, 4, before => number32((crc32(before) ^ 0x5354554e) >>> 0))

/** One more attribute, made of all before it with the length that the message then has. */
function withLast(bytes: Buffer, type: number, length: number, make: (before: Buffer) => Buffer): Buffer {
  const before = Buffer.from(bytes)
  before.writeUInt16BE(bytes.length - 20 + 4 + length, 2)
  return Buffer.concat([before, packed([type, make(before)], bytes.subarray(8, 20))])
}

function packed([type, value]: Attribute, id: Buffer): Buffer {
  const bytes = typeof value === 'function' ? value(id) : Buffer.from(value as Buffer)
  const header = Buffer.alloc(4)
  header.writeUInt16BE(type, 0)
  header.writeUInt16BE(bytes.length, 2)
  return Buffer.concat([header, bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
}

export function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value >>> 0)
  return bytes
}

/** With the cookie, and after it with the id. */
function masked(bytes: Buffer, id?: Buffer): Buffer {
  const mask = Buffer.concat([number32(MAGIC), id ?? Buffer.alloc(12)])
  return Buffer.from(bytes.map((byte, at) => byte ^ (mask[at] ?? 0)))
}

export function placed({ address, port }: Place): Value {
  const raw = isIPv4(address) ? Buffer.from(address.split('.').map(Number)) : sixteen(address)
  const head = Buffer.from([0, isIPv4(address) ? 1 : 2, (port >> 8) ^ 0x21, (port & 0xff) ^ 0x12])
  return id => Buffer.concat([head, masked(raw, id)])
}

function readPlace(bytes: Buffer | undefined): Place {
  if (!bytes) throw new Error('there is no address')
  return { address: [...masked(bytes.subarray(4, 8))].join('.'), port: bytes.readUInt16BE(2) ^ 0x2112 }
}

function sixteen(address: string): Buffer {
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const groups = (text = '') =>
    text
      .split(':')
      .filter(Boolean)
      .map(group => Number.parseInt(group, 16))
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length
  const all = [...groups(head), ...Array(missing).fill(0), ...groups(tail)]
  return Buffer.concat(all.map(group => number32(group).subarray(2)))
}

function readMessage(bytes: Buffer): Message {
  const attributes = new Map<number, Buffer>()
  for (let at = 20; at < bytes.length; ) {
    const end = at + 4 + bytes.readUInt16BE(at + 2)
    attributes.set(bytes.readUInt16BE(at), bytes.subarray(at + 4, end))
    at = end + ((4 - (end % 4)) % 4)
  }
  const error = attributes.get(types.error)
  const code = error ? (error[2] ?? 0) * 100 + (error[3] ?? 0) : 0
  return { type: bytes.readUInt16BE(0), id: bytes.toString('hex', 8, 20), attributes, code }
}
