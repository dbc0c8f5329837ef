// Who is live in the room, as the server tells it.
import type { Cursor } from '#protocol/hello.ts'
import type { PeerId } from '#protocol/id.ts'
import type { LiveState, PeerState } from '#protocol/live.ts'
import type { Room } from './state.ts'

export function withPeer(room: Room, peer: PeerState, since: number): Room {
  const others = othersThan(room, peer.id)
  return { ...room, live: { since, peers: [...others, remembered(peer, room.live)] } }
}

/** After a restart the server knows less of those who are not back yet than this page, which sees and hears them. */
export function withRemembered(live: LiveState | null, before: LiveState | null): LiveState | null {
  return live && { ...live, peers: live.peers.map(peer => remembered(peer, before)) }
}

function remembered(peer: PeerState, before: LiveState | null): PeerState {
  const known = peer.away && before?.peers.find(({ id }) => id === peer.id)
  return known ? { ...known, away: true } : peer
}

/** The call ends with the last one. */
export function withoutPeer(room: Room, id: PeerId): Room {
  const peers = othersThan(room, id)
  const live = room.live && peers.length > 0 ? { ...room.live, peers } : null
  return { ...room, live, seat: room.seat === id ? null : room.seat }
}

export function withChangedPeer(room: Room, peer: PeerState): Room {
  if (!room.live) return room
  const peers = room.live.peers.map(one => (one.id === peer.id ? peer : one))
  return { ...room, live: { ...room.live, peers } }
}

const othersThan = ({ live }: Room, id: PeerId) => live?.peers.filter(peer => peer.id !== id) ?? []

/** Where this page was, with the seat that it still sits on: one that was reloaded sits nowhere. */
export const seated = (cursor: Cursor | undefined, room: Room | undefined): Cursor[] | undefined =>
  cursor && [room?.seat && room.id === cursor.room ? { ...cursor, seat: room.seat } : cursor]
