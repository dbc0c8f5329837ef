// How long the call has been going on.
import { useEffect, useState } from 'preact/hooks'
import { lasting } from '../../call/lasting.ts'
import { useCallTexts } from './texts.tsx'

export function Duration({ since }: { since: number }) {
  const t = useCallTexts()
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <time class="duration" title={t.duration}>
      {lasting(now - since)}
    </time>
  )
}
