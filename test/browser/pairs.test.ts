// Two people with accounts find each other, write to each other, and one of them has enough.
// needs: chromium
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { signInByToken } from '../support/accounts.ts'
import { inChromium } from './chromium.ts'
import { type Rig, say, texts } from './rig.ts'
import { account, leave, myRoom, nameIt } from './steps.ts'

const open = inChromium()

async function look(page: Page, name: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Find people' }).fill(name)
}

async function writeTo(page: Page, name: string): Promise<void> {
  await look(page, name.slice(0, 3).toLowerCase())
  await page.getByRole('button', { name: `Write to ${name}` }).click()
  await page.getByRole('heading', { name }).waitFor()
}

/** Both at home, and both belong to the room Plans. */
async function acquainted(rig: Rig): Promise<{ ann: Page; ben: Page }> {
  const ann = await account(rig, 'Annika')
  const ben = await account(rig, 'Benedikt')
  await ann.getByRole('button', { name: 'Start a room' }).click()
  const link = await ann.getByRole('textbox', { name: 'Link to this room' }).inputValue()
  await nameIt(ann)
  await rig.enter(ben, link)
  for (const page of [ann, ben]) await leave(page)
  return { ann, ben }
}

test('two find each other and write: it is on the other’s home at once, unread, and there after a restart', async () => {
  await using rig = await open(signInByToken, { remember: true })
  const { ann, ben } = await acquainted(rig)
  await look(ann, 'xyz')
  await ann.getByText('Nobody of this name shares a named room or a group with you.').waitFor()
  await writeTo(ann, 'Benedikt')
  await ann.getByText('Only you and Benedikt can read what is said here.').waitFor()
  expect(await ann.getByRole('button', { name: 'Share' }).count()).toBe(0)
  expect(await ann.getByRole('switch', { name: 'Lock the room' }).count()).toBe(0)
  expect(await ann.getByText('Not here now').count()).toBe(1)
  await say(ann, 'Are you there?')
  await myRoom(ben).getByText('Are you there?').waitFor()
  await myRoom(ben).filter({ hasText: 'Are you there?' }).getByRole('img', { name: '1 unread' }).waitFor()
  await myRoom(ben).filter({ hasText: 'Are you there?' }).click()
  await ben.getByRole('heading', { name: 'Annika' }).waitFor()
  await ann.getByText('In this room now').waitFor()
  await say(ben, 'I am')
  await ann.getByText('I am').waitFor()
  await ben.reload()
  await ben.getByText('I am').waitFor()
  await rig.restart()
  await say(ben, 'Still here')
  await ann.getByText('Still here').waitFor()
  expect(await texts(ann)).toEqual(['Are you there?', 'I am', 'Still here'])
})

test('who is elsewhere is told that somebody wrote, and goes there by one click', async () => {
  await using rig = await open(signInByToken, { remember: true })
  const { ann, ben } = await acquainted(rig)
  await myRoom(ben).click()
  await ben.getByRole('heading', { name: 'Plans' }).waitFor()
  await writeTo(ann, 'Benedikt')
  await say(ann, 'Psst')
  await ben.getByText('Annika wrote to you.').waitFor()
  await ben.getByRole('button', { name: 'Read it' }).click()
  await ben.getByRole('heading', { name: 'Annika' }).waitFor()
  await ben.getByText('Psst').waitFor()
})

test('who is blocked is told so when he writes, is no longer found, and is heard again when that is over', async () => {
  await using rig = await open(signInByToken, { remember: true })
  const { ann, ben } = await acquainted(rig)
  for (const page of [ann, ben]) await myRoom(page).click()
  await ann.getByRole('button', { name: 'What to do with Benedikt' }).click()
  await ann.getByRole('button', { name: 'Block' }).click()
  await ann.getByText('Benedikt can no longer write to you.').waitFor()
  await ben.getByRole('button', { name: 'What to do with Annika' }).click()
  await ben.getByRole('button', { name: 'Write to this person' }).click()
  await ben.getByText('This person takes no messages from you.').waitFor()
  for (const page of [ann, ben]) await leave(page)
  await look(ben, 'annika')
  await ben.getByText('Nobody of this name').waitFor()
  await writeTo(ann, 'Benedikt')
  await ann.getByText('You have blocked Benedikt.').waitFor()
  expect(await ann.getByRole('textbox', { name: 'Message' }).count()).toBe(0)
  await leave(ann)
  await ann.getByRole('button', { name: 'Blocked people' }).click()
  await ann.getByRole('button', { name: 'Unblock Benedikt' }).click()
  await ann.getByText('Nobody is blocked.').waitFor()
  await look(ben, '')
  await writeTo(ben, 'Annika')
  await say(ben, 'Sorry')
  await myRoom(ann).getByText('Sorry').waitFor()
})

test('the owner of the server makes a group, and those in it find each other', async () => {
  await using rig = await open(signInByToken, { remember: true })
  const ann = await account(rig, 'Annika')
  const ben = await account(rig, 'Benedikt')
  const olga = await rig.person('Olga')
  await olga.goto(rig.url + rig.server.desk.links.ownerPath())
  await olga.getByRole('button', { name: 'Groups' }).click()
  await olga.getByText('There is no group yet.').waitFor()
  await olga.getByRole('textbox', { name: 'New group' }).fill('<b>Gardeners</b>')
  await olga.keyboard.press('Enter')
  await olga.getByRole('heading', { name: '<b>Gardeners</b>' }).waitFor()
  for (const name of ['Annika', 'Benedikt']) {
    await olga.getByRole('searchbox', { name: 'Add somebody' }).fill(name.slice(0, 4))
    await olga.getByRole('button', { name: `Add ${name}` }).click()
    await olga.getByRole('button', { name: `Take ${name} out of the group` }).waitFor()
  }
  await ann.getByRole('button', { name: 'Groups' }).click()
  await ann.getByRole('button', { name: '<b>Gardeners</b> 2 people' }).click()
  await ann.getByRole('dialog').getByText('Benedikt').waitFor()
  expect(await ann.getByRole('button', { name: 'Remove the group' }).count()).toBe(0)
  await ann.keyboard.press('Escape')
  await writeTo(ann, 'Benedikt')
  await ann.reload()
  const field = ann.getByRole('textbox', { name: 'Message' })
  await field.fill('Hello @<b>g')
  await ann.getByRole('option', { name: '<b>Gardeners</b> A group' }).click()
  await field.press('Enter')
  await myRoom(ben).getByRole('img', { name: '1 mentions you' }).waitFor()
  await olga.getByRole('button', { name: 'Remove the group' }).click()
  await olga.getByRole('button', { name: 'Remove it' }).click()
  await olga.getByText('There is no group yet.').waitFor()
})
