// The job of looking on while a crowd talks: for how long the page does one thing and can do no other.
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { newcomer, openBrowser, screenOf } from './browser.ts'
import { type Place, speechOf } from './dialect.ts'
import type { Crowd, Order, Outcome } from './job.ts'
import { offer } from './offer.ts'
import type { Talk } from './talk.ts'
import { TEXT } from './text.ts'

const SETTLE = 500
/** As Chromium calls it. */
const TASK = 'ThreadControllerImpl::RunTask'

export async function crowd(order: Order<Crowd>): Promise<Outcome> {
  const { dialect, port, people, perSecond, seconds } = order
  const speech = speechOf(dialect)
  const [place] = await speech.rooms(port, 1)
  if (!place) throw new Error('there is no room')
  const talks: Talk[] = []
  while (talks.length < people - 1) talks.push(await speech.enter(port, place))
  await using browser = await openBrowser()
  const page = await lookOn(browser, order, place)
  await wait(SETTLE)
  await browser.startTracing(page, { categories: ['toplevel'] })
  const count = perSecond * seconds
  let said = 0
  await offer(perSecond, count, () => {
    const talk = talks[said % talks.length] as Talk
    speech.say(talk, place, `key-${++said}-of-a-crowd`, `${TEXT} (${said})`)
  })
  await page.getByText(`(${count})`).waitFor()
  await wait(SETTLE)
  const trace = await browser.stopTracing()
  for (const talk of talks) talk.end()
  return { units: count, longest: Math.max(...tasksIn(trace)) }
}

async function lookOn(browser: Browser, { dialect, port }: Order<Crowd>, place: Place): Promise<Page> {
  const page = await newcomer(browser)
  const { url, shows } = screenOf(dialect, port, place)
  await page.goto(url)
  if (dialect === 'presence in a browser') await page.getByRole('button', { name: 'Enter' }).click()
  await page.locator(shows.at(-1) ?? 'body').waitFor({ state: 'attached' })
  return page
}

interface Event {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Time on a processor, in microseconds: what else the machine does meanwhile is not the page's. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** Of all that the page's one thread did, script, layout and all: how long each took. */
function tasksIn(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly Event[] }
  const main = traceEvents.find(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
  const isTask = ({ name, pid, tid }: Event) => name === TASK && pid === main?.pid && tid === main.tid
  return traceEvents.filter(isTask).map(({ tdur = 0 }) => tdur / 1000)
}
