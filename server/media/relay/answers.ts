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

export function answersOf(allocations: Allocations, around: Surroundings): Record<Method, Answer> {
  const allocationOf = (request: Message) => allocations.byPlace[request.transport.get5Tuple()]

  function allocate(request: Message, reply: Message): void {
    const place = request.transport.get5Tuple()
    const known = allocations.byPlace[place]
    if (known?.client.transactionID === request.transactionID) return tellOf(known, request, reply)
    // He has not waited for the answer.
    if (allocations.isOpening(place)) return
    const holder = readUsername(request.user?.username ?? '')
    if (!holder || !request.user || holder.until <= around.clock.now()) return around.challenge(reply)
    const no = known ? ([437, 'Allocation Mismatch'] as const) : unfit(request)
    if (no) return reply.reject(...no)
    if (allocations.isFull(holder.who)) return reply.reject(486, 'Allocation Quota Reached')
    const { user, transactionID } = request
    const evenPort = request instanceof Incoming && request.even
    void open({ place, who: holder.who, user, transactionID, evenPort }, request, reply)
  }

  async function open(client: Client, request: Message, reply: Message): Promise<void> {
    const { src } = request.transport
    const allocation = await allocations.open(client, around.voice(src))
    if (!allocation) return reply.reject(508, 'Insufficient Capacity')
    allocation.lives(lifeWanted(request))
    tellOf(allocation, request, reply)
  }

  function tellOf({ port }: Allocation, request: Message, reply: Message): void {
    reply.addAttribute('xor-relayed-address', new Address(around.address, port))
    reply.addAttribute('lifetime', lifeWanted(request))
    reply.addAttribute('xor-mapped-address', request.transport.src)
    done(reply)
  }

  function refresh(request: Message, reply: Message): void {
    const allocation = allocationOf(request)
    if (!allocation) return
    const wanted = request.getAttribute('lifetime') === 0 ? 0 : lifeWanted(request)
    if (wanted === 0) allocations.end(allocation)
    else allocation.lives(wanted)
    reply.addAttribute('lifetime', wanted)
    done(reply)
  }

  function createPermission(request: Message, reply: Message): void {
    const peers = request.getAttributes('xor-peer-address')
    if (peers.length === 0) return reply.reject(400, 'Bad Request')
    const no = peers.map(peer => refusalOf(peer)).find(Boolean)
    if (no) return reply.reject(...no)
    const allocation = allocationOf(request)
    if (!peers.every(({ address }) => allocation?.permit(address)))
      return reply.reject(508, 'Insufficient Capacity')
    done(reply)
  }

  function channelBind(request: Message, reply: Message): void {
    const number = request.getAttribute('channel-number') ?? 0
    const peer = request.getAttribute('xor-peer-address')
    if (!peer || number < 0x4000 || number > 0x7ffe) return reply.reject(400, 'Bad Request')
    const no = refusalOf(peer)
    if (no) return reply.reject(...no)
    if (!allocationOf(request)?.bind(number, peer)) return reply.reject(400, 'Bad Request')
    done(reply)
  }

  function refusalOf({ address }: Place): Refused | undefined {
    const verdict = verdictOn(address, around.address)
    if (verdict === 'forbidden') return [403, 'Forbidden']
    return verdict === 'unreachable' ? [443, 'Peer Address Family Mismatch'] : undefined
  }

  function send(request: Message): void {
    const peer = request.getAttribute('xor-peer-address')
    const data = request.getAttribute('data')
    if (peer && data) allocationOf(request)?.send(peer, data)
  }

  return { allocate, refresh, create_permission: createPermission, channel_bind: channelBind, send }
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
