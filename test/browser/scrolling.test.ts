// A long talk: whoever goes far back in it, and forth again, meets everything once and in order, on a page that stays light.
// needs: chromium
import { expect, test } from 'vitest'
import { roomy } from '../support/limits.ts'
import { inChromium } from './chromium.ts'
import { lineOf, longTalk, MOST_ELEMENTS } from './long-talk.ts'
import { say } from './rig.ts'
import { STEP, scrollTo } from './scrolling.ts'

const open = inChromium()

test('thousands back and forth: no holes, nothing twice, no jumps, and never more than so much on the page', async () => {
  await using rig = await open(roomy, { remember: true })
  const { ben, crowd } = await longTalk(rig, 2500)
  const back = await scrollTo(ben, 1, -STEP)
  expect(back).toMatchObject({ from: 1, faults: [], jumps: [] })
  expect(back.mostElements).toBeLessThan(MOST_ELEMENTS)
  expect(back.to).toBeLessThan(600)
  // What is said now does not come to a piece that does not reach so far.
  await crowd.talk(1)
  const forth = await scrollTo(ben, 2501, STEP)
  expect(forth).toMatchObject({ to: 2501, faults: [], jumps: [] })
  expect(forth.mostElements).toBeLessThan(MOST_ELEMENTS)
  expect(forth.from).toBeGreaterThan(1900)
  await scrollTo(ben, 1900, -STEP)
  await ben.getByRole('button', { name: 'Jump to the newest' }).click()
  await ben.getByText(lineOf(2501)).waitFor()
  await crowd.talk(1)
  await ben.getByText(lineOf(2502)).waitFor()
})

test('what is begun and out of sight is still there: an edit, a selection, the keys that scroll', async () => {
  await using rig = await open(roomy, { remember: true })
  const { ben } = await longTalk(rig, 900)
  const log = ben.getByRole('log')
  await say(ben, 'I say so')
  await ben.locator('.message[data-seq]', { hasText: 'I say so' }).waitFor()
  await ben.keyboard.press('ArrowUp')
  const edit = ben.getByRole('textbox', { name: 'Edit your message' })
  await edit.fill('I said so')
  await scrollTo(ben, 1, -STEP)
  await edit.waitFor({ state: 'detached' })
  // The focus was in it: now it is where the keys scroll on.
  await log.and(ben.locator(':focus')).waitFor()

  const first = ben.locator('.message', { hasText: lineOf(2) }).first()
  await first.locator('.text').evaluate(text => getSelection()?.selectAllChildren(text))
  await scrollTo(ben, 900, STEP)
  expect(await ben.evaluate(() => getSelection()?.toString())).toBe(lineOf(2))
  await ben.evaluate(() => getSelection()?.removeAllRanges())
  await ben.getByRole('button', { name: 'Jump to the newest' }).click()
  await first.waitFor({ state: 'detached' })
  expect(await edit.inputValue()).toBe('I said so')
  // It is there again, and takes the focus from nobody.
  await log.and(ben.locator(':focus')).waitFor()
  await edit.press('Enter')
  await ben.locator('.message[data-seq]', { hasText: 'I said so' }).waitFor()
})

test('whoever reads what was said before stays there while very much is said', async () => {
  await using rig = await open(roomy, { remember: true })
  const { ben, crowd } = await longTalk(rig, 700)
  await scrollTo(ben, 500, -STEP)
  const read = ben.locator('.message', { hasText: lineOf(520) })
  await read.evaluate(message => message.scrollIntoView({ block: 'center' }))
  const before = await read.boundingBox()
  await crowd.talk(1000)
  await ben.getByRole('button', { name: 'Jump to the newest' }).waitFor()
  expect(await read.boundingBox()).toEqual(before)
  expect(await ben.locator('.message').count()).toBeLessThan(501)
  await ben.getByRole('button', { name: 'Jump to the newest' }).click()
  await ben.getByText(lineOf(1700)).waitFor()
})
