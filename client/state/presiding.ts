// What the visitor may do with somebody in the call of a room that he helps to run.
import type { PersonId } from '#protocol/id.ts'
import type { PeerState } from '#protocol/live.ts'
import { outranks } from '#protocol/rank.ts'
import { may, type Room, someoneIn } from './state.ts'

export type OrderName = 'mute' | 'stopCamera' | 'stopShare' | 'lower' | 'remove'

export const peerOf = (room: Room, person: PersonId): PeerState | undefined =>
  room.live?.peers.find(peer => peer.person === person)

/** Nothing with himself, for which he has his own buttons. */
export function ordersFor(room: Room, { person, mic, camera, share, hand }: PeerState): OrderName[] {
  const role = someoneIn(room, person)?.role
  const mayStop = may(room, 'live.stop')
  const all: readonly [OrderName, boolean][] = [
    ['mute', mayStop && mic],
    ['stopCamera', mayStop && camera],
    ['stopShare', mayStop && share],
    ['lower', may(room, 'live.lower') && hand !== null],
    ['remove', may(room, 'live.remove') && role !== undefined && outranks(room.role, role)],
  ]
  return all.flatMap(([name, can]) => (can ? [name] : []))
}
