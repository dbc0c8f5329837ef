// What people do with single messages, each in a browser of his own: what one does, the other sees.
// needs: chromium
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { Calendar } from '../support/clock.ts'
import { roomy } from '../support/limits.ts'
import { Person } from '../support/person.ts'
import { inChromium } from './chromium.ts'
import { say } from './rig.ts'
import { nameIt, tool } from './steps.ts'

const open = inChromium()

test('they react, answer, edit and pin, and all of it is there after a reload and a restart', async () => {
  const clock = new Calendar()
  await using rig = await open({}, { remember: true, clock })
  const [ann, ben] = await rig.together('Ann', 'Ben')
  await nameIt(ann)
  await say(ben, 'Is the bread ready?')
  await tool(ann, 'Is the bread ready?', 'React')
  await ann.getByRole('searchbox', { name: 'Find an emoji' }).fill('part')
  await ann.keyboard.press('Enter')
  await ben.getByRole('button', { name: '🎉 1, Ann' }).click()
  const reaction = ann.getByRole('button', { name: '🎉 2, You and Ben' })
  await reaction.waitFor()
  expect(await reaction.evaluate(pill => getComputedStyle(pill).borderRadius)).toBe('13px')

  await tool(ann, 'Is the bread ready?', 'Answer')
  await ann.getByText('Answer to Ben').waitFor()
  await say(ann, 'Nearly')
  await ben.getByText('Nearly').waitFor()
  clock.advance(6 * 60_000)
  await ann.keyboard.press('ArrowUp')
  await ann.getByRole('textbox', { name: 'Edit your message' }).fill('At noon')
  await ann.keyboard.press('Enter')
  await tool(ann, 'Is the bread ready?', 'Pin')
  await pinned(ben).waitFor()
  // In one line above the talk.
  expect((await pinned(ben).boundingBox())?.height).toBeLessThan(60)

  const isAllThere = async () => {
    await ben.getByRole('button', { name: '🎉 2, You and Ann' }).waitFor()
    await ben.getByRole('button', { name: '(edited)' }).click()
    const versions = ben.getByRole('dialog').getByRole('listitem')
    await versions.nth(1).waitFor()
    expect(await versions.locator('.text').allTextContents()).toEqual(['Nearly', 'At noon'])
    await ben.keyboard.press('Escape')
    // What is answered, and what is pinned, leads to where it was said.
    for (const way of [ben.locator('button.quote'), pinned(ben).getByRole('button')]) {
      expect(await way.textContent()).toBe('Ben Is the bread ready?')
      await way.click()
      await ben.locator('.message:focus', { hasText: 'Is the bread ready?' }).waitFor()
      await ben.getByRole('textbox', { name: 'Message', exact: true }).focus()
    }
  }
  await isAllThere()
  await ben.reload()
  await isAllThere()
  await rig.restart()
  await ben.reload()
  await isAllThere()

  await ben.getByRole('button', { name: '🎉 2, You and Ann' }).click()
  await ann.getByRole('button', { name: '🎉 1, You' }).waitFor()
  await tool(ann, 'Is the bread ready?', 'Delete')
  await ann.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await ben.getByText('A message that was deleted').waitFor()
  expect(await pinned(ben).count()).toBe(0)
})

