// The button of the bar that opens the emoji above it.
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Gestures } from '../../call/gestures.ts'
import { SendReaction } from './reactions.tsx'
import { Round } from './round.tsx'
import { useCallTexts } from './texts.tsx'

export function Reacting({ gestures }: { gestures: Gestures }) {
  const t = useCallTexts().reactions
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!open) return
    box.current?.querySelector<HTMLElement>('.send-reaction button')?.focus()
    const onDown = ({ target }: Event) => {
      if (!box.current?.contains(target as Node)) setOpen(false)
    }
    addEventListener('pointerdown', onDown)
    return () => removeEventListener('pointerdown', onDown)
  }, [open])
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return
    setOpen(false)
    box.current?.querySelector<HTMLElement>('.round')?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what is open inside
    <div class="reacting roomy" ref={box} onKeyDown={onKey}>
      {open && <SendReaction gestures={gestures} />}
      <Round sign="react" label={t.title} expanded={open} onClick={() => setOpen(!open)} />
    </div>
  )
}
