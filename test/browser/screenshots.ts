// The pictures in the README: real people (two of them) in a real room of a real server.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { openBrowser, Rig, say } from './rig.ts'

const FOLDER = join(import.meta.dirname, '../../docs')
const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 720 }, colorScheme: 'light' }
const phone: BrowserContextOptions = { viewport: { width: 390, height: 720 }, colorScheme: 'dark' }

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
    const home = await rig.person('Cleo', desktop)
    await home.goto(rig.url)
    await home.getByRole('button', { name: 'Start a room' }).waitFor()
    await take(home, 'home')
    await ann.getByRole('button', { name: 'Share' }).click()
    await ann.getByRole('img').last().waitFor()
    await take(ann, 'share')
  } finally {
    await browser.close()
  }
}

async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' })
  console.log(`docs/${name}.png`)
}

await main()
