// The truth about the connection: a thin bar, only while it is lost.
import { useEffect, useState } from 'preact/hooks'
import type { Link } from '../state/state.ts'

const LONG = 30_000

export function Line({ link, inside }: { link: Link; inside: boolean }) {
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
          {long
            ? 'Still trying to reach the server. '
            : inside
              ? 'Reconnecting… your place is kept'
              : 'Reconnecting…'}
          {long && (
            <button type="button" class="plain" onClick={() => location.reload()}>
              Reload the page
            </button>
          )}
        </p>
      )}
    </div>
  )
}
