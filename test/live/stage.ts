// What walks do on the stage of a call and see there.
import type { Page } from 'playwright-core'
import { expect, vi } from 'vitest'
import { arrived, tile } from './live.ts'

/** The colour in the middle of what is shown on a tile. */
export const colourOf = (page: Page, name: string): Promise<number[]> =>
  tile(page, name)
    .locator('video')
    .evaluate((video: HTMLVideoElement) => {
      const canvas = document.createElement('canvas')
      Object.assign(canvas, { width: 1, height: 1 })
      const context = canvas.getContext('2d')
      const middle = [video.videoWidth / 2, video.videoHeight / 2] as const
      context?.drawImage(video, ...middle, 1, 1, 0, 0, 1, 1)
      return [...(context?.getImageData(0, 0, 1, 1).data.slice(0, 3) ?? [])]
    })

const sizeOf = async (page: Page, name: string) => {
  const { width = 0, height = 0 } = (await tile(page, name).boundingBox()) ?? {}
  return width * height
}

/** One of them is shown much larger than the other. */
export async function larger(page: Page, one: string, other: string): Promise<void> {
  await vi.waitFor(async () =>
    expect(await sizeOf(page, one)).toBeGreaterThan(2 * (await sizeOf(page, other))),
  )
}

/** Of the options of the call. */
export async function more(page: Page, role: 'button' | 'checkbox' | 'radio', name: string): Promise<void> {
  await page.getByRole('button', { name: 'Call options' }).click()
  await page.getByRole('dialog').getByRole(role, { name }).click()
  if (role !== 'button') await page.keyboard.press('Escape')
}

/** What is behind the last button of a tile. */
export async function options(page: Page, name: string) {
  await tile(page, name).hover()
  await page.getByRole('button', { name: `Options: ${name}`, exact: true }).click()
  return page.getByRole('dialog', { name })
}

/** How much of others' voices, or of the sound of what they share, was heard so far. */
const heard = (page: Page, what: 'voices' | 'shares'): Promise<number> =>
  page.evaluate(
    async mid => {
      const open = made.filter(one => one.connectionState !== 'closed')
      const reports = await Promise.all(open.map(async one => [...(await one.getStats()).values()]))
      const lines = reports.flat().filter(one => one.type === 'inbound-rtp' && one.kind === 'audio')
      return lines.reduce((sum, one) => sum + (one.mid === mid ? (one.totalAudioEnergy ?? 0) : 0), 0)
    },
    what === 'voices' ? '0' : '3',
  )

export const isHeard = async (page: Page, what: 'voices' | 'shares') => {
  const before = await heard(page, what)
  await vi.waitFor(async () => expect(await heard(page, what)).toBeGreaterThan(before), { timeout: 10_000 })
}

/** Longer than the pause between two beeps of a microphone of walks. */
const LISTEN_MS = 1500

export async function isSilent(page: Page, what: 'voices' | 'shares'): Promise<void> {
  await staysSo(page, () => heard(page, what))
}

/** Neither a picture nor a sound. */
export async function nothingComes(page: Page): Promise<void> {
  await isSilent(page, 'voices')
  await staysSo(page, async () => (await arrived(page)).reduce((sum, { frames }) => sum + frames, 0))
}

async function staysSo(page: Page, measured: () => Promise<number>): Promise<void> {
  await vi.waitFor(
    async () => {
      const before = await measured()
      await page.waitForTimeout(LISTEN_MS)
      expect((await measured()) - before).toBeLessThan(0.001)
    },
    { timeout: 10_000 },
  )
}
