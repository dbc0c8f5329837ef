// Whose turn it is to speak: hands in the order in which they were raised.
import type { PersonId } from '#protocol/id.ts'
import type { PeerState } from '#protocol/live.ts'

/** The first has 1; who has not raised his hand is not in it. */
export function turnsOf(peers: readonly PeerState[]): ReadonlyMap<PersonId, number> {
  const waiting = peers.filter(({ hand }) => hand !== null)
  const sorted = [...waiting].sort((one, other) => (one.hand ?? 0) - (other.hand ?? 0))
  return new Map(sorted.map(({ person }, at) => [person, at + 1]))
}
