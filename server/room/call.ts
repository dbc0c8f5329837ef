// The call of a room, as a value: whatever happens makes another one of it, and says what is to be told.
import type { PeerId, PersonId, SessionId } from '#protocol/id.ts'
import type { PeerState, Track } from '#protocol/live.ts'
import type { ServerMessage } from '#protocol/message.ts'
import { refusals } from '#protocol/refusal.ts'
import type { Seat } from './seat.ts'

export interface Peer extends PeerState {
  /** The page that sits here; null while it is not back from before a restart. */
  readonly session: SessionId | null
}

/** All send to all for now. On its way to a media server, there, or streaming, it would be in more states than these. */
export type Call =
  | { readonly at: 'idle' }
  | { readonly at: 'mesh'; readonly since: number; readonly peers: readonly Peer[] }

export const idle: Call = { at: 'idle' }

type Newcomer = Pick<Peer, 'id' | 'person' | 'name' | 'mic' | 'camera'> & { readonly session: SessionId }
export type Wish = { readonly [Part in Track | 'hand']?: boolean | undefined }
type Why = Extract<ServerMessage, { type: 'live.left' }>['why']

export type Event =
  | { readonly type: 'join'; readonly peer: Newcomer; readonly now: number }
  | { readonly type: 'leave'; readonly person: PersonId; readonly why: Exclude<Why, 'moved'> }
  | { readonly type: 'set'; readonly person: PersonId; readonly wish: Wish; readonly now: number }
  | { readonly type: 'stop'; readonly person: PersonId; readonly what: Track; readonly by: PersonId }
  | { readonly type: 'away'; readonly session: SessionId; readonly away: boolean }
  | { readonly type: 'rename'; readonly person: PersonId; readonly name: string }
  /** After a restart somebody is back on the seat that he had; who sat there besides him is waited for. */
  | { readonly type: 'return'; readonly session: SessionId; readonly seat: Seat }
  /** Who is not back by now does not come. */
  | { readonly type: 'expire' }

type Bare<Message> = Message extends unknown ? Omit<Message, 'room'> : never
export type Word<Type extends ServerMessage['type']> = Bare<Extract<ServerMessage, { type: Type }>>

export type Effect =
  | { readonly tell: Word<'live.joined' | 'live.left' | 'live.changed'> }
  | { readonly to: Peer; readonly say: Word<'live.out' | 'live.stopped'> }
  /** Nobody comes back to this seat. */
  | { readonly ended: Peer }

export interface Step {
  readonly call: Call
  readonly effects: readonly Effect[]
}

export function step(call: Call, event: Event): Step {
  switch (event.type) {
    case 'join':
      return join(call, event.peer, event.now)
    case 'leave':
      return leave(call, peerOf(call, event.person), event.why)
    case 'set':
      return change(call, peerOf(call, event.person), peer => wished(call, peer, event.wish, event.now))
    case 'stop':
      return stop(call, peerOf(call, event.person), event.what, event.by)
    case 'away':
      return change(call, peerAt(call, event.session), peer => ({ ...peer, away: event.away }))
    case 'rename':
      return change(call, peerOf(call, event.person), peer => ({ ...peer, name: event.name }))
    case 'return':
      return takeBack(call, event.session, event.seat)
    case 'expire':
      return expire(call)
  }
}

export const peersIn = (call: Call): readonly Peer[] => (call.at === 'idle' ? [] : call.peers)
export const peerOf = (call: Call, person: PersonId) => peersIn(call).find(peer => peer.person === person)
export const peerAt = (call: Call, session: SessionId) => peersIn(call).find(peer => peer.session === session)
export const peerWith = (call: Call, id: PeerId) => peersIn(call).find(peer => peer.id === id)

export const stateOf = ({ session: _, ...state }: Peer): PeerState => state

/** From another page it is the same person in the call: his turn to speak is not lost. */
function join(call: Call, newcomer: Newcomer, now: number): Step {
  const before = peerOf(call, newcomer.person)
  const { since, hand } = before ?? { since: now, hand: null }
  const peer = { ...newcomer, since, hand, share: false, away: false }
  const others = peersIn(call).filter(one => one !== before)
  const next = { at: 'mesh', since: call.at === 'idle' ? now : call.since, peers: [...others, peer] } as const
  const moved = before ? [...goodbye(before, 'moved'), ...notice(before, peer)] : []
  return { call: next, effects: [...moved, joined(next.since, peer)] }
}

