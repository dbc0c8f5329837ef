// A room gets a name, and stays: over everybody's leaving, and over a restart of the server.
// needs: chromium
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inChromium } from './chromium.ts'
import { type Rig, say, texts } from './rig.ts'
import { leave, makeAdmin, myRoom, nameIt } from './steps.ts'

const open = inChromium()

const people = (page: Page) =>
  page.getByRole('complementary', { name: 'People' }).getByRole('listitem').allTextContents()

/** Ann owns the room Plans, in which Ben is an admin. */
async function plans(rig: Rig): Promise<{ ann: Page; ben: Page; link: string }> {
  const ann = await rig.person('Ann')
  const link = await rig.startRoom(ann)
  await say(ann, 'Before it had a name')
  await ann.getByText('Will vanish when empty').waitFor()
  await nameIt(ann)
  await ann.getByText('Ann named the room Plans: it stays from now on').waitFor()
  const ben = await rig.person('Ben')
  await rig.enter(ben, link)
  await makeAdmin(ann, 'Ben')
  await ben.getByText('You · Admin').waitFor()
  return { ann, ben, link }
}

test('a named room outlives everybody and the server: log, name and roles are there, and what was not read is counted', async () => {
  await using rig = await open({}, { remember: true })
  const { ann, ben, link } = await plans(rig)
  const address = ann.url()
  await leave(ann)
  await ben.getByRole('heading', { name: 'Not here now' }).waitFor()
  expect(await people(ben)).toEqual(['BenYou · Admin', 'AnnOwner'])
  await myRoom(ann).getByRole('img', { name: 'Ben there now' }).waitFor()
  await say(ben, 'Ann has not read this')
  await ben.getByText('Sending…').waitFor({ state: 'detached' })
  await leave(ben)
  await rig.restart()

  await ann.goto(rig.url)
  await myRoom(ann).getByRole('img', { name: '1 unread' }).waitFor()
  expect(await myRoom(ann).allInnerTexts()).toEqual([
    expect.stringMatching(/^Plans\nBen: Ann has not read this\n/),
  ])
  await myRoom(ann).click()
  await ann.getByRole('heading', { name: 'Plans' }).waitFor()
  expect(ann.url()).toBe(address)
  const said = ['Before it had a name', 'Ann has not read this']
  await ann.getByText('Ann has not read this').waitFor()
  expect(await texts(ann)).toEqual(said)
  expect(await people(ann)).toEqual(['AnnYou · Owner', 'BenAdmin'])
  await ben.goto(link)
  await ben.getByRole('heading', { name: 'Plans' }).waitFor()
  await ben.getByRole('button', { name: 'Enter' }).click()
  await ben.getByText('You · Admin').waitFor()
  expect(await texts(ben)).toEqual(said)
  await ann.getByRole('heading', { name: 'Not here now' }).waitFor({ state: 'detached' })

  await nameIt(ann, 'Garden', 'Plans')
  await ben.getByText('Ann named the room Garden').waitFor()
  await ben.getByRole('heading', { name: 'Garden' }).waitFor()
  await say(ben, 'Read just before she goes')
  await ann.getByText('Read just before she goes').waitFor()
  await leave(ann)
  await myRoom(ann).getByText('Read just before she goes').waitFor()
  await myRoom(ann).getByRole('img', { name: 'unread' }).waitFor({ state: 'detached' })
  await leave(ben, 'Leave for good')
  await ben.getByText('You left Garden for good.').waitFor()
  await ben.reload()
  await ben.getByRole('button', { name: 'Start a room' }).waitFor()
  expect(await myRoom(ben).count()).toBe(0)
})

test('who burns a named room is asked once more, and nothing of it is left for anybody', async () => {
  await using rig = await open({}, { remember: true })
  const { ann, ben, link } = await plans(rig)
  await ann.getByRole('button', { name: 'Leave the room' }).click()
  await ann.getByRole('button', { name: 'Burn this room' }).click()
  await ann.getByRole('button', { name: 'Burn it' }).click()
  await ann.getByText('Plans is burned. Nothing of it was kept.').waitFor()
  await ben.getByRole('heading', { name: 'This room was closed' }).waitFor()
  await ben.goto(link)
  await ben.getByRole('heading', { name: 'This link leads nowhere' }).waitFor()
  expect(await myRoom(ann).count()).toBe(0)
})

test('on a server without a database, who wants to name the room is told why it was not done', async () => {
  await using rig = await open()
  const ann = await rig.person('Ann')
  await rig.startRoom(ann)
  await ann.getByRole('button', { name: 'Name it' }).click()
  await ann.getByRole('textbox', { name: 'Name of the room' }).fill('Plans')
  await ann.keyboard.press('Enter')
  await ann.getByText('This server has no database, so nothing can be kept here. Its log says why.').waitFor()
})
