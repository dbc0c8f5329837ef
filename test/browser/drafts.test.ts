// What is written and not sent waits in its own browser, and nobody else ever gets it.
// needs: chromium
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { presence } from '../support/child.ts'
import { tokenIn } from '../support/links.ts'
import { inChromium } from './chromium.ts'
import { say } from './rig.ts'

const open = inChromium()

const field = (page: Page) => page.getByRole('textbox', { name: 'Message', exact: true })
const stored = (page: Page) => page.evaluate(() => localStorage.getItem('presence.drafts') ?? '')

/** Everything that passes between a page and the server from here on. */
function passing(page: Page): string[] {
  const frames: string[] = []
  page.on('websocket', socket => {
    const note = ({ payload }: { payload: string | Buffer }) => frames.push(String(payload))
    socket.on('framesent', note)
    socket.on('framereceived', note)
  })
  return frames
}

async function goHome(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Leave the room' }).click()
  await page.getByRole('button', { name: 'Go home' }).click()
  await page.getByRole('button', { name: 'Start a room' }).waitFor()
}

test('a draft with its answer and its mention outlives leaving, a reload and a restart, and goes when it is sent', async () => {
  await using rig = await open({}, { remember: true })
  const ann = await rig.person('Ann')
  const ben = await rig.person('Ben')
  const frames = [passing(ann), passing(ben)]
  const link = await rig.startRoom(ann)
  await ann.getByRole('button', { name: 'Name it' }).click()
  await ann.getByRole('textbox', { name: 'Name of the room' }).fill('Plans')
  await ann.keyboard.press('Enter')
  await rig.enter(ben, link)
  await say(ben, 'Is the bread ready?')

  const question = ann.getByRole('article').filter({ hasText: 'Is the bread' })
  await question.hover()
  await question.getByRole('button', { name: 'Answer' }).click()
  await field(ann).pressSequentially('Not yet @be')
  await ann.keyboard.press('Tab')
  await field(ann).pressSequentially('seriously')
  const isThere = async () => {
    await ann.getByText('Answer to Ben Is the bread ready?').waitFor()
    expect(await field(ann).inputValue()).toBe('Not yet @Ben seriously')
  }
  await isThere()
  await ann.reload()
  await isThere()
  await goHome(ann)
  // Another room has none.
  await ann.getByRole('button', { name: 'Start a room' }).click()
  await ann.getByText('Will vanish when empty').waitFor()
  expect(await field(ann).inputValue()).toBe('')
  await ann.getByRole('button', { name: 'Leave the room' }).click()
  await ann.getByRole('region', { name: 'Your rooms' }).getByRole('link', { name: 'Plans' }).click()
  await isThere()
  await rig.restart()
  await ann.reload()
  await isThere()
  // Who is not there cannot be meant.
  await ann.getByRole('complementary', { name: 'People' }).getByText('Ben').waitFor()
  expect(frames.flat().some(frame => frame.includes('seriously'))).toBe(false)

  await field(ann).press('Enter')
  const message = ben.locator('.message.for-me', { hasText: 'seriously' })
  await message.getByRole('button', { name: 'Ben Is the bread ready?' }).waitFor()
  expect(frames.map(all => all.some(frame => frame.includes('seriously')))).toEqual([true, true])
  expect(await field(ann).inputValue()).toBe('')
  expect(await stored(ann)).not.toContain('seriously')
  await ann.reload()
  await ann.getByText('seriously').waitFor()
  expect(await field(ann).inputValue()).toBe('')
  expect(await ann.getByText('Answer to').count()).toBe(0)
})

test('two pages of one browser have the same draft, and a room that vanishes takes it along', async () => {
  await using rig = await open()
  const ann = await rig.person('Ann')
  await rig.startRoom(ann)
  const twin = await ann.context().newPage()
  await twin.goto(ann.url())
  await field(ann).fill('Half a sen')
  await expect.poll(() => field(twin).inputValue()).toBe('Half a sen')
  await field(twin).fill('Half a sentence')
  await twin.keyboard.press('Enter')
  await expect.poll(() => field(ann).inputValue()).toBe('')
  await ann.getByText('Half a sentence').waitFor()
  await twin.close()
  await field(ann).fill('A secret')
  expect(await stored(ann)).toContain('A secret')
  await ann.getByRole('button', { name: 'Leave the room' }).click()
  await ann.getByRole('dialog').getByRole('button', { name: 'Leave' }).click()
  await ann.getByText('You were the last one there').waitFor()
  expect(await stored(ann)).not.toContain('A secret')
})

test('who signs out leaves no draft behind', async () => {
  await using rig = await open({}, { remember: true })
  const { out } = await presence(rig.server, 'user', 'add', 'Ann')
  const ann = await rig.person(undefined)
  await ann.goto(`${rig.url}/#signin=${tokenIn(out.split('\n')[0] ?? '')}`)
  await ann.getByText('You are signed in as Ann.').waitFor()
  await rig.startRoom(ann)
  await field(ann).fill('A secret')
  const twin = await ann.context().newPage()
  await twin.goto(rig.url)
  await twin.getByRole('button', { name: 'Your profile' }).click()
  expect(await stored(twin)).toContain('A secret')
  await twin.getByRole('button', { name: 'In this browser' }).click()
  await ann.getByRole('heading', { name: 'You signed out' }).waitFor()
  expect(await stored(ann)).not.toContain('A secret')
})

test('where the storage is full, a draft is kept as long as the page is', async () => {
  await using rig = await open({}, { remember: true })
  const [ann] = await rig.together('Ann', 'Ben')
  const room = ann.url()
  await ann.evaluate(() => {
    let filling = 'x'.repeat(1 << 20)
    for (let at = 0; filling.length > 0; at++) {
      try {
        localStorage.setItem(`filling ${at}`, filling)
      } catch {
        filling = filling.slice(0, filling.length >> 1)
      }
    }
  })
  await field(ann).fill('Still here?')
  expect(await stored(ann)).not.toContain('Still here?')
  await ann.getByRole('button', { name: 'Leave the room' }).click()
  await ann.getByRole('button', { name: 'Go back in' }).click()
  await expect.poll(() => field(ann).inputValue()).toBe('Still here?')
  expect(ann.url()).toBe(room)
  await ann.keyboard.press('Enter')
  await ann.locator('.message:not(.pending)', { hasText: 'Still here?' }).waitFor()
  expect(await field(ann).inputValue()).toBe('')
})
