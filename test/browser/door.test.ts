// Coming in and being kept out: knocking, being let in or not, being removed, and links that lead nowhere.
// needs: chromium
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inChromium } from './chromium.ts'
import { type Rig, say } from './rig.ts'
import { makeAdmin } from './steps.ts'

const open = inChromium()

async function lockedRoom(rig: Rig): Promise<{ ann: Page; link: string }> {
  const ann = await rig.person('Ann')
  const link = await rig.startRoom(ann)
  await ann.getByRole('switch', { name: 'Lock the room' }).click()
  await ann.getByRole('switch', { name: 'Lock the room', checked: true }).waitFor()
  return { ann, link }
}

async function knock(rig: Rig, link: string, name: string): Promise<Page> {
  const page = await rig.person(name)
  await page.goto(link)
  await page.getByRole('button', { name: 'Enter' }).click()
  await page.getByRole('button', { name: 'Ask to be let in' }).click()
  await page.getByText('One person can let you in').waitFor()
  return page
}

test('a stranger asks at a locked room, the host sees it in the title, lets him in, and they talk', async () => {
  await using rig = await open()
  const { ann, link } = await lockedRoom(rig)
  const ben = await knock(rig, link, 'Ben')
  await ann.getByText('Ben would like to come in').waitFor()
  expect(await ann.title()).toMatch(/^\(1\) /)
  await ann.getByRole('button', { name: 'Let in' }).click()
  await say(ben, 'Thank you')
  await ann.getByText('Thank you').waitFor()
  expect(await ann.title()).toMatch(/^Unnamed room/)
})

test('who is not let in is told so, and may ask again', async () => {
  await using rig = await open()
  const { ann, link } = await lockedRoom(rig)
  const ben = await knock(rig, link, 'Ben')
  await ann.getByRole('button', { name: 'Not now' }).click()
  await ben.getByRole('heading', { name: 'Nobody let you in this time' }).waitFor()
  await ben.getByRole('button', { name: 'Ask again' }).click()
  await ann.getByText('Ben would like to come in').waitFor()
  await ben.getByRole('button', { name: 'Stop waiting' }).click()
  await ann.getByText('Ben would like to come in').waitFor({ state: 'detached' })
})

test('who is removed sees that he was, and the link brings him back', async () => {
  await using rig = await open()
  const ann = await rig.person('Ann')
  const link = await rig.startRoom(ann)
  const ben = await rig.person('Ben')
  await rig.enter(ben, link)
  await ann.getByRole('button', { name: 'What to do with Ben' }).click()
  await ann.getByRole('button', { name: 'Remove' }).click()
  await ben.getByRole('heading', { name: 'You were removed from this room' }).waitFor()
  await rig.enter(ben, link)
  await ann.getByRole('button', { name: 'What to do with Ben' }).click()
  await ann.getByRole('button', { name: 'Ban' }).click()
  await ben.getByRole('heading', { name: 'You may not come into this room any more' }).waitFor()
  await ben.goto(link)
  await ben.getByRole('heading', { name: 'You may not come into this room any more' }).waitFor()
})

test('an admin is made by the owner, and a host link makes an owner and leaves the address bar', async () => {
  await using rig = await open()
  const [ann, ben] = await rig.together('Ann', 'Ben')
  expect(await ben.getByRole('switch', { name: 'Lock the room' }).count()).toBe(0)
  await makeAdmin(ann, 'Ben')
  await ben.getByRole('switch', { name: 'Lock the room' }).waitFor()
  await ann.getByRole('button', { name: 'Share' }).click()
  await ann.getByRole('button', { name: 'Show the host link' }).click()
  const host = await ann.getByRole('textbox', { name: 'Host link' }).inputValue()
  const cleo = await rig.person('Cleo')
  await cleo.goto(host)
  await cleo.getByText('You · Owner').waitFor()
  expect(cleo.url()).not.toContain('#')
})

test('a revoked link leads nowhere, and a new one leads in', async () => {
  await using rig = await open()
  const ann = await rig.person('Ann')
  const link = await rig.startRoom(ann)
  await ann.getByRole('button', { name: 'Share' }).click()
  const dialog = ann.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Revoke this link' }).click()
  await ann.getByRole('button', { name: 'Revoke the link' }).click()
  await dialog.getByRole('button', { name: 'Make a new link' }).click()
  const fresh = await dialog.getByRole('textbox', { name: 'Link to this room' }).inputValue()
  const ben = await rig.person('Ben')
  await ben.goto(link)
  await ben.getByRole('heading', { name: 'This link leads nowhere' }).waitFor()
  await rig.enter(ben, fresh)
})

test('an owner link signs in and leaves the address bar', async () => {
  await using rig = await open()
  const ann = await rig.person(undefined)
  await ann.goto(rig.url + rig.server.desk.links.ownerPath())
  await ann.getByText('You are signed in as Owner').waitFor()
  expect(ann.url()).toBe(`${rig.url}/`)
  await ann.getByRole('button', { name: 'Your profile' }).click()
  await ann.getByRole('button', { name: 'In this browser' }).click()
  await ann.getByRole('heading', { name: 'You signed out' }).waitFor()
  await ann.getByRole('button', { name: 'Come back' }).click()
  await ann.getByRole('textbox', { name: 'The others see you as' }).waitFor()
  const stranger = await rig.person(undefined)
  await stranger.goto(`${rig.url}/#owner=wrong`)
  await stranger.getByRole('heading', { name: 'That sign-in does not work' }).waitFor()
  await stranger.getByRole('button', { name: 'Go on without' }).click()
  await stranger.getByRole('button', { name: 'Start a room' }).waitFor()
})
