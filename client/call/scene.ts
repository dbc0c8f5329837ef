// What of a call is on the stage: everybody, and what they share; which of it is large, and which small beside it.
import type { PeerId } from '#protocol/id.ts'
import type { PeerState } from '#protocol/live.ts'

export type What = 'person' | 'share'
export type Key = `${What} ${PeerId}`

export interface Item {
  readonly key: Key
  readonly what: What
  readonly peer: PeerState
}

export interface Look {
  readonly me: PeerId
  readonly layout: 'grid' | 'speaker'
  /** He does not want to see himself. */
  readonly hidesMe: boolean
  /** What he wants large, whatever else happens. */
  readonly pinned: Key | undefined
  /** Shares that he does not want large. */
  readonly aside: ReadonlySet<Key>
  /** Who spoke last. */
  readonly word: PeerId | undefined
}

export interface Scene {
  /** Empty: all are alike. */
  readonly large: readonly Item[]
  readonly small: readonly Item[]
}

export const keyOf = (what: What, id: PeerId): Key => `${what} ${id}`

export function sceneOf(peers: readonly PeerState[], look: Look): Scene {
  const all = peers.flatMap(itemsOf).filter(item => !isHidden(item, peers, look))
  const large = largeOf(all, look)
  return { large, small: all.filter(item => !large.includes(item)) }
}

function itemsOf(peer: PeerState): Item[] {
  const item = (what: What): Item => ({ key: keyOf(what, peer.id), what, peer })
  return peer.share ? [item('person'), item('share')] : [item('person')]
}

/** Who is alone sees himself all the same. */
const isHidden = ({ what, peer }: Item, peers: readonly PeerState[], { me, hidesMe }: Look) =>
  hidesMe && what === 'person' && peer.id === me && peers.length > 1

function largeOf(all: readonly Item[], { me, layout, pinned, aside, word }: Look): readonly Item[] {
  const chosen = all.filter(({ key }) => key === pinned)
  if (chosen.length > 0) return chosen
  // One's own screen would show itself in itself.
  const shares = all.filter(({ what, key, peer }) => what === 'share' && peer.id !== me && !aside.has(key))
  if (shares.length > 0) return shares
  const others = all.filter(({ what, peer }) => what === 'person' && peer.id !== me)
  if (layout === 'grid') return []
  return [others.find(({ peer }) => peer.id === word) ?? others[0]].filter(item => item !== undefined)
}
