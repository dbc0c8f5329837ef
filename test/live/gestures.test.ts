// What one shows the others without a word, and how one listens to each of them.
// needs: chromium
import { expect, test } from 'vitest'
import { inCalls, live, seen, tile } from './live.ts'
import { isHeard, isSilent, options } from './stage.ts'

const open = inCalls()

test('hands are up in their order, and whoever lowers his lets the others move up', async () => {
  await using rig = await open()
  const [ann, ben] = await live(rig, 'Ann', 'Ben')
  const turn = (page: typeof ann, name: string, turn: number) =>
    tile(page, name)
      .getByRole('img', { name: `Hand up, number ${turn}` })
      .waitFor()
  await ben.getByRole('button', { name: 'Raise your hand' }).click()
  await turn(ann, 'Ben', 1)
  await ann.getByRole('button', { name: 'Raise your hand' }).click()
  await turn(ben, 'Ann', 2)
  await ben.getByRole('button', { name: 'Lower your hand' }).click()
  await turn(ben, 'Ann', 1)
  await tile(ann, 'Ben').getByRole('img', { name: 'Hand up' }).waitFor({ state: 'detached' })
})

test('a reaction rises over the tile of who sends it, for the moment', async () => {
  await using rig = await open()
  const [ann, ben] = await live(rig, 'Ann', 'Ben')
  await ann.getByRole('button', { name: 'React', exact: true }).click()
  await ann.getByRole('button', { name: 'Applause' }).click()
  await tile(ben, 'Ann').getByText('👏').waitFor()
  await ben.getByRole('status').filter({ hasText: 'Ann: 👏' }).waitFor()
  expect(await tile(ben, 'Ben').getByText('👏').count()).toBe(0)
  await tile(ben, 'Ann').getByText('👏').waitFor({ state: 'detached' })
  // It stays open for another one, until one goes elsewhere.
  await ann.keyboard.press('Home')
  await ann.keyboard.press('Enter')
  await tile(ben, 'Ann').getByText('👍').waitFor()
  await ann.keyboard.press('Escape')
  await ann.getByRole('button', { name: 'Applause' }).waitFor({ state: 'detached' })
})

test('one listens to each as loud as one likes, and nobody is told', async () => {
  await using rig = await open()
  const [ann, ben] = await live(rig, 'Ann', 'Ben')
  await isHeard(ann, 'voices')
  const menu = await options(ann, 'Ben')
  await menu.getByRole('slider', { name: 'Volume' }).fill('30')
  const volumes = () =>
    ann.locator('audio').evaluateAll(all => all.map(one => (one as HTMLAudioElement).volume))
  expect(await volumes()).toEqual([0.3, 1])
  await menu.getByRole('checkbox', { name: 'Mute for me' }).check()
  await ann.keyboard.press('Escape')
  await isSilent(ann, 'voices')
  await isHeard(ben, 'voices')
  expect(await tile(ben, 'Ben').getByRole('img', { name: 'Muted' }).count()).toBe(0)
  await (await options(ann, 'Ben')).getByRole('checkbox', { name: 'Mute for me' }).uncheck()
  await isHeard(ann, 'voices')
})

test('what somebody shares is heard with it, as loud as one likes', async () => {
  await using rig = await open()
  const [ann, ben] = await live(rig, 'Ann', 'Ben')
  await ann.getByRole('button', { name: 'Share the screen' }).click()
  await tile(ben, 'Screen of Ann').waitFor()
  await isHeard(ben, 'shares')
  await (await options(ben, 'Screen of Ann')).getByRole('checkbox', { name: 'Mute for me' }).check()
  await isSilent(ben, 'shares')
  await isHeard(ben, 'voices')
})

test('somebody stays in sight over other windows', async () => {
  await using rig = await open()
  const [ann, ben] = await live(rig, 'Ann', 'Ben')
  await seen(ann, 'Ben')
  await (await options(ann, 'Ben')).getByRole('button', { name: 'Picture in picture' }).click()
  await ann.waitForFunction(() => document.pictureInPictureElement?.closest('.tile[aria-label="Ben"]'))
  await seen(ann, 'Ben')
  await ben.getByRole('button', { name: 'Leave the call' }).click()
  await ann.waitForFunction(() => !document.pictureInPictureElement)
})
