// A sentence about what has just happened, for a few seconds, in front of whatever is open.
import { signal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useTexts, useVisit } from './context.ts'

/** The page and the dialogs that are open, from back to front: what is behind a dialog is neither read nor clicked. */
const layers = signal<readonly unknown[]>([])

/** Stands once in each layer; the foremost one speaks. */
export function Notice() {
  const { session } = useVisit()
  const { goBackIn } = useTexts().page
  const layer = useRef(undefined)
  useLayoutEffect(() => {
    layers.value = [...layers.value, layer]
    return () => {
      layers.value = layers.value.filter(one => one !== layer)
    }
  }, [])
  const notice = layers.value.at(-1) === layer ? session.state.value.notice : undefined
  const back = notice?.back
  return (
    <div class="notice" role="status">
      {notice && (
        <p>
          <span>{notice.text}</span>
          {back && (
            <button type="button" class="plain" onClick={() => session.go(back)}>
              {notice.label ?? goBackIn}
            </button>
          )}
        </p>
      )}
    </div>
  )
}
