// Sharing screens, and what of a call is large.
// needs: chromium
import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { inCalls, live, seen, tile } from './live.ts'
import { colourOf, larger, more, options } from './stage.ts'

const open = inCalls()

/** The whole page of who shares is what the others see. */
const paint = (page: Page, colour: string) =>
  page.evaluate(background => {
    const all = document.querySelector<HTMLElement>('#painted') ?? document.createElement('div')
    all.id = 'painted'
    all.style.cssText = `position:fixed;inset:0;z-index:9;pointer-events:none;background:${background}`
    document.body.append(all)
  }, colour)

const shows = (page: Page, name: string, red: number, blue: number) =>
  vi.waitFor(
    async () => {
      const [r = 0, , b = 0] = await colourOf(page, name)
      expect(Math.abs(r - red) + Math.abs(b - blue)).toBeLessThan(60)
    },
    { timeout: 10_000, interval: 200 },
  )

test('a shared screen is large at the others and shows what changes on it, until it ends', async () => {
  await using rig = await open()
  const [ann, ben] = await live(rig, 'Ann', 'Ben')
  await ann.getByRole('button', { name: 'Share the screen' }).click()
  await tile(ben, 'Screen of Ann').waitFor()
  await paint(ann, '#f00')
  await shows(ben, 'Screen of Ann', 255, 0)
  await paint(ann, '#00f')
  await shows(ben, 'Screen of Ann', 0, 255)
  await larger(ben, 'Screen of Ann', 'Ann')
  // Beside it she is seen herself, and her own screen is small where she sits.
  await seen(ben, 'Ann')
  await more(ben, 'radio', 'Who speaks is large')
  await larger(ben, 'Screen of Ann', 'Ann')

  await ben.getByRole('button', { name: 'Share the screen' }).click()
  await tile(ann, 'Screen of Ben').waitFor()
  await larger(ann, 'Screen of Ben', 'Your screen, as the others see it')
  await larger(ben, 'Screen of Ann', 'Your screen, as the others see it')

  await ann.getByRole('button', { name: 'Stop sharing' }).click()
  await tile(ben, 'Screen of Ann').waitFor({ state: 'detached' })
  await larger(ben, 'Ann', 'Your screen, as the others see it')
})

test('what one wants large is, and a share that one puts aside is small', async () => {
  await using rig = await open()
  const [ann, ben] = await live(rig, 'Ann', 'Ben')
  const press = async (name: string) => {
    await ben.getByRole('button', { name, exact: true }).focus()
    await ben.keyboard.press('Enter')
  }
  await press('Make large: Ann')
  await larger(ben, 'Ann', 'Ben')
  await seen(ben, 'Ann')
  await ann.getByRole('button', { name: 'Share the screen' }).click()
  await tile(ben, 'Screen of Ann').waitFor()
  await larger(ben, 'Ann', 'Screen of Ann')
  await press('Make small: Ann')
  await larger(ben, 'Screen of Ann', 'Ann')
  await press('Make small: Screen of Ann')
  await expect
    .poll(async () => (await tile(ben, 'Ann').boundingBox())?.width)
    .toBe((await tile(ben, 'Screen of Ann').boundingBox())?.width)
})

test('who hides himself is seen by the others, and only his own picture is one in a mirror', async () => {
  await using rig = await open()
  const [ann, ben] = await live(rig, 'Ann', 'Ben')
  const isMirrored = (page: Page) =>
    tile(page, 'Ann')
      .locator('video')
      .evaluate(video => getComputedStyle(video).transform !== 'none')
  await seen(ben, 'Ann')
  expect([await isMirrored(ann), await isMirrored(ben)]).toEqual([true, false])
  await more(ann, 'checkbox', 'As in a mirror')
  expect(await isMirrored(ann)).toBe(false)
  await more(ann, 'checkbox', 'See yourself')
  await tile(ann, 'Ann').waitFor({ state: 'detached' })
  await seen(ben, 'Ann')
  await ben.getByRole('button', { name: 'Leave the call' }).click()
  await tile(ann, 'Ann').waitFor()
})

test('the call alone fills the screen, and goes on there', async () => {
  await using rig = await open()
  const [ben, ann] = await live(rig, 'Ben', 'Ann')
  await more(ann, 'button', 'Full screen')
  await ann.waitForFunction(() => document.fullscreenElement?.matches('.stage'))
  await seen(ann, 'Ben')
  // What is said to her is said there, too.
  await (await options(ben, 'Ann')).getByRole('button', { name: 'Mute', exact: true }).click()
  await ann.locator('.stage').getByText('Ben has muted you.').waitFor()
  await more(ann, 'button', 'Leave full screen')
  await ann.waitForFunction(() => !document.fullscreenElement)
  await seen(ann, 'Ben')
})