/** The page that he sat at before; the same page knows. */
const notice = (before: Peer, { session }: Peer): Effect[] =>
  before.session === session ? [] : [out(before, 'live.moved')]

function leave(call: Call, peer: Peer | undefined, why: Why): Step {
  if (call.at === 'idle' || !peer) return { call, effects: [] }
  const peers = call.peers.filter(one => one !== peer)
  const told = why === 'removed' ? [out(peer, 'live.removed')] : []
  return { call: peers.length > 0 ? { ...call, peers } : idle, effects: [...goodbye(peer, why), ...told] }
}

/** What stays as it is is not told. */
function change(call: Call, peer: Peer | undefined, how: (peer: Peer) => Peer): Step {
  if (call.at === 'idle' || !peer) return { call, effects: [] }
  const next = how(peer)
  if (isSame(peer, next)) return { call, effects: [] }
  const peers = call.peers.map(one => (one === peer ? next : one))
  return { call: { ...call, peers }, effects: [{ tell: { type: 'live.changed', peer: stateOf(next) } }] }
}

const isSame = (one: Peer, other: Peer) =>
  (Object.keys(one) as (keyof Peer)[]).every(part => one[part] === other[part])

function wished(call: Call, peer: Peer, { hand, mic, camera, share }: Wish, now: number): Peer {
  const tracks = { mic: mic ?? peer.mic, camera: camera ?? peer.camera, share: share ?? peer.share }
  if (hand === undefined || hand === (peer.hand !== null)) return { ...peer, ...tracks }
  return { ...peer, ...tracks, hand: hand ? turnAfter(call, now) : null }
}

/** Of two who raise their hands at the same moment one is first. */
const turnAfter = (call: Call, now: number) =>
  Math.max(now, ...peersIn(call).map(({ hand }) => (hand ?? 0) + 1))

/** An order also to a page that says that it sends nothing: it may be wrong. */
function stop(call: Call, peer: Peer | undefined, what: Track, by: PersonId): Step {
  const { call: next, effects } = change(call, peer, one => ({ ...one, [what]: false }))
  const order: Effect[] = peer ? [{ to: peer, say: { type: 'live.stopped', what, by } }] : []
  return { call: next, effects: [...effects, ...order] }
}

/** Who has joined anew meanwhile sits where he sits now. */
function takeBack(call: Call, session: SessionId, { since, peer, others }: Seat): Step {
  const own: Peer = { ...peer, away: false, session }
  const waited = peerWith(call, own.id)
  if (waited) return change(call, waited.session === null ? waited : undefined, () => own)
  if (peerOf(call, own.person)) return { call, effects: [] }
  const back = [...others.map(absent), own].filter(({ person }) => !peerOf(call, person))
  const begun = call.at === 'idle' ? since : Math.min(call.since, since)
  const peers = [...peersIn(call), ...back].sort((one, other) => one.since - other.since)
  return { call: { at: 'mesh', since: begun, peers }, effects: back.map(one => joined(begun, one)) }
}

const absent = (one: Seat['others'][number]): Peer => ({
  ...{ ...one, mic: false, camera: false, share: false, hand: null },
  ...{ away: true, session: null },
})

function expire(call: Call): Step {
  return peersIn(call)
    .filter(({ session }) => session === null)
    .reduce<Step>(
      ({ call, effects }, peer) => {
        const step = leave(call, peer, 'lost')
        return { call: step.call, effects: [...effects, ...step.effects] }
      },
      { call, effects: [] },
    )
}

const joined = (since: number, peer: Peer): Effect => ({
  tell: { type: 'live.joined', since, peer: stateOf(peer) },
})

const goodbye = (peer: Peer, why: Why): Effect[] => [
  { tell: { type: 'live.left', id: peer.id, person: peer.person, why } },
  { ended: peer },
]

const out = (to: Peer, code: 'live.moved' | 'live.removed'): Effect => ({
  to,
  say: { type: 'live.out', code, text: refusals[code].text },
})
