// What everybody sets for himself: it holds in this browser, in all its tabs, from before the first paint.
// needs: chromium
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inChromium } from './chromium.ts'

const open = inChromium()

const settings = (page: Page) => page.getByRole('dialog', { name: 'Your settings' })
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
const [white, night, black] = ['rgb(251, 250, 248)', 'rgb(21, 20, 26)', 'rgb(0, 0, 0)']

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Your settings' }).click()
  await settings(page).waitFor()
}

test('a theme is chosen at home, holds in all tabs at once, and is there before the page', async () => {
  await using rig = await open()
  const ann = await rig.person('Ann', { colorScheme: 'light' })
  const twin = await ann.context().newPage()
  for (const page of [ann, twin]) await page.goto(rig.url)
  await openSettings(ann)
  await ann.getByRole('group', { name: 'Theme' }).getByRole('radio', { name: 'Dark' }).check()
  expect(await paper(ann)).toBe(night)
  await expect.poll(() => paper(twin)).toBe(night)
  await ann.getByRole('group', { name: 'Contrast' }).getByRole('radio', { name: 'High' }).check()
  await expect.poll(() => paper(twin)).toBe(black)
  // The page's own script never comes here.
  await twin.route('**/assets/index-*.js', route => route.abort())
  await twin.reload()
  expect(await paper(twin)).toBe(black)
})

test('what was chosen last for a theme is shown as chosen, and the system is followed again', async () => {
  await using rig = await open()
  const ann = await rig.person('Ann', { colorScheme: 'dark' })
  await ann.goto(rig.url)
  await openSettings(ann)
  const theme = ann.getByRole('group', { name: 'Theme' })
  expect(await theme.getByRole('radio', { name: 'System' }).isChecked()).toBe(true)
  expect(await paper(ann)).toBe(night)
  await theme.getByRole('radio', { name: 'Light' }).check()
  expect(await paper(ann)).toBe(white)
  await ann.reload()
  await openSettings(ann)
  expect(await theme.getByRole('radio', { name: 'Light' }).isChecked()).toBe(true)
  expect(await paper(ann)).toBe(white)
  await theme.getByRole('radio', { name: 'System' }).check()
  expect(await paper(ann)).toBe(night)
  await ann.emulateMedia({ colorScheme: 'light' })
  await expect.poll(() => paper(ann)).toBe(white)
})

test('a guest opens his settings in a room and is called otherwise from then on', async () => {
  await using rig = await open()
  const [ann, ben] = await rig.together('Ann', 'Ben')
  await openSettings(ben)
  await ben.getByRole('textbox', { name: 'The others see you as' }).fill('Benno')
  await ben.keyboard.press('Enter')
  await ann.getByRole('complementary', { name: 'People' }).getByText('Benno').waitFor()
})

test('without storage a theme holds until the page is closed', async () => {
  await using rig = await open()
  const ann = await rig.person(undefined, { colorScheme: 'light' })
  await ann.addInitScript(() => {
    const no = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
    Object.defineProperty(window, 'localStorage', { get: no })
  })
  await ann.goto(rig.url)
  await openSettings(ann)
  await ann.getByRole('group', { name: 'Theme' }).getByRole('radio', { name: 'Dark' }).check()
  expect(await paper(ann)).toBe(night)
  await ann.keyboard.press('Escape')
  await ann.getByRole('button', { name: 'Start a room' }).click()
  await ann.getByText('You are in. Bring the others.').waitFor()
  expect(await paper(ann)).toBe(night)
})
