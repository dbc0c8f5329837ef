// Two people in two browsers: what one does, the other sees.
// needs: chromium
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { roomy } from '../support/limits.ts'
import { Person } from '../support/person.ts'
import { inChromium } from './chromium.ts'
import { say, texts } from './rig.ts'

const open = inChromium()

/** The types of all messages that the page has heard from here on. */
function heard(page: Page): string[] {
  const types: string[] = []
  page.on('websocket', socket => socket.on('framereceived', ({ payload }) => note(String(payload))))
  const note = (text: string) => {
    const type = /^42\["m",\{"type":"([a-z.-]+)"/.exec(text)?.[1]
    if (type) types.push(type)
  }
  return types
}

test('a guest is in by his name and one click, and two people talk', async () => {
  await using rig = await open()
  const ann = await rig.person('Ann')
  const link = await rig.startRoom(ann)
  const ben = await rig.person(undefined)
  await ben.goto(link)
  await ben.getByText('Ann is here').waitFor()
  await ben.getByRole('textbox', { name: 'Your name' }).fill('Ben')
  await ben.getByRole('button', { name: 'Enter' }).click()
  await say(ben, 'Hello Ann')
  await ann.getByText('Hello Ann').waitFor()
  await say(ann, 'Hello Ben')
  await ben.getByText('Hello Ben').waitFor()
  expect(await texts(ann)).toEqual(['Hello Ann', 'Hello Ben'])
  expect(await texts(ben)).toEqual(['Hello Ann', 'Hello Ben'])
  const people = ann.getByRole('complementary', { name: 'People' }).getByRole('listitem')
  expect(await people.allTextContents()).toEqual(['AnnYou · Owner', 'Ben'])
})

test('what is edited, deleted and being typed is seen by the other', async () => {
  await using rig = await open()
  const [ann, ben] = await rig.together('Ann', 'Ben')
  await ann.getByRole('textbox', { name: 'Message', exact: true }).pressSequentially('Helo')
  await ben.getByText('Ann is typing').waitFor()
  await ann.keyboard.press('Enter')
  // At once, also when it is not said yet.
  await ann.keyboard.press('ArrowUp')
  await ben.getByText('Ann is typing').waitFor({ state: 'detached' })
  await ben.getByText('Helo').waitFor()
  await ann.getByRole('textbox', { name: 'Edit your message' }).fill('Hello')
  await ann.keyboard.press('Enter')
  await ben.getByText('Hello').waitFor()
  expect(await texts(ben)).toEqual(['Hello'])
  expect(await ben.getByText('(edited)').count()).toBe(0)
  await ann.getByText('Hello').hover()
  await ann.getByRole('button', { name: 'Delete' }).click()
  await ann.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await ben.getByText('This message was deleted').waitFor()
  expect(await texts(ben)).toEqual([])
})

test('a reload keeps the place: nothing is lost or doubled, and the other notices nothing', async () => {
  await using rig = await open()
  const ann = await rig.person('Ann')
  const news = heard(ann)
  const link = await rig.startRoom(ann)
  const ben = await rig.person('Ben')
  await rig.enter(ben, link)
  await say(ben, 'Before')
  await say(ann, 'Between')
  await ben.getByText('Between').waitFor()
  news.length = 0
  await ben.reload()
  await ben.getByText('Between').waitFor()
  await say(ben, 'After')
  await ann.getByText('After').waitFor()
  expect(await texts(ben)).toEqual(['Before', 'Between', 'After'])
  expect(await texts(ann)).toEqual(['Before', 'Between', 'After'])
  expect(news).not.toContain('room.left')
  expect(news).not.toContain('room.joined')
  expect(await ann.getByRole('complementary', { name: 'People' }).getByRole('listitem').count()).toBe(2)
})

test('older pages come by scrolling up, and new messages do not move what is read', async () => {
  await using rig = await open(roomy)
  const ann = await rig.person('Ann')
  const link = await rig.startRoom(ann)
  const cleo = await Person.come(rig.server, { name: 'Cleo' })
  const room = await cleo.enter(new URL(link).pathname)
  for (let at = 1; at <= 120; at++) await cleo.say(room.id, `line ${at} of many`)
  const ben = await rig.person('Ben')
  await rig.enter(ben, link)
  await ben.getByText('line 120 of many').waitFor()
  const log = ben.getByRole('log')
  const first = ben.getByText('line 1 of many', { exact: true })
  expect(await first.count()).toBe(0)
  await expect
    .poll(async () => {
      await log.evaluate(box => box.scrollTo({ top: 0 }))
      return first.count()
    })
    .toBe(1)
  expect((await texts(ben)).map(text => Number(text.split(' ')[1]))).toEqual(
    Array.from({ length: 120 }, (_, index) => index + 1),
  )
  const before = await log.evaluate(box => box.scrollTop)
  await say(ann, 'Something new')
  await ben.getByRole('button', { name: 'New messages' }).click()
  expect(await log.evaluate(box => box.scrollTop)).toBeGreaterThan(before)
  await ben.getByRole('button', { name: 'New messages' }).waitFor({ state: 'detached' })
})

test('who leaves is gone for the other, and who was the last is told that the room is gone', async () => {
  await using rig = await open()
  const [ann, ben] = await rig.together('Ann', 'Ben')
  await ben.getByRole('button', { name: 'Leave the room' }).click()
  await ben.getByText('You left the room.').waitFor()
  await ann.getByText('You are in. Bring the others.').waitFor()
  await ann.getByRole('button', { name: 'Leave the room' }).click()
  await ann.getByText('You were the last one there').waitFor()
  await ben.getByRole('button', { name: 'Go back in' }).click()
  await ben.getByRole('heading', { name: 'There is no such room' }).waitFor()
})
