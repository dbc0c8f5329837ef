// How good the pictures of a call are, as one chooses and as they are shown, and what one is told of the connections.
// needs: chromium
import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { arrived, flows, inCalls, live, seen, tile } from './live.ts'

const open = inCalls()

async function choose(page: Page, quality: string): Promise<void> {
  await page.getByRole('toolbar', { name: 'Call' }).getByRole('button', { name: 'Call options' }).click()
  await page.getByRole('radio', { name: quality, exact: true }).check({ force: true })
  await page.keyboard.press('Escape')
}

const widthAt = (page: Page, name: string) =>
  tile(page, name)
    .locator('video')
    .evaluate((video: HTMLVideoElement) => video.videoWidth)

const becomes = async (look: () => Promise<boolean>) =>
  vi.waitFor(async () => expect(await look()).toBe(true), { timeout: 20_000, interval: 250 })

test('low, high, and only sound: what the other gets changes, and what he sends', async () => {
  await using rig = await open()
  const [ann, ben] = await live(rig, 'Ann', 'Ben')
  await seen(ben, 'Ann')
  await becomes(async () => (await widthAt(ben, 'Ann')) > 320)
  await choose(ann, 'Low')
  for (const [page, name] of [
    [ben, 'Ann'],
    [ann, 'Ben'],
  ] as const)
    await becomes(async () => (await widthAt(page, name)) <= 320)
  await flows(ben, 1)
  await choose(ann, 'Sound only')
  await tile(ben, 'Ann').getByText('Only sound for now').waitFor()
  await tile(ben, 'Ann').locator('video').waitFor({ state: 'detached' })
  await tile(ann, 'Ben').locator('video').waitFor({ state: 'detached' })
  for (const page of [ann, ben])
    await becomes(async () => {
      const [before] = await arrived(page)
      await new Promise(done => setTimeout(done, 1000))
      const [now] = await arrived(page)
      return before?.frames === now?.frames && Number(now?.energy) > Number(before?.energy)
    })
  await choose(ann, 'High')
  await becomes(async () => (await tile(ben, 'Ann').locator('video').count()) > 0)
  await becomes(async () => (await widthAt(ben, 'Ann')) > 320)
  await flows(ann, 1)
})

test('each is told by which way the other is connected, and can copy the numbers', async () => {
  await using rig = await open()
  const [ann, ben] = await live(rig, 'Ann', 'Ben')
  for (const [page, name] of [
    [ann, 'Ben'],
    [ben, 'Ann'],
  ] as const)
    await tile(page, name).getByRole('img', { name: 'Connection: good, direct' }).waitFor()
  await ann.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await ann.getByRole('toolbar', { name: 'Call' }).getByRole('button', { name: 'Call options' }).click()
  await ann.getByRole('button', { name: 'Statistics' }).click()
  const panel = ann.getByRole('dialog', { name: 'Statistics of the call' })
  await panel.getByText('connected, direct over udp').waitFor()
  await panel.getByRole('button', { name: 'Copy' }).click()
  await panel.getByText('Copied').waitFor()
  const copied = await ann.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(/^Ben\n {2}link: connected, direct over udp\n {2}round trip: \d+ ms\n/)
})
