// Asking the server for what somebody types: when he pauses, because it costs something, and only the last answer counts.
import { useEffect, useRef } from 'preact/hooks'

const PAUSE = 300

/** `isLast` turns false as soon as something else is asked. */
export type Asking = (isLast: () => boolean) => Promise<void> | void

/** Gives the way to ask at once, in place of what was typed. */
export function useTyped(asking: Asking, typed: readonly string[]): (asking: Asking) => void {
  const turn = useRef(0)
  const ask = (asking: Asking) => {
    const mine = ++turn.current
    void asking(() => mine === turn.current)
  }
  useEffect(() => {
    const timer = setTimeout(() => ask(asking), PAUSE)
    return () => {
      clearTimeout(timer)
      turn.current++
    }
  }, typed)
  return ask
}
