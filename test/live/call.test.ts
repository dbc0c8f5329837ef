// Being live in a room: one click, and everybody sees and hears everybody.
// needs: chromium
import { expect, test } from 'vitest'
import { caller, flows, goLive, inCalls, live, seen, tile } from './live.ts'
import { nothingComes } from './stage.ts'

const open = inCalls()

test('two see and hear each other, and somebody who is not live sees who is and joins them', async () => {
  await using rig = await open()
  const ann = await caller(rig, 'Ann')
  const link = await rig.startRoom(ann)
  const cleo = await caller(rig, 'Cleo')
  await rig.enter(cleo, link)
  await goLive(ann)
  await cleo.getByText('Ann is live').waitFor()
  const ben = await caller(rig, 'Ben')
  await rig.enter(ben, link)
  await goLive(ben)
  await seen(ann, 'Ben')
  await seen(ben, 'Ann')
  await flows(ann, 1)
  await flows(ben, 1)
  await cleo.getByText('Ann and Ben are live').waitFor()
  await goLive(cleo)
  for (const page of [ann, ben, cleo]) await flows(page, 2)

  await ben.getByRole('button', { name: 'Leave the call' }).click()
  await tile(ann, 'Ben').waitFor({ state: 'detached' })
  await ben.getByText('Ann and Cleo are live').waitFor()
  // The room goes on for who has left the call.
  await ben.getByRole('textbox', { name: 'Message' }).fill('Still here')
  await ben.keyboard.press('Enter')
  await ann.getByText('Still here').waitFor()
})

test('four see and hear each other', async () => {
  await using rig = await open()
  const pages = await live(rig, 'Ann', 'Ben', 'Cleo', 'Dan')
  for (const page of pages) await flows(page, 3)
  for (const page of pages) expect(await tile(page, 'Ann').locator('video').count()).toBe(1)
})

test('what one switches off ends at the other, and is back when it is on again', async () => {
  await using rig = await open()
  const [ann, ben] = await live(rig, 'Ann', 'Ben')
  await flows(ben, 1)
  await ann.getByRole('button', { name: 'Switch the camera off' }).click()
  await tile(ben, 'Ann').locator('video').waitFor({ state: 'detached' })
  await ann.getByRole('button', { name: 'Mute' }).click()
  await tile(ben, 'Ann').getByRole('img', { name: 'Muted' }).waitFor()
  await nothingComes(ben)
  await ann.getByRole('button', { name: 'Switch the camera on' }).click()
  await ann.getByRole('button', { name: 'Unmute' }).click()
  await tile(ben, 'Ann').getByRole('img', { name: 'Muted' }).waitFor({ state: 'detached' })
  await seen(ben, 'Ann')
  await flows(ben, 1)
})
