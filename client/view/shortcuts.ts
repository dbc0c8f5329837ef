// Listens for the shortcuts of what is on the page, as long as it is there.
import { useEffect, useRef } from 'preact/hooks'
import { type ShortcutName, shortcutOf } from '../state/shortcuts.ts'
import { useVisit } from './context.ts'

/** Told which of its keys it was. */
type Runs = { readonly [Name in ShortcutName]?: ((key: string) => void) | undefined }

export function useShortcuts(runs: Runs): void {
  const { device } = useVisit()
  const latest = useRef(runs)
  latest.current = runs
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat || isDialogOpen()) return
      const name = shortcutOf(event, { single: device.now.keys && !isWriting(event.target) })
      const run = name && latest.current[name]
      if (!run) return
      event.preventDefault()
      run(event.key)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}

export const isDialogOpen = () => document.querySelector('dialog[open]') !== null

export const isWriting = (target: EventTarget | null) =>
  target instanceof Element && target.matches('input, textarea, select, [contenteditable]')
