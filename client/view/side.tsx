// What stands beside the talk. While it is wanted, the keyboard is there, and afterwards where it was before.
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'

interface Props {
  readonly id: string
  readonly title: string
  /** How many there are of them. */
  readonly count?: number
  readonly closing: string
  readonly open: boolean
  /** What takes the focus, if not the whole. */
  readonly focus?: string
  readonly onClose: () => void
  readonly children: ComponentChildren
}

export function Side({ id, title, count, closing, open, focus, onClose, children }: Props) {
  const panel = useRef<HTMLElement>(null)
  // Before the page is drawn: what is chosen here may take the focus in the same breath.
  useLayoutEffect(() => {
    if (!open) return
    const opener = document.activeElement as HTMLElement | null
    const field = focus && panel.current?.querySelector<HTMLInputElement>(focus)
    if (field) field.select()
    else panel.current?.focus()
    return () => opener?.focus()
  }, [open])
  const onKey = ({ key, target }: KeyboardEvent) => {
    // Of a dialog over it that is the dialog's.
    if (key === 'Escape' && !(target as Element).closest('dialog')) onClose()
  }
  return (
    // Keeps the focus when what had it is gone.
    <aside ref={panel} id={id} tabIndex={-1} class={`side ${id}`} aria-label={title} onKeyDown={onKey}>
      <header>
        <h2>
          {title} {count !== undefined && <span class="soft">{count}</span>}
        </h2>
        <button type="button" class="sign" aria-label={closing} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {children}
    </aside>
  )
}
