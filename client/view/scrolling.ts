// Which part of the talk is looked at: its end as long as nobody scrolls away, and never another by itself.
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Line } from '../state/lines.ts'
import type { Room } from '../state/state.ts'
import { covers, isDetached } from '../state/window.ts'
import { useVisit } from './context.ts'
import { hasSelection, type Mark, offsetIn, sightOf } from './sight.ts'

/** So near to the end counts as being there. */
const NEAR = 48
/** So many messages further on are there before one comes to them. */
const AHEAD = 50

interface View {
  readonly atEnd: boolean
  /** The first message that is seen, and where it stood. */
  readonly mark?: Mark | undefined
  /** One of the messages has the focus. */
  readonly focus: boolean
  readonly newest: number
  readonly pending: number
  readonly aim: Room['aim']
}

export function useScrolling(room: Room, lines: readonly Line[]) {
  const { acts } = useVisit()
  const { pending, aim, newest } = room
  const box = useRef<HTMLDivElement>(null)
  const view = useRef<View>({ atEnd: true, focus: false, newest, pending: 0, aim })
  const [news, setNews] = useState(false)
  const [far, setFar] = useState(false)
  const detached = isDetached(room)
  // Once something below has gone, the browser may have moved it.
  const top = box.current?.scrollTop

  const look = () => {
    const place = box.current
    if (!place) return
    const left = place.scrollHeight - place.scrollTop - place.clientHeight
    const atEnd = left < NEAR && !detached
    const { mark, above, below, middle } = sightOf(place)
    const focus = place !== document.activeElement && place.contains(document.activeElement)
    view.current = { ...view.current, atEnd, mark, focus }
    if (atEnd) setNews(false)
    setFar(left > place.clientHeight)
    // What comes in at the end is read out to who does not look; pages that come in by scrolling are not.
    place.ariaLive = atEnd ? 'polite' : 'off'
    acts.pages.look(atEnd)
    if (above >= 0 && above < AHEAD) void acts.pages.older().then(lookOn)
    if (below < AHEAD) void acts.pages.newer().then(lookOn)
    if (!hasSelection(place)) acts.pages.letGo(middle)
  }
  const latest = useRef(look)
  latest.current = look
  /** Who has come to an end of what is there does not have to scroll for the next page. */
  const lookOn = (came: boolean) => came && latest.current()

  const toEnd = () => box.current?.scrollTo({ top: box.current.scrollHeight })
  /** Whatever has changed around it: the end stays in view, or what is read stays where it is. */
  const hold = (top = box.current?.scrollTop ?? 0) => {
    const place = box.current
    const { atEnd, mark } = view.current
    if (atEnd) return toEnd()
    if (!place || !mark?.element.isConnected) return
    const offset = offsetIn(place, mark.element)
    place.scrollTop = top + offset - mark.offset
    view.current = { ...view.current, mark: { ...mark, offset } }
  }

  /** True when this was what to look at. What is not there yet is waited for. */
  const takeAim = (place: HTMLElement): boolean => {
    if (!aim || aim === view.current.aim) return false
    if (aim.at === 'end' ? detached : !covers(room, aim.seq)) return false
    view.current = { ...view.current, aim }
    if (aim.at === 'end') toEnd()
    else show(place, aim.seq)
    return true
  }

  // Before the browser paints.
  useLayoutEffect(() => {
    const place = box.current
    if (!place) return
    const seen = view.current
    if (!takeAim(place)) {
      if (pending.length > seen.pending) toEnd()
      else hold(top)
      if (!seen.atEnd && newest > seen.newest) setNews(true)
    }
    // The message that had it was let go: the keys must go on scrolling.
    if (seen.focus && document.activeElement === document.body) place.focus({ preventScroll: true })
    view.current = { ...view.current, newest, pending: pending.length }
    look()
  }, [lines, pending, aim])

  // The field below grows, the keyboard of a phone opens, a picture is there at last.
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => hold())
    for (const part of [box.current, box.current?.firstElementChild]) if (part) observer.observe(part)
    return () => observer.disconnect()
  }, [])

  return { box, look, behind: news || far || detached, news: news && !detached }
}

/** In the middle, marked for a moment, and where the keyboard goes on. */
function show(place: HTMLElement, seq: number): void {
  // Before a restart others had the same numbers; they stand above.
  const message = [...place.querySelectorAll<HTMLElement>(`[data-seq="${seq}"]`)].at(-1)
  message?.scrollIntoView({ block: 'center' })
  message?.focus({ preventScroll: true })
  message?.animate([{ background: 'var(--tint)' }, { background: 'var(--tint)' }, {}], 2400)
}
