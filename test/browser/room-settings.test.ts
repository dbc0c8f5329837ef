// Running a room from its settings: how many may be in, who is banned and comes back, and its end.
// needs: chromium
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inChromium } from './chromium.ts'
import { faults, fits } from './looks.ts'
import { say } from './rig.ts'
import { makeAdmin, roomTool } from './steps.ts'

const open = inChromium()

test('when as many are in as the settings say, the next one sees that it is full, and comes in once it is not', async () => {
  await using rig = await open()
  const ann = await rig.person('Ann')
  const link = await rig.startRoom(ann)
  await rig.enter(await rig.person('Ben'), link)
  const limit = (await openSettings(ann)).getByRole('form', { name: 'How many people may be in' })
  await save(limit, '2')
  const cleo = await rig.person('Cleo')
  await cleo.goto(link)
  await cleo.getByRole('button', { name: 'Enter' }).click()
  await cleo.getByRole('heading', { name: 'This room is full' }).waitFor()
  await save(limit, '')
  await cleo.getByRole('button', { name: 'Try again' }).click()
  await say(cleo, 'There was a place after all')
  await ann.getByText('There was a place after all').waitFor()
})

test('who is banned stands in the settings, and comes in again by the link once he is let in', async () => {
  await using rig = await open()
  const ann = await rig.person('Ann')
  const link = await rig.startRoom(ann)
  const ben = await rig.person('Ben')
  await rig.enter(ben, link)
  const settings = await openSettings(ann)
  await settings.getByText('Nobody is banned').waitFor()
  await ann.keyboard.press('Escape')
  await banBen(ann)
  const shut = ben.getByRole('heading', { name: 'You may not come into this room any more' })
  await shut.waitFor()
  const banned = (await openSettings(ann)).getByRole('region', { name: 'Banned people' })
  await banned.getByRole('listitem').getByText('Ben', { exact: true }).waitFor()
  await ben.goto(link)
  await shut.waitFor()
  await banned.getByRole('button', { name: 'Let in again: Ben' }).click()
  await banned.getByText('Nobody is banned').waitFor()
  await rig.enter(ben, link)
  await say(ben, 'I am sorry')
  await ann.getByText('I am sorry').waitFor()
})

test('what the settings say of a room, everybody in it sees, and an admin cannot end it', async () => {
  await using rig = await open()
  const [ann, ben] = await rig.together('Ann', 'Ben')
  expect(await ben.getByRole('button', { name: 'Room settings' }).count()).toBe(0)
  const settings = await openSettings(ann)
  await save(settings.getByRole('form', { name: 'What it is about' }), 'Sharpening tools')
  await ben.getByRole('heading', { name: 'Sharpening tools' }).waitFor()
  await settings.getByRole('checkbox', { name: 'Lock the room' }).click()
  await ben.getByText('Locked: people ask to be let in').waitFor()
  await ann.keyboard.press('Escape')
  await makeAdmin(ann, 'Ben')
  const his = await openSettings(ben)
  expect(await his.getByRole('checkbox', { name: 'Lock the room' }).isChecked()).toBe(true)
  expect(await his.getByRole('button', { name: /Name it|Burn/ }).count()).toBe(0)
  await (await openSettings(ann)).getByRole('button', { name: 'Burn this room' }).click()
  await ann.getByRole('button', { name: 'Burn it' }).click()
  await ben.getByRole('heading', { name: 'This room was closed' }).waitFor()
  await ann.getByRole('button', { name: 'Start a room' }).waitFor()
})

test.each(['light', 'dark'] as const)(
  'the settings can be used on the smallest screen in %s',
  async colorScheme => {
    await using rig = await open()
    const viewport = { width: 320, height: 568 }
    const ann = await rig.person('Ann', { colorScheme, viewport, reducedMotion: 'reduce' })
    const link = await rig.startRoom(ann)
    await rig.enter(await rig.person('Ben'), link)
    await ann.getByRole('button', { name: '2 people, show' }).click()
    await banBen(ann)
    await ann.getByRole('button', { name: 'Close the list of people' }).click()
    expect(await fits(ann)).toBe(true)
    expect(await ann.getByRole('switch', { name: 'Lock the room' }).count()).toBe(0)
    await (await openSettings(ann)).getByRole('button', { name: 'Let in again: Ben' }).waitFor()
    expect(await fits(ann)).toBe(true)
    expect(await faults(ann)).toEqual([])
  },
)

async function banBen(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'What to do with Ben' }).click()
  await page.getByRole('button', { name: 'Ban' }).click()
}

async function openSettings(page: Page) {
  await (await roomTool(page, 'Room settings')).click()
  return page.getByRole('dialog', { name: 'Room settings' })
}

async function save(form: Locator, text: string): Promise<void> {
  await form.locator('input').fill(text)
  await form.getByRole('button', { name: 'Save' }).click()
  await form.getByRole('button', { name: 'Saved' }).waitFor()
}
