// Shortcuts: what they do, when they keep still, and a whole visit with nothing but a keyboard.
// needs: chromium
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inChromium } from './chromium.ts'
import { say } from './rig.ts'
import { field, leave, nameIt } from './steps.ts'

const open = inChromium()

const panel = (page: Page, name: string) => page.getByRole('complementary', { name })
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const isFocused = (page: Page, selector: string) => page.locator(`${selector}:focus`).waitFor()

test('each shortcut does what the list says', async () => {
  await using rig = await open()
  const [ann, ben] = await rig.together('Ann', 'Ben')
  await say(ben, 'Is this the garden?')
  await ann.getByText('Is this the garden?').waitFor()
  await press(ann, 'Escape')
  await isFocused(ann, '.message')
  await press(ann, '?')
  await dialog(ann, 'Shortcuts').getByText('Search what was said').waitFor()
  await press(ann, 'Escape', '/')
  await isFocused(ann, '#search input')
  await press(ann, 'Escape', 'p')
  await isFocused(ann, '#people')
  await press(ann, 'Escape', 'i')
  await dialog(ann, 'Bring people in').waitFor()
  await press(ann, 'Escape', ',')
  await dialog(ann, 'Your settings').waitFor()
  await press(ann, 'Escape', 'c')
  await isFocused(ann, '.composer textarea')
  await press(ann, 'Control+k')
  await isFocused(ann, '#search input')
})

test('nothing happens while somebody writes, in a dialog, or when single keys are off', async () => {
  await using rig = await open()
  const [ann, ben] = await rig.together('Ann', 'Ben')
  const quiet = async () => {
    expect(await panel(ann, 'Search').count()).toBe(0)
    expect(await dialog(ann, 'Shortcuts').count()).toBe(0)
  }
  await field(ann).pressSequentially('?/,ipn')
  await quiet()
  await press(ann, 'Enter')
  await ben.getByText('?/,ipn').waitFor()

  await ann.getByRole('button', { name: 'Your settings' }).click()
  await dialog(ann, 'Your settings').waitFor()
  await press(ann, '/', '?', 'Control+k')
  await quiet()
  await ann.getByRole('checkbox', { name: 'Shortcuts of a single key' }).uncheck()
  await ann.getByRole('button', { name: 'Show all shortcuts' }).click()
  await dialog(ann, 'Shortcuts').getByText('switched off in your settings').waitFor()
  await press(ann, 'Escape')
  await dialog(ann, 'Shortcuts').waitFor({ state: 'detached' })
  await press(ann, 'Escape')
  await dialog(ann, 'Your settings').waitFor({ state: 'detached' })
  await press(ann, '/', '?')
  await quiet()
  await press(ann, 'Control+k')
  await isFocused(ann, '#search input')
})

test('from far back a key leads to the newest, and from room to room', async () => {
  await using rig = await open({}, { remember: true })
  const ann = await rig.person('Ann')
  for (const name of ['Garden', 'Plans']) {
    await rig.startRoom(ann)
    await nameIt(ann, name)
    if (name === 'Garden') await leave(ann)
  }
  await say(ann, 'line\n'.repeat(200))
  await ann.locator('.message.pending').waitFor({ state: 'detached' })
  const log = ann.getByRole('log')
  await log.evaluate(box => box.scrollTo({ top: 0 }))
  await press(ann, 'Escape', 'n')
  const below = () => log.evaluate(box => box.scrollHeight - box.scrollTop - box.clientHeight)
  await expect.poll(below).toBeLessThan(2)
  await press(ann, 'Alt+ArrowDown')
  await ann.getByRole('heading', { name: 'Garden' }).waitFor()
  await press(ann, 'Alt+ArrowUp')
  await ann.getByRole('heading', { name: 'Plans' }).waitFor()
})
