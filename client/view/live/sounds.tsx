// What is heard of the others, and of what they share.
import { useState } from 'preact/hooks'
import type { PeerState } from '#protocol/live.ts'
import type { Looking } from '../../call/looking.ts'
import type { Seat } from '../../call/seat.ts'
import { Sound } from './media.tsx'
import { useCallTexts } from './texts.tsx'

const sources = { person: 'mic', share: 'shareSound' } as const

interface Props {
  readonly peers: readonly PeerState[]
  readonly seat: Seat
  readonly looking: Looking
}

export function Sounds({ peers, seat, looking }: Props) {
  const t = useCallTexts()
  const [blocked, setBlocked] = useState(false)
  // Heard anew after the click, which is what the browser wants.
  const [round, setRound] = useState(0)
  const hear = () => {
    setBlocked(false)
    setRound(round + 1)
  }
  const heard = peers.flatMap(({ id, person }) =>
    (['person', 'share'] as const).flatMap(what => {
      const track = seat.links.value.get(id)?.incoming.value.get(sources[what])
      return track ? [{ track, volume: looking.volumeOf(what, person) }] : []
    }),
  )
  return (
    <>
      {blocked && (
        <button type="button" class="button main hear" onClick={hear}>
          {t.hear}
        </button>
      )}
      {heard.map(one => (
        <Sound
          key={`${one.track.id} ${round}`}
          {...one}
          speaker={seat.own.speaker.value}
          onBlocked={() => setBlocked(true)}
        />
      ))}
    </>
  )
}
