// What is heard of the others.
import { useState } from 'preact/hooks'
import type { Seat } from '../../call/seat.ts'
import { Sound } from './media.tsx'
import { useCallTexts } from './texts.ts'

export function Sounds({ seat }: { seat: Seat }) {
  const t = useCallTexts()
  const [blocked, setBlocked] = useState(false)
  // Heard anew after the click, which is what the browser wants.
  const [round, setRound] = useState(0)
  const hear = () => {
    setBlocked(false)
    setRound(round + 1)
  }
  const tracks = [...seat.links.value.values()].flatMap(({ incoming }) =>
    (['mic', 'shareSound'] as const).flatMap(line => incoming.value.get(line) ?? []),
  )
  return (
    <>
      {blocked && (
        <button type="button" class="button main hear" onClick={hear}>
          {t.hear}
        </button>
      )}
      {tracks.map(track => (
        <Sound
          key={`${track.id} ${round}`}
          track={track}
          speaker={seat.own.speaker.value}
          onBlocked={() => setBlocked(true)}
        />
      ))}
    </>
  )
}
