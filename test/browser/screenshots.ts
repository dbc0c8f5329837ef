// The pictures in the README: real people (two of them) in a real room of a real server.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { openBrowser, Rig, say } from './rig.ts'

const FOLDER = join(import.meta.dirname, '../../docs')
const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 720 }, colorScheme: 'light' }
const small = { width: 390, height: 720 }
const phone: BrowserContextOptions = { viewport: small, colorScheme: 'dark' }

const talk: readonly (readonly [number, string])[] = [
  [1, 'Is this the right place for the garden plans?'],
  [0, 'It is. The drawing is at https://example.org/garden/plan-2.pdf (second page)'],
  [1, 'Lovely. The hedge could be a little lower, so that the kitchen still gets the evening sun.'],
  [0, 'Good point. I will bring string and sticks on Saturday.'],
]

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  const browser = await openBrowser()
  try {
    await using rig = await Rig.open(browser)
    const [ann, ben] = [await rig.person('Ann', desktop), await rig.person('Benjamin', phone)]
    const link = await rig.startRoom(ann)
    await rig.enter(ben, link)
    for (const [at, [who, text]] of talk.entries()) {
      await say(who === 0 ? ann : ben, text)
      for (const page of [ann, ben]) await page.locator('.message').nth(at).waitFor()
    }
    await take(ann, 'room')
    await take(ben, 'phone')
    await ann.emulateMedia({ colorScheme: 'dark' })
    await take(ann, 'dark')
    await ann.emulateMedia({ colorScheme: 'light' })
    const home = await rig.person('Cleo', desktop)
    await home.goto(rig.url)
    await home.getByRole('button', { name: 'Start a room' }).waitFor()
    await take(home, 'home')
    await share(ann)
    await take(ann, 'share')
    await makeLinks(ann, rig)
    await ann.setViewportSize(small)
    await ann.getByRole('heading', { name: 'Links made so far' }).scrollIntoViewIfNeeded()
    await take(ann, 'invites')
  } finally {
    await browser.close()
  }
}

async function share(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('dialog').getByRole('img').waitFor()
}

/** One for somebody who has come by it, and one for several who have not yet. */
async function makeLinks(page: Page, rig: Rig): Promise<void> {
  const forDan = await makeLink(page, 'For Dan')
  await rig.enter(await rig.person('Dan'), forDan)
  await page.getByText('Came by it: Dan').waitFor()
  await page.getByRole('button', { name: 'Done' }).click()
  await makeLink(page, 'The neighbours', '5 people')
  await page.getByRole('button', { name: 'Done' }).click()
}

async function makeLink(page: Page, whom: string, count?: string): Promise<string> {
  await page.getByRole('button', { name: 'Make a personal link' }).click()
  await page.getByRole('textbox', { name: 'Whom it is for' }).fill(whom)
  if (count) await page.getByRole('combobox', { name: 'For', exact: true }).selectOption(count)
  await page.getByRole('button', { name: 'Make the link' }).click()
  return page.getByRole('textbox', { name: 'The new link' }).inputValue()
}

async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' })
  console.log(`docs/${name}.png`)
}

await main()
