// How loud one is.
import { useEffect, useRef } from 'preact/hooks'
import { Level } from '../../call/level.ts'
import { useCallTexts } from './texts.tsx'

export function Meter({ track }: { track: MediaStreamTrack }) {
  const t = useCallTexts()
  const bar = useRef<HTMLMeterElement>(null)
  useEffect(() => {
    const level = new Level(track)
    const timer = setInterval(() => {
      if (bar.current) bar.current.value = level.now
    }, 100)
    return () => {
      clearInterval(timer)
      level.close()
    }
  }, [track])
  return <meter ref={bar} class="level" min={0} max={1} value={0} aria-label={t.prejoin.level} />
}
