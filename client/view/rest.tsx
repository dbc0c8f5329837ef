// The rest of a row of tools: on a phone it is behind a button, each with its name.
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useTexts } from './context.ts'
import { Icon } from './icon.tsx'

export function Rest({ children }: { children: ComponentChildren }) {
  const t = useTexts().page
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open) return
    const elsewhere = ({ target }: Event) => box.current?.contains(target as Node) || setOpen(false)
    const onKey = ({ key, target }: KeyboardEvent) => {
      if (key !== 'Escape' || (target as Element).closest('dialog')) return
      setOpen(false)
      box.current?.querySelector('button')?.focus()
    }
    const listeners = { pointerdown: elsewhere, focusin: elsewhere, keydown: onKey as (event: Event) => void }
    for (const [event, listener] of Object.entries(listeners)) document.addEventListener(event, listener)
    return () => {
      for (const [event, listener] of Object.entries(listeners)) document.removeEventListener(event, listener)
    }
  }, [open])
  return (
    <div class={open ? 'rest open' : 'rest'} ref={box}>
      <button
        type="button"
        class="tool more"
        aria-expanded={open}
        aria-label={t.more}
        title={t.more}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
      </button>
      <div class="rest-tools">{children}</div>
    </div>
  )
}
