// The stage alone on the screen, where the browser can do that.
import { useEffect, useState } from 'preact/hooks'

export interface FullScreen {
  readonly on: boolean
  /** Undefined where it is not possible. */
  readonly toggle: (() => void) | undefined
}

export function useFullScreen(stage: { readonly current: HTMLElement | null }): FullScreen {
  const [on, setOn] = useState(false)
  useEffect(() => {
    const look = () => setOn(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', look)
    return () => document.removeEventListener('fullscreenchange', look)
  }, [])
  const toggle = () => {
    const done = document.fullscreenElement ? document.exitFullscreen() : stage.current?.requestFullscreen()
    // Refused to who has not touched the page: he sees what he saw.
    done?.catch(() => {})
  }
  return { on, toggle: document.fullscreenEnabled ? toggle : undefined }
}
