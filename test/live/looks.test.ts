// A call can be seen and used by everybody: by any sense, on any screen, with nothing but a keyboard.
// needs: chromium
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { faults, fits } from '../browser/looks.ts'
import { roomTool } from '../browser/steps.ts'
import { caller, goLive, inCalls, tile } from './live.ts'
import { options } from './stage.ts'

const open = inCalls()

const looks = {
  light: { colorScheme: 'light', contrast: 'no-preference' },
  dark: { colorScheme: 'dark', contrast: 'no-preference' },
  'light, more contrast': { colorScheme: 'light', contrast: 'more' },
  'dark, more contrast': { colorScheme: 'dark', contrast: 'more' },
} as const

const NAME = 'Benjamin the quite long named'

test.each([
  [320, 568, ['light', 'dark, more contrast']],
  [1280, 720, ['dark', 'light, more contrast']],
] as const)('nothing of a call looks wrong on %i by %i: %j', async (width, height, names) => {
  await using rig = await open()
  const ann = await caller(rig, 'Ann', { viewport: { width, height }, reducedMotion: 'reduce' })
  const link = await rig.startRoom(ann)
  await goLive(ann)
  const ben = await caller(rig, NAME)
  await rig.enter(ben, link)
  await goLive(ben)
  const looksRight = async () => {
    for (const name of names) {
      await put(ann, looks[name])
      expect(await faults(ann)).toEqual([])
    }
    expect(await fits(ann)).toBe(true)
  }
  await ben.getByRole('button', { name: 'Raise your hand' }).click()
  await ben.getByRole('button', { name: 'Mute', exact: true }).click()
  await ben.getByRole('button', { name: 'Share the screen' }).click()
  await tile(ann, NAME).getByRole('img', { name: 'Muted' }).waitFor()
  await tile(ann, `Screen of ${NAME}`).waitFor()
  await looksRight()
  await options(ann, NAME)
  await looksRight()
  await close(ann)
  await ann.getByRole('button', { name: 'Call options' }).click()
  await ann.getByRole('dialog', { name: 'Call options' }).waitFor()
  await looksRight()
  await close(ann)
  await (await roomTool(ann, 'Room settings')).click()
  await ann.getByRole('checkbox', { name: 'Lock the call' }).waitFor()
  await looksRight()
})

/** Told of the wish, the page is soon what it should be. */
async function put(page: Page, look: (typeof looks)[keyof typeof looks]): Promise<void> {
  await page.emulateMedia(look)
  const contrast = look.contrast === 'more' ? 'more' : 'usual'
  await page
    .locator(`[data-theme=${look.colorScheme}][data-contrast=${contrast}]`)
    .waitFor({ state: 'attached' })
}

async function close(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

test('a call from beginning to end with nothing but a keyboard', async () => {
  await using rig = await open()
  const ann = await caller(rig, 'Ann')
  const link = await rig.startRoom(ann)
  const ben = await caller(rig, 'Ben')
  await rig.enter(ben, link)
  await goLive(ben)
  /** By tabulator, as whoever has no mouse gets there. */
  const press = async (name: string | RegExp, key = 'Enter') => {
    const target = ann.getByRole('button', { name, exact: true })
    await target.waitFor()
    for (let tabs = 0; tabs < 60 && !(await target.evaluate(one => one === document.activeElement)); tabs++)
      await ann.keyboard.press('Tab')
    expect(await target.evaluate(one => one === document.activeElement)).toBe(true)
    await ann.keyboard.press(key)
  }
  await press('Join live')
  await press('Join')
  await tile(ben, 'Ann').waitFor()
  await press('Mute', ' ')
  await tile(ben, 'Ann').getByRole('img', { name: 'Muted' }).waitFor()
  await ann.keyboard.press('ArrowRight')
  await ann.keyboard.press('Enter')
  await tile(ben, 'Ann').locator('video').waitFor({ state: 'detached' })
  await press('Raise your hand')
  await tile(ben, 'Ann').getByRole('img', { name: 'Hand up' }).waitFor()
  await press('React')
  await ann.locator('[aria-label="Thumbs up"]:focus').waitFor()
  await ann.keyboard.press('ArrowRight')
  await ann.keyboard.press('Enter')
  await tile(ben, 'Ann').getByText('❤️').waitFor()
  await ann.keyboard.press('Escape')
  await press('Options: Ben')
  await press('Mute')
  await tile(ann, 'Ben').getByRole('img', { name: 'Muted' }).waitFor()
  await press('Leave the call')
  await tile(ben, 'Ann').waitFor({ state: 'detached' })
})
