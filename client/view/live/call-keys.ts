// The shortcuts of a call, and the key that lets one talk as long as it is held.
import { useEffect } from 'preact/hooks'
import { EMOJI } from '../../call/gestures.ts'
import type { OwnDevice } from '../../call/own-device.ts'
import { useVisit } from '../context.ts'
import { isDialogOpen, isWriting, useShortcuts } from '../shortcuts.ts'
import { type ControlsProps, isHandUp } from './controls.tsx'

export function useCallKeys({ room, seat: { id, own }, gestures, full }: ControlsProps): void {
  const { session, device } = useVisit()
  const { layout } = device.now
  const shortcuts = {
    mic: () => void own.mic.set(!own.mic.on.peek()),
    camera: () => void own.camera.set(!own.camera.on.peek()),
    screen: () => own.share.toggle(),
    hand: () => gestures.raise(!isHandUp(room, id)),
    layout: () => device.set({ layout: layout === 'grid' ? 'speaker' : 'grid' }),
    full: full.toggle,
    react: (key: string) => gestures.react(EMOJI[Number(key) - 1] ?? EMOJI[0]),
  }
  // In a frame they could be neither listed nor switched off.
  useShortcuts(session.framed ? {} : shortcuts)
  useTalkKey(own.mic, device.now.keys && !session.framed)
}

function useTalkKey(mic: OwnDevice, wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return
    let isHeld = false
    const release = () => {
      if (isHeld) void mic.set(false)
      isHeld = false
    }
    const onDown = (event: KeyboardEvent) => {
      if (event.key !== ' ' || !isFree(event)) return
      // Else the page would scroll.
      event.preventDefault()
      if (event.repeat || mic.on.peek()) return
      isHeld = true
      // Opening it takes a while: he may be silent again by then.
      void mic.set(true).then(() => (isHeld ? undefined : mic.set(false)))
    }
    const onUp = ({ key }: KeyboardEvent) => key === ' ' && release()
    addEventListener('keydown', onDown)
    addEventListener('keyup', onUp)
    addEventListener('blur', release)
    return () => {
      release()
      removeEventListener('keydown', onDown)
      removeEventListener('keyup', onUp)
      removeEventListener('blur', release)
    }
  }, [mic, wanted])
}

/** It does nothing where it has a meaning of its own. */
const isFree = ({ target, defaultPrevented, isComposing, ctrlKey, altKey, metaKey }: KeyboardEvent) =>
  !defaultPrevented &&
  !(isComposing || ctrlKey || altKey || metaKey) &&
  !isDialogOpen() &&
  !isWriting(target) &&
  !(target instanceof Element && target.closest('button, a, summary, [role="button"], [role="radio"]'))
