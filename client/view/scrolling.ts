// Which part of the talk is looked at: its end as long as nobody scrolls away, and never another by itself.
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Line } from '../state/lines.ts'
import type { Room } from '../state/state.ts'
import { covers, isDetached } from '../state/window.ts'
import { useVisit } from './context.ts'

/** So near to an end counts as being there. */
const NEAR = 48
const SOON = 400

export function useScrolling(room: Room, lines: readonly Line[]) {
  const { acts } = useVisit()
  const { pending, aim } = room
  const box = useRef<HTMLDivElement>(null)
  const view = useRef({ atEnd: true, height: 0, first: '', pending: 0, aim })
  const [behind, setBehind] = useState(false)
  const detached = isDetached(room)

  const look = () => {
    const place = box.current
    if (!place) return
    const below = place.scrollHeight - place.scrollTop - place.clientHeight
    const atEnd = below < NEAR && !detached
    view.current.atEnd = atEnd
    if (atEnd) setBehind(false)
    // What comes in at the end is read out to who does not look; pages that come in by scrolling are not.
    place.ariaLive = atEnd ? 'polite' : 'off'
    acts.pages.look(atEnd)
    if (place.scrollTop < SOON) acts.pages.older(room)
    if (below < SOON) acts.pages.newer(room)
  }
  const toEnd = () => box.current?.scrollTo({ top: box.current.scrollHeight })

  /** True when this was what to look at. What is not there yet is waited for. */
  const takeAim = (place: HTMLElement): boolean => {
    if (!aim || aim === view.current.aim) return false
    if (aim.at === 'end' ? detached : !covers(room, aim.seq)) return false
    view.current.aim = aim
    if (aim.at === 'end') toEnd()
    else show(place, aim.seq)
    return true
  }

  // Before the browser paints: go where one wants to, stay at the end, or keep what is read where it is while older
  // ones come in above.
  useLayoutEffect(() => {
    const place = box.current
    if (!place) return
    const seen = view.current
    const first = lines[0]?.key ?? ''
    if (!takeAim(place)) {
      if (seen.atEnd || pending.length > seen.pending) toEnd()
      else if (first !== seen.first) place.scrollTop += place.scrollHeight - seen.height
      else if (place.scrollHeight > seen.height) setBehind(true)
    }
    view.current = { ...view.current, height: place.scrollHeight, first, pending: pending.length }
    look()
  }, [lines, pending, aim])

  // The field below grows, the keyboard of a phone opens: the end stays in view.
  useLayoutEffect(() => {
    if (!box.current) return
    const observer = new ResizeObserver(() => view.current.atEnd && toEnd())
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])

  return { box, look, behind: behind || detached }
}

/** In the middle, marked for a moment, and where the keyboard goes on. */
function show(place: HTMLElement, seq: number): void {
  // Before a restart others had the same numbers; they stand above.
  const message = [...place.querySelectorAll<HTMLElement>(`[data-seq="${seq}"]`)].at(-1)
  message?.scrollIntoView({ block: 'center' })
  message?.focus({ preventScroll: true })
  message?.animate([{ background: 'var(--tint)' }, { background: 'var(--tint)' }, {}], 2400)
}
