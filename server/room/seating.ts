// What the tokens of those in a call say of it.
import type { RoomId, SessionId } from '#protocol/id.ts'
import { type Call, type Peer, peerAt, stateOf } from './call.ts'
import type { Seat } from './seat.ts'

/** A token must stay small: of a larger call the others are known again when they are back themselves. */
const KEPT_PEERS = 20

/** What brings this page back to its seat after a restart. */
export function seatOf(session: SessionId, room: RoomId, call: Call): Seat | undefined {
  const peer = peerAt(call, session)
  if (call.at === 'idle' || !peer) return undefined
  const others = call.peers.filter(one => one !== peer).slice(0, KEPT_PEERS)
  return {
    ...{ room, since: call.since, peer: stateOf(peer) },
    others: others.map(({ id, person, name, since }) => ({ id, person, name, since })),
  }
}

/** Those whose token says something else now, of themselves or of the others. */
export function changedSeats(before: readonly Peer[], now: readonly Peer[]): readonly Peer[] {
  return isSameCompany(before, now) ? now.filter(peer => !before.includes(peer)) : now
}

function isSameCompany(one: readonly Peer[], other: readonly Peer[]): boolean {
  const [before, now] = [one, other].map(peers => peers.slice(0, KEPT_PEERS + 1).map(({ id }) => id))
  return before?.join() === now?.join()
}
