// Looking for what was said, however long ago, and getting to where it stands.
// needs: chromium
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { roomy } from '../support/limits.ts'
import { inChromium } from './chromium.ts'
import { Crowd, lineOf } from './long-talk.ts'
import { type Rig, say } from './rig.ts'
import { lookFor, nameIt, roomTool, searchOf } from './steps.ts'

const open = inChromium()

test('what was said 300 messages ago is found by the other, also after a reload and a restart', async () => {
  await using rig = await open(roomy, { remember: true })
  const { ann, ben, crowd } = await withCrowd(rig)
  await nameIt(ann)
  await ann.getByText('it stays from now on').waitFor()
  await say(ann, 'Zoë has the key of the garden shed')
  await crowd.talk(300)
  await ben.reload()
  await ben.getByText(lineOf(300)).waitFor()
  const isFound = async () => {
    await lookFor(ben, 'zoe GARDEN')
    await searchOf(ben).getByText('1 message', { exact: true }).waitFor()
    expect(await hits(ben).locator('mark').allTextContents()).toEqual(['Zoë', 'garden'])
    expect(await ben.locator('.message', { hasText: 'garden shed' }).count()).toBe(0)
    await hits(ben).click()
    await ben.locator('.message:focus', { hasText: 'garden shed' }).waitFor()
  }
  await isFound()
  await ben.reload()
  await isFound()
  await rig.restart()
  await ben.reload()
  await isFound()

  // It is found as it is now, and not at all when it is gone.
  await lookFor(ann, 'shed')
  await hits(ann).click()
  const message = ann.locator('.message', { hasText: 'garden shed' })
  await message.hover()
  await message.getByRole('button', { name: 'Delete' }).click()
  await ann.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await hits(ben).waitFor({ state: 'detached' })
  await lookFor(ben, 'garden')
  await searchOf(ben).getByText('Nothing was found.').waitFor()
})

test('many are shown in portions, and a room without a name is looked through, too', async () => {
  await using rig = await open(roomy)
  const { ben, crowd } = await withCrowd(rig)
  await crowd.talk(70)
  await ben.getByText(lineOf(70)).waitFor()
  await lookFor(ben, 'line')
  await searchOf(ben).getByText('30 messages so far').waitFor()
  for (const count of ['60 messages so far', '70 messages']) {
    await searchOf(ben).getByRole('button', { name: 'Look further back' }).click()
    await searchOf(ben).getByText(count, { exact: true }).waitFor()
  }
  expect(await hits(ben).last().textContent()).toContain(lineOf(1))
  await ben.keyboard.press('Escape')
  await searchOf(ben).waitFor({ state: 'detached' })
  await ben.locator('button[aria-label="Search"]:focus').waitFor()
})

test('on a phone the search covers the talk, and makes way for what one chooses', async () => {
  await using rig = await open(roomy)
  const ann = await rig.person('Ann', { viewport: { width: 360, height: 640 }, hasTouch: true })
  const crowd = await Crowd.come(rig, await rig.startRoom(ann))
  await say(ann, 'The code is 1234')
  await crowd.talk(30)
  await lookFor(ann, 'code')
  await hits(ann).tap()
  await searchOf(ann).waitFor({ state: 'detached' })
  await ann.locator('.message:focus', { hasText: '1234' }).waitFor()
  // What was looked for is still there when it is opened again.
  await (await roomTool(ann, 'Search')).tap()
  await hits(ann).waitFor()
})

test('what is wrong with what one looks for is said, and typing on goes on', async () => {
  await using rig = await open()
  const ann = await rig.person('Ann')
  await rig.startRoom(ann)
  await say(ann, 'Hello')
  await lookFor(ann, 'a b c d e f g h i j k')
  await searchOf(ann).getByText('at most 10 words').waitFor()
  await lookFor(ann, '!?')
  await searchOf(ann).getByText('at most 10 words').waitFor({ state: 'detached' })
  await lookFor(ann, 'hel')
  await hits(ann).waitFor()
})

const hits = (page: Page) => searchOf(page).getByRole('listitem').getByRole('button')

/** Two who are looked at, and some who talk and talk. */
async function withCrowd(rig: Rig) {
  const ann = await rig.person('Ann')
  const ben = await rig.person('Ben')
  const link = await rig.startRoom(ann)
  await rig.enter(ben, link)
  return { ann, ben, crowd: await Crowd.come(rig, link) }
}
