// Running a call: what whoever runs the room does to the others, and what everybody sees of it.
// needs: chromium
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { makeAdmin } from '../browser/steps.ts'
import { caller, goLive, inCalls, live, tile } from './live.ts'
import { isHeard, isSilent, more, options } from './stage.ts'

const open = inCalls()

const people = (page: Page) => page.getByRole('complementary', { name: 'People' })
const inList = (page: Page, name: string, sign: string) =>
  people(page).getByRole('listitem').filter({ hasText: name }).getByRole('img', { name: sign, exact: true })

async function order(page: Page, name: string, label: string): Promise<void> {
  await page.getByRole('button', { name: `What to do with ${name}` }).click()
  await page.getByRole('dialog', { name }).getByRole('button', { name: label }).click()
}

test('whoever runs the room mutes somebody, and stops his camera and his share', async () => {
  await using rig = await open()
  const [ann, ben] = await live(rig, 'Ann', 'Ben')
  await isHeard(ann, 'voices')
  await order(ann, 'Ben', 'Mute')
  await ben.getByText('Ann has muted you.').waitFor()
  await tile(ann, 'Ben').getByRole('img', { name: 'Muted' }).waitFor()
  await isSilent(ann, 'voices')
  await ben.getByRole('button', { name: 'Unmute' }).click()
  await isHeard(ann, 'voices')

  await (await options(ann, 'Ben')).getByRole('button', { name: 'Switch the camera off' }).click()
  await tile(ann, 'Ben').locator('video').waitFor({ state: 'detached' })
  await ben.getByText('Ann has switched your camera off.').waitFor()
  await ben.getByRole('button', { name: 'Share the screen' }).click()
  await tile(ann, 'Screen of Ben').waitFor()
  await order(ann, 'Ben', 'Stop the sharing')
  await tile(ann, 'Screen of Ben').waitFor({ state: 'detached' })
  await ben.getByText('Ann has stopped your sharing.').waitFor()
  await ben.getByRole('button', { name: 'Share the screen' }).waitFor()
})

test('all are muted at once, hands are lowered, and who is removed stays in the room', async () => {
  await using rig = await open()
  const [ann, ben, cleo] = await live(rig, 'Ann', 'Ben', 'Cleo')
  for (const page of [ben, cleo]) await page.getByRole('button', { name: 'Raise your hand' }).click()
  await tile(ann, 'Cleo').getByRole('img', { name: 'Hand up, number 2' }).waitFor()
  await order(ann, 'Ben', 'Lower the hand')
  await tile(cleo, 'Cleo').getByRole('img', { name: 'Hand up, number 1' }).waitFor()
  await more(ann, 'button', 'Lower all hands')
  await tile(cleo, 'Cleo').getByRole('img', { name: 'Hand up' }).waitFor({ state: 'detached' })
  await more(ann, 'button', 'Mute everybody')
  for (const page of [ben, cleo]) await page.getByRole('button', { name: 'Unmute' }).waitFor()
  await ann.getByRole('button', { name: 'Mute', exact: true }).waitFor()

  await order(ann, 'Ben', 'Remove from the call')
  for (const page of [ann, cleo]) await tile(page, 'Ben').waitFor({ state: 'detached' })
  await ben.getByRole('toolbar', { name: 'Call' }).waitFor({ state: 'detached' })
  await ben.getByText('Ann and Cleo are live').waitFor()
  // Who runs nothing has nothing of this.
  expect(await cleo.getByRole('button', { name: 'What to do with Ben' }).count()).toBe(0)
})

test('who is not in the call sees how it is with those who are, and runs it all the same', async () => {
  await using rig = await open()
  const cleo = await caller(rig, 'Cleo')
  const link = await rig.startRoom(cleo)
  const ann = await caller(rig, 'Ann')
  await rig.enter(ann, link)
  await goLive(ann)
  await inList(cleo, 'Ann', 'Live').waitFor()
  await ann.getByRole('button', { name: 'Raise your hand' }).click()
  await inList(cleo, 'Ann', 'Hand up, number 1').waitFor()
  await makeAdmin(cleo, 'Ann')
  await order(cleo, 'Ann', 'Mute')
  await inList(cleo, 'Ann', 'Live, muted').waitFor()
  await ann.getByText('Cleo has muted you.').waitFor()
  await order(cleo, 'Ann', 'Remove from the call')
  await ann.getByRole('toolbar', { name: 'Call' }).waitFor({ state: 'detached' })
  await inList(cleo, 'Ann', 'Live, muted').waitFor({ state: 'detached' })
})

test('into a locked call only those come who run the room, and a room hides the addresses of all', async () => {
  await using rig = await open()
  const ann = await caller(rig, 'Ann')
  const link = await rig.startRoom(ann)
  await goLive(ann)
  const ben = await caller(rig, 'Ben')
  await rig.enter(ben, link)
  const set = async (label: string, on: boolean) => {
    await ann.getByRole('button', { name: 'Room settings' }).click()
    await ann.getByRole('checkbox', { name: label }).setChecked(on)
    await ann.keyboard.press('Escape')
    await ann.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await set('Lock the call', true)
  await ben.getByRole('button', { name: 'Join live' }).click()
  await ben.getByRole('dialog').getByRole('button', { name: 'Join', exact: true }).click()
  await ben.getByText('Only those who run the room may join the call').waitFor()
  expect(await tile(ann, 'Ben').count()).toBe(0)
  await set('Lock the call', false)
  await set('Hide everybody’s address', true)
  const cleo = await caller(rig, 'Cleo')
  await rig.enter(cleo, link)
  await goLive(cleo)
  await tile(ann, 'Cleo').waitFor()
  const policies = cleo.evaluate(() =>
    (window as unknown as { made: RTCPeerConnection[] }).made.map(
      one => one.getConfiguration().iceTransportPolicy,
    ),
  )
  expect(await policies).toEqual(['relay'])
})