test('without a mouse: the tools, the emoji and the answer are reached by keys', async () => {
  await using rig = await open()
  const [ann, ben] = await rig.together('Ann', 'Ben')
  await say(ben, 'Hello')
  // Not what an empty room says: it ends with the same word.
  await ann.locator('.message', { hasText: 'Hello' }).waitFor()
  // Past what stands beside the field.
  await ann.getByRole('textbox', { name: 'Message', exact: true }).focus()
  for (let step = 0; step < 8 && (await ann.locator('.message:focus').count()) === 0; step++)
    await ann.keyboard.press('Shift+Tab')
  await ann.getByRole('toolbar', { name: 'What to do with this message' }).waitFor()
  await ann.keyboard.press('Tab')
  await ann.keyboard.press('Enter')
  await ann.getByRole('button', { name: 'thumbs up' }).waitFor()
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowUp', 'Enter'])
    await ann.keyboard.press(key)
  await ben.getByRole('button', { name: '❤️ 1, Ann' }).waitFor()
  // The focus is back at the tools.
  await ann.keyboard.press('ArrowRight')
  await ann.keyboard.press('Enter')
  await ann.getByText('Answer to Ben').waitFor()
  await ann.keyboard.press('Escape')
  await ann.getByText('Answer to Ben').waitFor({ state: 'detached' })
  await say(ann, 'Hello yourself')
  await ben.getByText('Hello yourself').waitFor()
  expect(await ben.locator('.quote').count()).toBe(0)
})

test('an answer to what was said long ago shows it, and leads there', async () => {
  await using rig = await open(roomy)
  const ann = await rig.person('Ann')
  const link = await rig.startRoom(ann)
  const cleo = await Person.come(rig.server, { name: 'Cleo' })
  const room = await cleo.enter(new URL(link).pathname)
  const first = await cleo.say(room.id, 'the very first')
  for (let at = 1; at <= 120; at++) await cleo.say(room.id, `line ${at} of many`)
  const answer = {
    type: 'chat.send',
    room: room.id,
    key: 'an-answer' as never,
    text: 'late',
    reply: first.id,
  } as const
  await cleo.ask(answer)
  const ben = await rig.person('Ben')
  await rig.enter(ben, link)
  const quote = ben.getByRole('button', { name: 'Cleo the very first' })
  await quote.waitFor()
  await cleo.ask({ type: 'chat.edit', room: room.id, id: first.id, text: 'the very beginning' })
  await ben.getByRole('button', { name: 'Cleo the very beginning' }).click()
  await ben.locator('.message:focus', { hasText: 'the very beginning' }).waitFor()
  await ben.getByRole('button', { name: 'Leave the room' }).click()
  await ben.getByRole('button', { name: 'Go back in' }).click()
  await ben.getByRole('button', { name: 'Cleo the very beginning' }).waitFor()
})

test('an answer to what was said before a restart shows it, and leads to nothing else', async () => {
  await using rig = await open()
  const [ann, ben] = await rig.together('Ann', 'Ben')
  await say(ben, 'Is the bread ready?')
  await tool(ann, 'Is the bread ready?', 'Answer')
  await say(ann, 'Nearly')
  await ben.locator('button.quote').waitFor()
  await rig.restart()
  await ben.getByText('The server was restarted.').waitFor()
  await say(ben, 'This has the number of the question')
  await ann.getByText('This has the number of the question').waitFor()
  expect(await ben.locator('.quote').textContent()).toBe('Ben Is the bread ready?')
  expect(await ben.locator('button.quote').count()).toBe(0)
})

test('an answer whose question is deleted while the line is lost is said by itself', async () => {
  await using rig = await open()
  const ben = await rig.person('Ben')
  const link = await rig.startRoom(ben)
  const cleo = await Person.come(rig.server, { name: 'Cleo' })
  const { id: room } = await cleo.enter(new URL(link).pathname)
  const { id } = await cleo.say(room, 'A question')
  await tool(ben, 'A question', 'Answer')
  rig.cut()
  await ben.getByText('Reconnecting').waitFor()
  await say(ben, 'An answer')
  await ben.locator('.message.pending').waitFor()
  await cleo.ask({ type: 'chat.delete', room, id })
  rig.mend()
  expect(await cleo.hears('chat.said', ({ text }) => text === 'An answer')).not.toHaveProperty('reply')
  await ben.locator('.message:not(.pending)', { hasText: 'An answer' }).waitFor()
})

const pinned = (page: Page) => page.getByRole('region', { name: 'Pinned message' })
