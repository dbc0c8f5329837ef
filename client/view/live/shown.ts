// Telling somebody how large he is shown here, so that he sends no more than that.
import { useEffect } from 'preact/hooks'
import type { Link } from '../../call/link.ts'
import type { Shown } from '../../call/pulse.ts'
import { shownAs } from '../../call/quality.ts'
import { useVisit } from '../context.ts'

/** `width` in pixels of the page; 0: not at all. */
export function useShown(link: Link | undefined, line: keyof Shown, width: number): void {
  const { quality } = useVisit().device.now
  const pixels = width * devicePixelRatio
  // What is shared is text more often than not: it is asked for whole.
  const wanted = line === 'share' ? pixels : shownAs(quality, pixels)
  useEffect(() => link?.shows(line, Math.min(9999, wanted)), [link, line, wanted])
  useEffect(() => () => link?.shows(line, 0), [link, line])
}
