// A sentence about what has just happened, for a few seconds.

import type { Notice as What } from '../state/state.ts'
import { useVisit } from './context.ts'

export function Notice({ notice }: { notice: What | undefined }) {
  const { session } = useVisit()
  const back = notice?.back
  return (
    <div class="notice" role="status">
      {notice && (
        <p>
          <span>{notice.text}</span>
          {back && (
            <button type="button" class="plain" onClick={() => session.go(back)}>
              {notice.label ?? 'Go back in'}
            </button>
          )}
        </p>
      )}
    </div>
  )
}
