// The shortcuts of a call, and what they do to the others.
// needs: chromium
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { field } from '../browser/steps.ts'
import { inCalls, live, seen, tile } from './live.ts'
import { isHeard, larger } from './stage.ts'

const open = inCalls()

const elsewhere = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
const muted = (page: Page, name: string) => tile(page, name).getByRole('img', { name: 'Muted' })

test('each key does to the others what the list says', async () => {
  await using rig = await open()
  const [ann, ben] = await live(rig, 'Ann', 'Ben')
  await elsewhere(ann)
  const press = (key: string) => ann.keyboard.press(key)
  await press('m')
  await muted(ben, 'Ann').waitFor()
  await press('m')
  await muted(ben, 'Ann').waitFor({ state: 'detached' })
  await press('v')
  await tile(ben, 'Ann').locator('video').waitFor({ state: 'detached' })
  await press('v')
  await seen(ben, 'Ann')
  await press('h')
  await tile(ben, 'Ann').getByRole('img', { name: 'Hand up, number 1' }).waitFor()
  await press('4')
  await tile(ben, 'Ann').getByText('🎉').waitFor()
  await press('s')
  await tile(ben, 'Screen of Ann').waitFor()
  await press('s')
  await tile(ben, 'Screen of Ann').waitFor({ state: 'detached' })
  await press('l')
  await larger(ann, 'Ben', 'Ann')
  await press('f')
  await ann.waitForFunction(() => document.fullscreenElement !== null)
  await press('f')
  await ann.waitForFunction(() => document.fullscreenElement === null)
  await press('?')
  await ann.getByRole('dialog', { name: 'Shortcuts' }).getByText('as long as you hold it').waitFor()
})

test('who holds the space bar while muted is heard as long as he holds it, and nowhere else does it do that', async () => {
  await using rig = await open()
  const [ann, ben] = await live(rig, 'Ann', 'Ben')
  await elsewhere(ann)
  await ann.keyboard.press('m')
  await muted(ben, 'Ann').waitFor()
  await ann.keyboard.down(' ')
  await muted(ben, 'Ann').waitFor({ state: 'detached' })
  await isHeard(ben, 'voices')
  await ann.keyboard.up(' ')
  await muted(ben, 'Ann').waitFor()

  await field(ann).focus()
  await ann.keyboard.down(' ')
  await ann.keyboard.press('m')
  await ann.keyboard.press('h')
  await ann.keyboard.up(' ')
  expect(await field(ann).inputValue()).toBe(' mh')
  await ann.getByRole('button', { name: 'Raise your hand' }).focus()
  await ann.keyboard.down(' ')
  expect(await muted(ben, 'Ann').count()).toBe(1)
  await ann.keyboard.up(' ')
  // The button did what it is there for, and only that.
  await tile(ben, 'Ann').getByRole('img', { name: 'Hand up' }).waitFor()
  expect(await muted(ben, 'Ann').count()).toBe(1)
})

test('single keys that are switched off do nothing to the others', async () => {
  await using rig = await open()
  const [ann, ben] = await live(rig, 'Ann', 'Ben')
  await ann.getByRole('button', { name: 'Your settings' }).click()
  await ann.getByRole('checkbox', { name: 'Shortcuts of a single key' }).uncheck()
  await ann.keyboard.press('Escape')
  await ann.getByRole('dialog').waitFor({ state: 'detached' })
  await elsewhere(ann)
  for (const key of ['m', 'h', '1', ' ']) await ann.keyboard.press(key)
  // What is done after it shows that they were not.
  await ann.getByRole('button', { name: 'Switch the camera off' }).click()
  await tile(ben, 'Ann').locator('video').waitFor({ state: 'detached' })
  expect(await muted(ben, 'Ann').count()).toBe(0)
  expect(await tile(ben, 'Ann').getByRole('img', { name: 'Hand up' }).count()).toBe(0)
})
