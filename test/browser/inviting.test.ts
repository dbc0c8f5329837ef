// Links for one person: made, used, listed and taken back; and asking somebody in who is elsewhere.
// needs: chromium
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { signInByToken } from '../support/accounts.ts'
import { inChromium } from './chromium.ts'
import { account, leave, nameIt } from './steps.ts'

const open = inChromium()

test('a link for one person lets in one, whom its maker sees and removes with it', async () => {
  await using rig = await open()
  const ann = await rig.person('Ann')
  await rig.startRoom(ann)
  const share = await openShare(ann)
  await share.getByRole('button', { name: 'Make a personal link' }).click()
  await share.getByRole('textbox', { name: 'Whom it is for' }).fill('For Ben')
  await share.getByRole('button', { name: 'Make the link' }).click()
  const link = await share.getByRole('textbox', { name: 'The new link' }).inputValue()
  await share.getByText('not used yet').waitFor()

  const [ben, cleo] = [await rig.person('Ben'), await rig.person('Cleo')]
  await cleo.goto(link)
  await cleo.getByText('Ann is here').waitFor()
  await rig.enter(ben, link)
  expect(await ben.getByRole('button', { name: 'Share' }).count()).toBe(0)
  await share.getByText('Came by it: Ben').waitFor()
  await cleo.getByRole('button', { name: 'Enter' }).click()
  await cleo.getByRole('heading', { name: 'This link leads nowhere' }).waitFor()
  await cleo.reload()
  await cleo.getByRole('heading', { name: 'This link leads nowhere' }).waitFor()
  await ben.reload()
  await ben.getByRole('textbox', { name: 'Message' }).waitFor()

  await share.getByRole('button', { name: 'Done' }).click()
  expect(await share.getByRole('textbox', { name: 'The new link' }).count()).toBe(0)
  await share.getByRole('button', { name: 'Revoke: For Ben' }).click()
  await ann.getByRole('button', { name: 'Revoke it and remove the people' }).click()
  await ben.getByRole('heading', { name: 'You were removed from this room' }).waitFor()
  await share.getByText('For Ben').waitFor({ state: 'detached' })
  await ben.goto(link)
  await ben.getByRole('heading', { name: 'This link leads nowhere' }).waitFor()
})

test('a link can make an admin, and guests make links where the room says so', async () => {
  await using rig = await open()
  const ann = await rig.person('Ann')
  const link = await rig.startRoom(ann)
  const share = await openShare(ann)
  await share.getByRole('button', { name: 'Make a personal link' }).click()
  await share.getByRole('combobox', { name: 'Comes in as' }).selectOption('An admin')
  await share.getByRole('combobox', { name: 'For', exact: true }).selectOption('5 people')
  await share.getByRole('button', { name: 'Make the link' }).click()
  await share.getByText('5 of 5 left · as an admin').waitFor()
  const ben = await rig.person('Ben')
  await rig.enter(ben, await share.getByRole('textbox', { name: 'The new link' }).inputValue())
  await ben.getByText('You · Admin').waitFor()
  await share.getByText('4 of 5 left').waitFor()

  const cleo = await rig.person('Cleo')
  await rig.enter(cleo, link)
  const hers = await openShare(cleo)
  await hers.getByRole('textbox', { name: 'Link to this room' }).waitFor()
  expect(await hers.getByRole('button', { name: 'Make a personal link' }).count()).toBe(0)
  await ann.keyboard.press('Escape')
  await ann.getByRole('button', { name: 'Room settings' }).click()
  await ann.getByRole('checkbox', { name: 'Guests may make links, too' }).click()
  await hers.getByRole('button', { name: 'Make a personal link' }).click()
  expect(await hers.getByRole('combobox', { name: 'Comes in as' }).count()).toBe(0)
  await hers.getByRole('button', { name: 'Make the link' }).click()
  const dan = await rig.person('Dan')
  await rig.enter(dan, await hers.getByRole('textbox', { name: 'The new link' }).inputValue())
  await hers.getByText('Came by it: Dan').waitFor()
})

test('who belongs to a room and is elsewhere is asked to come, and goes in, or not', async () => {
  await using rig = await open(signInByToken, { remember: true })
  const [ann, ben] = [await account(rig, 'Ann'), await account(rig, 'Ben')]
  const link = await rig.startRoom(ann)
  await nameIt(ann)
  await rig.enter(ben, link)
  await leave(ben)

  const askBen = ann.getByRole('button', { name: 'Ask Ben to come' })
  await askBen.click()
  await ann.getByText('Ben is asked to come.').waitFor()
  const invitations = ben.getByRole('region', { name: 'Invitations' })
  await invitations.getByText('Ann asks you to come to Plans.').waitFor()
  await invitations.getByRole('button', { name: 'No, thanks' }).click()
  await invitations.waitFor({ state: 'detached' })

  await ben.getByRole('button', { name: 'Start a room' }).click()
  await ben.getByRole('textbox', { name: 'Message' }).waitFor()
  await askBen.click()
  const call = ben.getByRole('status', { name: 'Invitation' })
  await call.getByText('Ann asks you to come to Plans.').waitFor()
  await call.getByRole('button', { name: 'Go in' }).click()
  await ben.getByRole('heading', { name: 'Plans' }).waitFor()
  await askBen.waitFor({ state: 'detached' })
  expect(await call.count()).toBe(0)
})

async function openShare(page: Page) {
  await page.getByRole('button', { name: 'Share' }).click()
  return page.getByRole('dialog', { name: 'Bring people in' })
}
