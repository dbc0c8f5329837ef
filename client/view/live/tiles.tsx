// Everybody in the call and all that is shared, each as large as it fits.
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { PeerId } from '#protocol/id.ts'
import type { PeerState } from '#protocol/live.ts'
import { arranged, type Box } from '../../call/arranging.ts'
import type { Gestures } from '../../call/gestures.ts'
import type { Looking } from '../../call/looking.ts'
import { type Item, type Scene, sceneOf } from '../../call/scene.ts'
import type { Seat } from '../../call/seat.ts'
import { turnsOf } from '../../call/turns.ts'
import type { Room } from '../../state/state.ts'
import { useVisit } from '../context.ts'
import { ShareTile } from './share-tile.tsx'
import { Tile } from './tile.tsx'

const GAP = 8

interface Props {
  readonly room: Room
  readonly seat: Seat
  readonly looking: Looking
  readonly gestures: Gestures
}

export function Tiles({ room, seat, looking, gestures }: Props) {
  const { box, size } = useSize()
  const peers = room.live?.peers ?? []
  const turns = turnsOf(peers)
  const scene = useScene(peers, seat, looking)
  const boxes = boxesIn(scene, arranged(scene.large.length, scene.small.length, size, GAP))
  // In an order that stays: what moves is not drawn anew, and goes on.
  const all = [...scene.large, ...scene.small].sort(
    (one, other) => orderOf(one, peers) - orderOf(other, peers),
  )
  return (
    <div class="tiles">
      <ul ref={box}>
        {all.map(item => {
          const props = {
            ...{ room, looking, gestures, item },
            turn: turns.get(item.peer.person),
            link: seat.links.value.get(item.peer.id),
            own: item.peer.id === seat.id ? seat.own : undefined,
            box: boxes.get(item) ?? { left: 0, top: 0, width: 0, height: 0 },
            isLarge: scene.large.includes(item),
            speaks: seat.speaking.now.value.has(item.peer.id),
          }
          return item.what === 'share' ? (
            <ShareTile key={item.key} {...props} />
          ) : (
            <Tile key={item.key} {...props} />
          )
        })}
      </ul>
    </div>
  )
}

const orderOf = ({ peer, what }: Item, peers: readonly PeerState[]) =>
  2 * peers.findIndex(({ id }) => id === peer.id) + (what === 'share' ? 1 : 0)

function boxesIn({ large, small }: Scene, boxes: readonly Box[]): ReadonlyMap<Item, Box> {
  return new Map([...large, ...small].flatMap((item, at) => (boxes[at] ? [[item, boxes[at]] as const] : [])))
}

function useScene(peers: readonly PeerState[], seat: Seat, { pinned, aside }: Looking): Scene {
  const { layout, selfView } = useVisit().device.now
  const word = useWord(seat)
  const look = { layout, word, hidesMe: !selfView, pinned: pinned.value, aside: aside.value }
  return sceneOf(peers, { me: seat.id, ...look })
}

/** While one speaks oneself, one goes on seeing who spoke before. */
function useWord(seat: Seat): PeerId | undefined {
  const last = useRef<PeerId | undefined>(undefined)
  const word = seat.speaking.word.value
  if (word !== seat.id) last.current = word
  return last.current
}

/** How much space there is. */
function useSize() {
  const box = useRef<HTMLUListElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    if (box.current) observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  return { box, size }
}
