// The job of opening a link: how long it takes from the navigation until what it leads to is seen.
import type { Browser } from 'playwright-core'
import { newcomer, openBrowser, type Screen, screenOf } from './browser.ts'
import { speechOf } from './dialect.ts'
import type { Open, Order, Outcome } from './job.ts'
import { Times } from './offer.ts'
import { TEXT } from './text.ts'

export async function open({ dialect, port, count, messages }: Order<Open>): Promise<Outcome> {
  const speech = speechOf(dialect)
  const [place] = await speech.rooms(port, 1)
  if (!place) throw new Error('there is no room')
  const talk = await speech.enter(port, place)
  for (let said = 0; said < messages; said++) speech.say(talk, place, `key-${said}-of-a-talk`, TEXT)
  const screen = screenOf(dialect, port, place)
  await using browser = await openBrowser()
  const times = new Times()
  // The first finds a browser that has hardly started itself.
  await look(browser, screen)
  while (times.count < count) times.add(await look(browser, screen))
  talk.end()
  return { units: count, ...times.report() }
}

async function look(browser: Browser, { url, shows }: Screen): Promise<number> {
  const page = await newcomer(browser)
  await page.addInitScript(watch, shows)
  await page.goto(url, { waitUntil: 'commit' })
  const seen = await page.waitForFunction(() => (globalThis as Watched).seen)
  const time = await seen.jsonValue()
  await page.context().close()
  return time as number
}

type Watched = typeof globalThis & { seen?: number }

/** In the page. Who is asked for his name takes the one that stands there, at once: people's own time does not count. */
function watch(shows: readonly string[]): void {
  let entered = false
  const enter = () => {
    const button = document.querySelector<HTMLElement>('form .button.main.large')
    if (entered || !button) return
    entered = true
    button.click()
  }
  const isShown = (what: string) => document.querySelector(what)?.checkVisibility()
  const look = () => {
    enter()
    if (document.readyState !== 'complete' || !shows.every(isShown)) return
    observer.disconnect()
    // In the task after the frame that shows it.
    requestAnimationFrame(() =>
      setTimeout(() => {
        ;(globalThis as Watched).seen = performance.now()
      }),
    )
  }
  const observer = new MutationObserver(look)
  observer.observe(document, { childList: true, subtree: true, attributes: true })
  addEventListener('load', look)
}
