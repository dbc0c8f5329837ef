// A call can be seen and used by everybody: by any sense, on any screen, with nothing but a keyboard.
// needs: chromium
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { caller, goLive, inCalls, tile } from './live.ts'
import { faults, fits } from './looks.ts'
import { options } from './stage.ts'

const open = inCalls()

const small = { width: 320, height: 568 }
const wide = { width: 1280, height: 720 }

test.each([
  { colorScheme: 'light', contrast: 'no-preference', viewport: small },
  { colorScheme: 'dark', contrast: 'no-preference', viewport: wide },
  { colorScheme: 'light', contrast: 'more', viewport: wide },
  { colorScheme: 'dark', contrast: 'more', viewport: small },
] as const)(
  'nothing of a call looks wrong: $colorScheme, contrast $contrast, $viewport.width wide',
  async look => {
    await using rig = await open()
    const ann = await caller(rig, 'Ann', { ...look, reducedMotion: 'reduce' })
    const link = await rig.startRoom(ann)
    await goLive(ann)
    const ben = await caller(rig, 'Benjamin the quite long named')
    await rig.enter(ben, link)
    await goLive(ben)
    const looksRight = async () => {
      expect(await faults(ann)).toEqual([])
      expect(await fits(ann)).toBe(true)
    }
    const close = async () => {
      await ann.keyboard.press('Escape')
      await ann.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await ben.getByRole('button', { name: 'Raise your hand' }).click()
    await ben.getByRole('button', { name: 'Mute', exact: true }).click()
    await tile(ann, 'Benjamin the quite long named').getByRole('img', { name: 'Muted' }).waitFor()
    await looksRight()
    await ben.getByRole('button', { name: 'Share the screen' }).click()
    await tile(ann, 'Screen of Benjamin the quite long named').waitFor()
    await looksRight()
    await options(ann, 'Benjamin the quite long named')
    await looksRight()
    await close()
    await ann.getByRole('button', { name: 'More', exact: true }).click()
    await ann.getByRole('dialog', { name: 'More' }).waitFor()
    await looksRight()
    await close()
    await openSettings(ann, look.viewport === small)
    await ann.getByRole('checkbox', { name: 'Lock the call' }).waitFor()
    await looksRight()
    await close()
  },
)

async function openSettings(page: Page, isSmall: boolean): Promise<void> {
  // What a phone has no space for is listed with the people.
  if (isSmall) await page.getByRole('button', { name: '2 people, show' }).click()
  await page.getByRole('img', { name: 'Live, muted' }).waitFor()
  if (isSmall) await page.getByRole('button', { name: 'Close the list of people' }).click()
  await page.getByRole('button', { name: 'Room settings' }).click()
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
