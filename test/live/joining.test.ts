// Coming into a call: looking at oneself first, being refused a device, and coming back after a reload.
// needs: chromium
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Rig } from '../browser/rig.ts'
import { caller, flows, goLive, inCalls, live, seen, tile } from './live.ts'

const open = inCalls()

test('what one chose before joining holds, and next time it is one click', async () => {
  await using rig = await open()
  const { ann, link } = await annIsLive(rig)
  const ben = await caller(rig, 'Ben')
  await rig.enter(ben, link)
  await ben.getByRole('button', { name: 'Join live' }).click()
  const dialog = ben.getByRole('dialog', { name: 'Join live' })
  await dialog.locator('video').waitFor()
  await dialog.getByRole('button', { name: 'Switch the camera off' }).click()
  await dialog.getByText('Your camera is off').waitFor()
  await dialog.getByRole('combobox', { name: 'Microphone' }).selectOption({ label: 'Fake Audio Input 2' })
  await dialog.getByRole('button', { name: 'Join', exact: true }).click()
  await tile(ann, 'Ben').waitFor()
  expect(await tile(ann, 'Ben').locator('video').count()).toBe(0)
  const label = () =>
    ben.evaluate(() => made.flatMap(one => one.getSenders().map(({ track }) => track?.label ?? ''))[0])
  await expect.poll(label).toBe('Fake Audio Input 2')

  await ben.getByRole('button', { name: 'Leave the call' }).click()
  await tile(ann, 'Ben').waitFor({ state: 'detached' })
  await ben.getByRole('button', { name: 'Join live' }).click()
  await tile(ann, 'Ben').waitFor()
  expect(await dialog.count()).toBe(0)
})

test('who just watches sees and hears, and sends nothing', async () => {
  await using rig = await open()
  const { ann, link } = await annIsLive(rig)
  const ben = await caller(rig, 'Ben')
  await rig.enter(ben, link)
  await ben.getByRole('button', { name: 'Join live' }).click()
  await ben.getByRole('button', { name: 'Just watch' }).click()
  await seen(ben, 'Ann')
  await flows(ben, 1)
  await tile(ann, 'Ben').getByRole('img', { name: 'Muted' }).waitFor()
  expect(await tile(ann, 'Ben').locator('video').count()).toBe(0)
})

/** A browser that answers so when it is asked for a device. */
async function refusing(rig: Rig, name: string, error: string): Promise<Page> {
  const page = await caller(rig, name)
  await page.addInitScript(error => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', error))
  }, error)
  return page
}

test.each([
  ['NotAllowedError', 'Your browser does not let this page use the microphone.'],
  ['NotFoundError', 'No microphone was found.'],
  ['NotReadableError', 'Another program has the microphone.'],
])(
  'who is refused with %s is told what to do, joins all the same, and hears the others',
  async (error, text) => {
    await using rig = await open()
    const { ann, link } = await annIsLive(rig)
    const ben = await refusing(rig, 'Ben', error)
    await rig.enter(ben, link)
    await ben.getByRole('button', { name: 'Join live' }).click()
    await ben.getByRole('dialog').getByText(text).waitFor()
    await ben.getByRole('dialog').getByRole('button', { name: 'Join', exact: true }).click()
    await seen(ben, 'Ann')
    await ben.getByRole('region', { name: 'People who are live' }).getByText(text).waitFor()
    await tile(ann, 'Ben').getByRole('img', { name: 'Muted' }).waitFor()
  },
)

test('after a reload one is in the call again, as muted as before', async () => {
  await using rig = await open()
  const [ann, ben] = await live(rig, 'Ann', 'Ben')
  await flows(ann, 1)
  await ben.getByRole('button', { name: 'Mute' }).click()
  await tile(ann, 'Ben').getByRole('img', { name: 'Muted' }).waitFor()
  await ben.reload()
  await ben.getByRole('toolbar', { name: 'Call' }).getByRole('button', { name: 'Unmute' }).waitFor()
  await seen(ann, 'Ben')
  await seen(ben, 'Ann')
  expect(await tile(ann, 'Ben').count()).toBe(1)
  await tile(ann, 'Ben').getByRole('img', { name: 'Muted' }).waitFor()
  await ben.getByRole('button', { name: 'Unmute' }).click()
  await flows(ann, 1)
})

test('a second page takes the seat, and the first one says so', async () => {
  await using rig = await open()
  const [ann, ben] = await live(rig, 'Ann', 'Ben')
  const twin = await ben.context().newPage()
  await twin.goto(ben.url())
  await twin.getByRole('button', { name: 'Join live' }).click()
  await ben.getByText('You are in this call on another page or device now.').waitFor()
  expect(await ben.getByRole('toolbar', { name: 'Call' }).count()).toBe(0)
  await seen(ann, 'Ben')
  await seen(twin, 'Ann')
  expect(await tile(ann, 'Ben').count()).toBe(1)
})

test('who speaks is marked, and who speaks while he is muted is told', async () => {
  await using rig = await open()
  const [ann, ben] = await live(rig, 'Ann', 'Ben')
  const speaks = ann.locator('.tile.speaks', { hasText: 'Ben' })
  await speaks.waitFor()
  await ben.getByRole('button', { name: 'Mute' }).click()
  await speaks.waitFor({ state: 'detached' })
  // The microphone beeps only now and then.
  await ben.getByText('You are muted: the others do not hear you.').waitFor({ timeout: 15_000 })
  await ben.getByRole('button', { name: 'Unmute' }).click()
  await speaks.waitFor()
})

async function annIsLive(rig: Rig) {
  const ann = await caller(rig, 'Ann')
  const link = await rig.startRoom(ann)
  await goLive(ann)
  return { ann, link }
}
