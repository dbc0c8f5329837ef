// Going through a long talk as somebody does who never stops scrolling, and what is noticed on the way.
import type { Page } from 'playwright-core'

/** So far it goes at a time. */
export const STEP = 300

export interface Trip {
  /** The first and the last line that were on the page at its end. */
  readonly from: number
  readonly to: number
  readonly mostElements: number
  /** Lines that stood in the wrong order, twice, or beside a hole. */
  readonly faults: string[]
  /** What was read moved otherwise than it was scrolled. */
  readonly jumps: string[]
  readonly longestTask: number
}

/** Scrolls up or down, at every frame, until a line is on the page. */
export function scrollTo(page: Page, line: number, step: number): Promise<Trip> {
  return page.evaluate(
    async ({ line, step }) => {
      const box = document.querySelector<HTMLElement>('.scroll') as HTMLElement
      const numberOf = (text: Element) => Number(text.textContent?.split(' ')[1])
      const textsNow = () => [...box.querySelectorAll('.message[data-seq] .text')]
      const isSeen = (text: Element) => {
        const { top, bottom } = text.getBoundingClientRect()
        const seen = box.getBoundingClientRect()
        return top >= seen.top && bottom <= seen.bottom
      }
      const trip = { mostElements: 0, faults: [] as string[], jumps: [] as string[], longestTask: 0 }
      const watch = new PerformanceObserver(list => {
        for (const { duration } of list.getEntries()) trip.longestTask = Math.max(trip.longestTask, duration)
      })
      watch.observe({ type: 'longtask' })
      const check = (numbers: number[]) => {
        const wrong = numbers.find((number, at) => at > 0 && number !== (numbers[at - 1] as number) + 1)
        if (wrong !== undefined) trip.faults.push(`${wrong} among ${numbers[0]} to ${numbers.at(-1)}`)
        trip.mostElements = Math.max(trip.mostElements, box.querySelectorAll('*').length)
      }
      let numbers = textsNow().map(numberOf)
      const frame = () => new Promise(done => requestAnimationFrame(done))
      while (!numbers.includes(line)) {
        const read = textsNow().find(isSeen)
        const before = read?.getBoundingClientRect().top ?? 0
        box.scrollTop += step
        await frame()
        // What came from the server meanwhile has been drawn, and what is seen is what will be painted.
        await frame()
        if (read?.isConnected) {
          const moved = before - read.getBoundingClientRect().top
          if (Math.abs(moved) > Math.abs(step) + 2 || moved * Math.sign(step) < -2)
            trip.jumps.push(`${moved} at ${numberOf(read)}`)
        } else trip.jumps.push(`${read && numberOf(read)} went away`)
        numbers = textsNow().map(numberOf)
        check(numbers)
      }
      watch.disconnect()
      return { ...trip, from: numbers[0] as number, to: numbers.at(-1) as number }
    },
    { line, step },
  )
}
