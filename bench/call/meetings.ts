// The same call by our page and by the bare one: so many people in it, and how long the last of them waited.
import type { Page } from 'playwright-core'
import { type ServerKind, startServer } from '../server.ts'
import { type Chrome, waited } from './chrome.ts'

export interface Meeting {
  readonly pages: readonly Page[]
  /** From the click of the last one until he saw the first other, in milliseconds. */
  readonly waited: number
}

type Hold = (chrome: Chrome, url: string, people: number) => Promise<Meeting>

export const meetings = { ours: [hold, 'presence'], yardstick: [holdBare, 'bare call'] } as const

export async function meet<Value>(
  [hold, kind]: readonly [Hold, ServerKind],
  chrome: Chrome,
  people: number,
  what: (meeting: Meeting) => Promise<Value>,
): Promise<Value> {
  await using server = await startServer(kind, { spread: true })
  const meeting = await hold(chrome, `http://localhost:${server.port}`, people)
  try {
    return await what(meeting)
  } finally {
    await chrome.leave(meeting.pages)
  }
}

async function hold(chrome: Chrome, url: string, people: number): Promise<Meeting> {
  const pages = await persons(chrome, people)
  const [first, ...others] = pages as [Page, ...Page[]]
  await first.goto(url)
  await first.getByRole('button', { name: 'Start a room' }).click()
  const link = await first.getByRole('textbox', { name: 'Link to this room' }).inputValue()
  for (const page of others) {
    await page.goto(link)
    await page.getByRole('button', { name: 'Enter' }).click()
  }
  for (const page of pages) {
    await page.getByRole('button', { name: /^(Go|Join) live$/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('video').waitFor()
    await dialog.getByRole('button', { name: 'Join', exact: true }).click()
    await page.getByRole('toolbar', { name: 'Call' }).waitFor()
  }
  return { pages, waited: await waited(pages.at(-1) as Page) }
}

async function holdBare(chrome: Chrome, url: string, people: number): Promise<Meeting> {
  const pages = await persons(chrome, people)
  for (const page of pages) {
    await page.goto(url)
    await page.getByRole('button', { name: 'Join' }).click()
  }
  return { pages, waited: await waited(pages.at(-1) as Page) }
}

async function persons(chrome: Chrome, people: number): Promise<Page[]> {
  const pages: Page[] = []
  for (let at = 1; at <= people; at++) pages.push(await chrome.person(`Person ${at}`))
  return pages
}
