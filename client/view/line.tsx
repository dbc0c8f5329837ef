// The truth about the connection: a thin bar, only while it is lost.
import { useEffect, useState } from 'preact/hooks'
import type { Link } from '../state/state.ts'
import { useTexts } from './context.ts'

const LONG = 30_000

export function Line({ link, inside }: { link: Link; inside: boolean }) {
  const t = useTexts().page
  const [long, setLong] = useState(false)
  const lost = link.at === 'lost'
  useEffect(() => {
    setLong(false)
    if (!lost) return
    const timer = setTimeout(() => setLong(true), LONG)
    return () => clearTimeout(timer)
  }, [lost])
  return (
    <div class="line" role="status">
      {lost && (
        <p>
          <span class="pulse" aria-hidden="true" />
          {long ? t.stillTrying : inside ? t.reconnectingInside : t.reconnecting}{' '}
          {long && (
            <button type="button" class="plain" onClick={() => location.reload()}>
              {t.reload}
            </button>
          )}
        </p>
      )}
    </div>
  )
}
