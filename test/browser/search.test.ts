// Looking for what was said, however long ago, and getting to where it stands.
// needs: chromium
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roomy } from '../support/limits.ts'
import { Person } from '../support/person.ts'
import { openBrowser, Rig, say } from './rig.ts'
import { nameIt } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('what was said 300 messages ago is found by the other, also after a reload and a restart', async () => {
  await using rig = await Rig.open(browser, roomy, { remember: true })
  const [ann, ben] = await rig.together('Ann', 'Ben')
  await nameIt(ann)
  await ann.getByText('it stays from now on').waitFor()
  await say(ann, 'Zoë has the key of the garden shed')
  await crowd(rig, ann, 300)
  await ben.reload()
  await ben.getByText('talk 299').waitFor()
  const isFound = async () => {
    await look(ben, 'zoe GARDEN')
    await panel(ben).getByText('1 message', { exact: true }).waitFor()
    expect(await hits(ben).locator('mark').allTextContents()).toEqual(['Zoë', 'garden'])
    expect(await ben.locator('.message', { hasText: 'garden shed' }).count()).toBe(0)
    await hits(ben).click()
    await ben.locator('.message:focus', { hasText: 'garden shed' }).waitFor()
  }
  await isFound()
  await ben.reload()
  await isFound()
  await rig.restart()
  await ben.reload()
  await isFound()

  // It is found as it is now, and not at all when it is gone.
  await look(ann, 'shed')
  await hits(ann).click()
  const message = ann.locator('.message', { hasText: 'garden shed' })
  await message.hover()
  await message.getByRole('button', { name: 'Delete' }).click()
  await ann.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await hits(ben).waitFor({ state: 'detached' })
  await look(ben, 'garden')
  await panel(ben).getByText('Nothing was found.').waitFor()
})

test('many are shown in portions, and a room without a name is looked through, too', async () => {
  await using rig = await Rig.open(browser, roomy)
  const [ann, ben] = await rig.together('Ann', 'Ben')
  await crowd(rig, ann, 70)
  await ben.getByText('talk 69').waitFor()
  await look(ben, 'talk')
  await panel(ben).getByText('30 messages so far').waitFor()
  for (const count of ['60 messages so far', '70 messages']) {
    await panel(ben).getByRole('button', { name: 'Look further back' }).click()
    await panel(ben).getByText(count, { exact: true }).waitFor()
  }
  expect(await hits(ben).last().textContent()).toContain('talk 0')
  await ben.keyboard.press('Escape')
  await panel(ben).waitFor({ state: 'detached' })
  await ben.locator('button[aria-label="Search"]:focus').waitFor()
})

test('on a phone the search covers the talk, and makes way for what one chooses', async () => {
  await using rig = await Rig.open(browser, roomy)
  const ann = await rig.person('Ann', { viewport: { width: 360, height: 640 }, hasTouch: true })
  await rig.startRoom(ann)
  await say(ann, 'The code is 1234')
  await crowd(rig, ann, 30)
  await look(ann, 'code')
  await hits(ann).tap()
  await panel(ann).waitFor({ state: 'detached' })
  await ann.locator('.message:focus', { hasText: '1234' }).waitFor()
  // What was looked for is still there when it is opened again.
  await ann.getByRole('button', { name: 'Search' }).tap()
  await hits(ann).waitFor()
})

test('what is wrong with what one looks for is said, and typing on goes on', async () => {
  await using rig = await Rig.open(browser)
  const ann = await rig.person('Ann')
  await rig.startRoom(ann)
  await say(ann, 'Hello')
  await look(ann, 'a b c d e f g h i j k')
  await panel(ann).getByText('at most 10 words').waitFor()
  await look(ann, '!?')
  await panel(ann).getByText('at most 10 words').waitFor({ state: 'detached' })
  await look(ann, 'hel')
  await hits(ann).waitFor()
})

const panel = (page: Page) => page.getByRole('complementary', { name: 'Search' })
const hits = (page: Page) => panel(page).getByRole('listitem').getByRole('button')

async function look(page: Page, text: string): Promise<void> {
  const field = panel(page).getByRole('searchbox')
  if ((await field.count()) === 0) await page.getByRole('button', { name: 'Search' }).click()
  await field.fill(text)
}

/** Somebody who talks and talks. */
async function crowd(rig: Rig, host: Page, count: number): Promise<void> {
  const link = new URL(await linkOf(host)).pathname
  const cleo = await Person.come(rig.server, { name: 'Cleo' })
  const { id } = await cleo.enter(link)
  for (let at = 0; at < count; at++) await cleo.say(id, `talk ${at}`)
}

async function linkOf(page: Page): Promise<string> {
  const shown = page.getByRole('textbox', { name: 'Link to this room' })
  if ((await shown.count()) === 0) await page.getByRole('button', { name: 'Share' }).click()
  const link = await shown.inputValue()
  if ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape')
  return link
}
