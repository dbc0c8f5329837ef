// What leads people to messages: being mentioned, and seeing how far others have read.
// needs: chromium
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inChromium } from './chromium.ts'
import { type Rig, say, texts } from './rig.ts'
import { field, leave, makeAdmin, myRoom, nameIt } from './steps.ts'

const open = inChromium()

/** Ann owns the room Plans, in which Ben is an admin: both find it again without a link. */
async function plans(rig: Rig): Promise<{ ann: Page; ben: Page }> {
  const [ann, ben] = await rig.together('Ann', 'Ben')
  await nameIt(ann)
  await makeAdmin(ann, 'Ben')
  await ben.getByText('You · Admin').waitFor()
  return { ann, ben }
}

/** All that was written there has been said. */
const arrived = (page: Page) => expect.poll(() => page.locator('.message.pending').count()).toBe(0)

test('an @ offers names, by keys and by a click; who is meant sees it, here and from outside', async () => {
  await using rig = await open({}, { remember: true })
  const { ann, ben } = await plans(rig)
  await field(ann).pressSequentially('Hi @b')
  await ann.getByRole('option', { name: 'Ben' }).waitFor()
  await ann.keyboard.press('Enter')
  expect(await field(ann).inputValue()).toBe('Hi @Ben ')
  await field(ann).pressSequentially('look')
  await ann.keyboard.press('Enter')
  const mention = ben.locator('.message.for-me mark.self')
  await mention.waitFor()
  expect(await mention.textContent()).toBe('@Ben')
  // It stays in its sentence.
  expect(await mention.evaluate(mark => getComputedStyle(mark).position)).toBe('static')
  expect(await ann.locator('.message.for-me').count()).toBe(0)
  expect(await ann.locator('.message mark').textContent()).toBe('@Ben')

  await field(ann).fill('@')
  await ann.keyboard.press('Escape')
  expect(await ann.getByRole('option').count()).toBe(0)
  await field(ann).fill('')
  await field(ann).fill('@')
  await ann.getByRole('option', { name: 'everyone' }).click()
  await field(ann).pressSequentially('come')
  await leave(ben)
  await ann.keyboard.press('Enter')
  await say(ann, 'Nobody is meant by this')
  await arrived(ann)
  await ben.reload()
  await myRoom(ben).getByRole('img', { name: '1 mentions you' }).waitFor()
  await myRoom(ben).getByRole('img', { name: '2 unread' }).waitFor()
  await rig.restart()
  await ben.reload()
  await myRoom(ben).getByRole('img', { name: '1 mentions you' }).waitFor()
  await myRoom(ben).click()
  await ben.locator('.message.for-me').nth(1).waitFor()
  expect(await ben.locator('.message.for-me .text').allTextContents()).toEqual([
    'Hi @Ben look',
    '@everyone come',
  ])
  // Read now.
  await leave(ben)
  await myRoom(ben).waitFor()
  await myRoom(ben).getByRole('img', { name: 'unread' }).waitFor({ state: 'detached' })
})

test('how far somebody has read is seen by the other, also after a reload and a restart', async () => {
  await using rig = await open({}, { remember: true })
  const { ann, ben } = await plans(rig)
  await say(ann, 'Read by Ben')
  const read = ann.getByRole('img', { name: 'Read by Ben' })
  await read.waitFor()
  expect(await read.textContent()).toBe('Read')
  await leave(ben)
  await say(ann, 'Not yet')
  await say(ann, 'Nor this')
  await arrived(ann)
  const lastRead = () =>
    read.evaluate(
      mark => mark.closest('.readers')?.previousElementSibling?.querySelector('.text')?.textContent,
    )
  expect(await lastRead()).toBe('Read by Ben')
  await ann.reload()
  await read.waitFor()
  expect(await lastRead()).toBe('Read by Ben')
  await rig.restart()
  await ann.reload()
  await read.waitFor()
  expect(await lastRead()).toBe('Read by Ben')

  await ben.reload()
  await myRoom(ben).click()
  await ben.getByText('New', { exact: true }).waitFor()
  const after = ben.locator('.divider.new + .group .text')
  expect(await after.allTextContents()).toEqual(['Not yet', 'Nor this'])
  await expect.poll(lastRead).toBe('Nor this')
  await say(ben, 'Now I have')
  await ann.getByText('Now I have').waitFor()
  await arrived(ben)
  await ben.getByText('New', { exact: true }).waitFor({ state: 'detached' })
  expect(await texts(ben)).toEqual(['Read by Ben', 'Not yet', 'Nor this', 'Now I have'])
})

test('of more than two people faces say who has read', async () => {
  await using rig = await open()
  const [ann, _ben, _cleo] = await rig.together('Ann', 'Ben', 'Cleo')
  await say(ann, 'Hello')
  const read = ann.getByRole('img', { name: /^Read by/ })
  const readers = async () =>
    (await read.getAttribute('aria-label'))?.replace('Read by ', '').split(' and ').sort()
  await expect.poll(readers).toEqual(['Ben', 'Cleo'])
  expect(await read.locator('svg').count()).toBe(2)
})
