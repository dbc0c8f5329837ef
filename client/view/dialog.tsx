// A dialog: keeps the focus inside, closes by Escape, by its button and by a click beside it.
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { useTexts } from './context.ts'
import { Icon } from './icon.tsx'
import { Notice } from './notice.tsx'

interface Props {
  readonly title: string
  readonly children: ComponentChildren
  readonly onClose: () => void
}

export function Dialog({ title, children, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const { close } = useTexts().page
  useEffect(() => dialog.current?.showModal(), [])
  const clickBeside = (event: MouseEvent) => event.target === dialog.current && dialog.current?.close()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has Escape for this
    <dialog ref={dialog} aria-labelledby={id} onClose={onClose} onClick={clickBeside}>
      <div class="inside">
        <div class="bar">
          <h2 id={id}>{title}</h2>
          <button type="button" class="sign" aria-label={close} onClick={() => dialog.current?.close()}>
            <Icon name="close" />
          </button>
        </div>
        {children}
      </div>
      <Notice />
    </dialog>
  )
}
