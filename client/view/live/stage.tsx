// The stage of a call: what is shared, and everybody who is in it, each as large as it fits.
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { PeerState } from '#protocol/live.ts'
import type { Seat } from '../../call/seat.ts'
import { tilingOf } from '../../call/tiling.ts'
import type { Room } from '../../state/state.ts'
import { Controls } from './controls.tsx'
import { Sounds } from './sounds.tsx'
import { useCallTexts } from './texts.ts'
import { Tile } from './tile.tsx'

const GAP = 8

export function Stage({ room, seat }: { room: Room; seat: Seat }) {
  const t = useCallTexts()
  const { place, box } = usePlace()
  const peers = room.live?.peers ?? []
  const size = tilingOf(peers.length, place, GAP)
  const links = seat.links.value
  const trackOf = (peer: PeerState) => {
    if (peer.id === seat.id) return seat.own.camera.track.value
    return peer.camera ? links.get(peer.id)?.incoming.value.get('camera') : undefined
  }
  return (
    <section class="stage" aria-label={t.stage}>
      <ul class="tiles" ref={box} style={{ gap: `${GAP}px` }}>
        {peers.map(peer => (
          <Tile
            key={peer.id}
            room={room}
            peer={peer}
            link={links.get(peer.id)}
            track={trackOf(peer)}
            size={size}
          />
        ))}
      </ul>
      <Sounds seat={seat} />
      <Controls seat={seat} />
    </section>
  )
}

/** How much space there is. */
function usePlace() {
  const box = useRef<HTMLUListElement>(null)
  const [place, setPlace] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setPlace({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    if (box.current) observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  return { box, place }
}
