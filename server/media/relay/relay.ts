// The relay that comes along, for who has no other. node-turn knows the messages and checks who sends them; what is
// done then, and all that could be abused, is ours: left to itself it relays into this machine, ends every call at its
// first refresh, knows no limit, and stops for half a second at one datagram of the wrong kind.
import { randomBytes } from 'node:crypto'
import Turn, { type Method } from 'node-turn'
import Address from 'node-turn/lib/address.js'
import Message, { type Transport } from 'node-turn/lib/message.js'
import { Credentials, readUsername } from '../credentials.ts'
import type { Place } from './allocation.ts'
import { Allocations, type Ground } from './allocations.ts'
import { Answers } from './answers.ts'
import { Incoming } from './incoming.ts'
import { Nonces } from './nonce.ts'
import { Outlet } from './outlet.ts'

const REALM = 'presence'
const REQUEST = 0
const INDICATION = 1
const DATA = 7

export class Relay {
  readonly #turn = new Turn({ listeningIps: [], authMech: 'long-term', realm: REALM, debugLevel: 'OFF' })
  readonly #ground: Ground
  readonly #credentials: Credentials
  readonly #allocations: Allocations
  #outlet: Outlet | undefined

  private constructor(ground: Ground, secret: string) {
    this.#ground = ground
    this.#credentials = new Credentials(secret)
    this.#allocations = new Allocations(ground)
    this.#takeOver(new Nonces(ground.clock))
  }

  static async open(ground: Ground, port: number, secret: string): Promise<Relay> {
    const relay = new Relay(ground, secret)
    relay.#outlet = await Outlet.open(ground, port, (bytes, from) => relay.#hear(bytes, from))
    return relay
  }

  get port(): number {
    return this.#outlet?.port ?? 0
  }

  /** How many ports it has open for clients. */
  get size(): number {
    return this.#allocations.size
  }

  close(): void {
    this.#allocations.close()
    this.#outlet?.close()
  }

  /** In the place of everything in node-turn that keeps something or sends something on. */
  #takeOver(nonces: Nonces): void {
    const turn = this.#turn
    turn.allocations = this.#allocations.byPlace
    turn.authentification.generateNonce = () => nonces.make()
    turn.authentification.checkNonce = nonce => nonces.isFresh(nonce)
    turn.authentification.credentials = new Proxy({}, { get: (_, name) => this.#passwordOf(String(name)) })
    const { clock, address } = this.#ground
    const { all } = new Answers(this.#allocations, {
      ...{ clock, address },
      challenge: reply => {
        reply.addAttribute('realm', REALM)
        reply.addAttribute('nonce', nonces.make())
        reply.reject(401, 'Unauthorized')
      },
      voice: client => ({
        tell: bytes => this.#outlet?.send(bytes, client.port, client.address),
        indicate: (from, data) => this.#indicate(client, from, data),
      }),
    })
    for (const method of Object.keys(all) as Method[]) {
      turn.removeAllListeners(method)
      turn.on(method, all[method])
    }
  }

  /** Of who was given one here, also after his time: whether that is over is asked when he wants a port. */
  #passwordOf(username: string): string | undefined {
    return readUsername(username) && this.#credentials.passwordOf(username)
  }

  #hear(bytes: Buffer, from: Place): void {
    const way = this.#wayFrom(from)
    // Whatever begins so is data for a channel (RFC 8656, 12.4).
    if ((bytes[0] ?? 0) >> 6 === 1) return this.#allocations.byPlace[way.get5Tuple()]?.sendThrough(bytes)
    const message = new Incoming(this.#turn, way)
    if (!message.take(bytes, REALM, username => this.#passwordOf(username))) return
    // An answer to an answer would be answered by another relay, for ever.
    if (message.class !== REQUEST && message.class !== INDICATION) return
    if (message.unknown === undefined) this.#turn.emit('message', message)
    else if (message.class === REQUEST) refuseUnknown(message, message.unknown)
  }

  #wayFrom({ address, port }: Place): Transport {
    const socket = { send: (bytes: Buffer, port: number, to: string) => this.#outlet?.send(bytes, port, to) }
    const way = (src: Address, dst: Address): Transport => ({
      ...{ src, dst, socket },
      revert: () => way(dst, src),
      get5Tuple: () => `${src.address}:${src.port}`,
    })
    return way(new Address(address, port), new Address(this.#ground.address, this.port))
  }

  /** All at once: node-turn lets the message wait for a number, and brings the server down when it is closed by then. */
  #indicate(client: Place, from: Place, data: Buffer): void {
    const message = new Message(this.#turn, this.#wayFrom(client).revert())
    message.class = INDICATION
    message.method = DATA
    message.transactionID = randomBytes(12).toString('hex')
    message.addAttribute('xor-peer-address', new Address(from.address, from.port))
    message.addAttribute('data', data)
    this.#outlet?.send(message.toBuffer(), client.port, client.address)
  }
}

function refuseUnknown(message: Message, attribute: number): void {
  const reply = message.reply()
  reply.addAttribute('unknown-attributes', attribute)
  reply.reject(420, 'Unknown Attribute')
}
