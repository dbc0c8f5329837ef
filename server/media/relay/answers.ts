// What is done for who may ask: a port, longer, whom to send to. By now he has shown that he knows his password.
import type { Method } from 'node-turn'
import Address from 'node-turn/lib/address.js'
import type Message from 'node-turn/lib/message.js'
import type { Clock } from '../../base/clock.ts'
import { readUsername } from '../credentials.ts'
import type { Allocation, Client, Place } from './allocation.ts'
import type { Allocations, Voice } from './allocations.ts'
import { Incoming } from './incoming.ts'
import { verdictOn } from './peers.ts'

const UDP = 17
const IPV4 = 1
/** Seconds. Who wants less gets this, as RFC 8656 says (7.2) ... */
const LIFE = 600
/** ... and who wants more, this: one who is gone keeps his port for no longer. */
const MOST_LIFE = 3600

interface Surroundings {
  readonly clock: Clock
  /** Of this relay. */
  readonly address: string
  /** Tells that he has to show who he is. */
  challenge(reply: Message): void
  voice(client: Place): Voice
}

type Answer = (request: Message, reply: Message) => void
type Refused = readonly [code: number, reason: string]

export class Answers {
  readonly #allocations: Allocations
  readonly #around: Surroundings
  /** By the names that node-turn has for what is asked. */
  readonly all: Record<Method, Answer> = {
    allocate: (request, reply) => this.#allocate(request, reply),
    refresh: (request, reply) => this.#refresh(request, reply),
    create_permission: (request, reply) => this.#permit(request, reply),
    channel_bind: (request, reply) => this.#bind(request, reply),
    send: request => this.#send(request),
  }

  constructor(allocations: Allocations, around: Surroundings) {
    this.#allocations = allocations
    this.#around = around
  }

  #allocationOf(request: Message): Allocation | undefined {
    return this.#allocations.byPlace[request.transport.get5Tuple()]
  }

  #allocate(request: Message, reply: Message): void {
    const place = request.transport.get5Tuple()
    const known = this.#allocations.byPlace[place]
    if (known?.client.transactionID === request.transactionID) return this.#tellOf(known, request, reply)
    // He has not waited for the answer.
    if (this.#allocations.isOpening(place)) return
    const holder = readUsername(request.user?.username ?? '')
    if (!holder || !request.user || holder.until <= this.#around.clock.now())
      return this.#around.challenge(reply)
    const no = known ? ([437, 'Allocation Mismatch'] as const) : unfit(request)
    if (no) return reply.reject(...no)
    if (this.#allocations.isFull(holder.who)) return reply.reject(486, 'Allocation Quota Reached')
    const { user, transactionID } = request
    const evenPort = request instanceof Incoming && request.even
    void this.#open({ place, who: holder.who, user, transactionID, evenPort }, request, reply)
  }

  async #open(client: Client, request: Message, reply: Message): Promise<void> {
    const { src } = request.transport
    const allocation = await this.#allocations.open(client, this.#around.voice(src))
    if (!allocation) return reply.reject(508, 'Insufficient Capacity')
    allocation.lives(lifeWanted(request))
    this.#tellOf(allocation, request, reply)
  }

  #tellOf({ port }: Allocation, request: Message, reply: Message): void {
    reply.addAttribute('xor-relayed-address', new Address(this.#around.address, port))
    reply.addAttribute('lifetime', lifeWanted(request))
    reply.addAttribute('xor-mapped-address', request.transport.src)
    done(reply)
  }

  #refresh(request: Message, reply: Message): void {
    const allocation = this.#allocationOf(request)
    if (!allocation) return
    const wanted = request.getAttribute('lifetime') === 0 ? 0 : lifeWanted(request)
    if (wanted === 0) this.#allocations.end(allocation)
    else allocation.lives(wanted)
    reply.addAttribute('lifetime', wanted)
    done(reply)
  }

  #permit(request: Message, reply: Message): void {
    const peers = request.getAttributes('xor-peer-address')
    if (peers.length === 0) return reply.reject(400, 'Bad Request')
    const no = peers.map(peer => this.#refusalOf(peer)).find(Boolean)
    if (no) return reply.reject(...no)
    const allocation = this.#allocationOf(request)
    if (!peers.every(({ address }) => allocation?.permit(address)))
      return reply.reject(508, 'Insufficient Capacity')
    done(reply)
  }

  #bind(request: Message, reply: Message): void {
    const number = request.getAttribute('channel-number') ?? 0
    const peer = request.getAttribute('xor-peer-address')
    if (!peer || number < 0x4000 || number > 0x7ffe) return reply.reject(400, 'Bad Request')
    const no = this.#refusalOf(peer)
    if (no) return reply.reject(...no)
    if (!this.#allocationOf(request)?.bind(number, peer)) return reply.reject(400, 'Bad Request')
    done(reply)
  }

  #refusalOf({ address }: Place): Refused | undefined {
    const verdict = verdictOn(address, this.#around.address)
    if (verdict === 'forbidden') return [403, 'Forbidden']
    return verdict === 'unreachable' ? [443, 'Peer Address Family Mismatch'] : undefined
  }

  #send(request: Message): void {
    const peer = request.getAttribute('xor-peer-address')
    const data = request.getAttribute('data')
    if (peer && data) this.#allocationOf(request)?.send(peer, data)
  }
}

function unfit(request: Message): Refused | undefined {
  const transport = request.getAttribute('requested-transport')
  if (transport === undefined) return [400, 'Bad Request']
  if (transport !== UDP) return [442, 'Unsupported Transport Protocol']
  const other = request instanceof Incoming && request.family !== IPV4
  return other ? [440, 'Address Family not Supported'] : undefined
}

const lifeWanted = (request: Message) =>
  Math.min(Math.max(request.getAttribute('lifetime') ?? LIFE, LIFE), MOST_LIFE)

function done(reply: Message): void {
  reply.addAttribute('message-integrity')
  reply.resolve()
}
