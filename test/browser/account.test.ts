// An account in the browser: signed in by a link, shown to others, known again after a restart, signed out.
// needs: chromium
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accountFor, operatorOf } from '../support/accounts.ts'
import { presence } from '../support/child.ts'
import { ownerOf } from '../support/circle.ts'
import { tokenIn } from '../support/links.ts'
import { png } from '../support/png.ts'
import { inChromium } from './chromium.ts'
import { faults, fits } from './looks.ts'
import type { Rig } from './rig.ts'
import { field, myRoom, nameIt, roomTool } from './steps.ts'

const open = inChromium()

const remember = { remember: true }

/** As the operator does it. */
async function addUser(rig: Rig, name: string): Promise<string> {
  const { out } = await presence(rig.server, 'user', 'add', name)
  return `${rig.url}/#signin=${tokenIn(out.split('\n')[0] ?? '')}`
}

async function signedIn(rig: Rig, name: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await rig.person(undefined, options)
  await page.goto(await addUser(rig, name))
  await page.getByText(`You are signed in as ${name}.`).waitFor()
  return page
}

async function profileOf(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Your profile' }).click()
  return page.getByRole('dialog', { name: 'Your profile' })
}

/** Neither square nor small, as a camera makes it, and all dark. */
const photo = png({ width: 1200, height: 800, colour: 2, lines: Buffer.alloc(800 * (1 + 1200 * 3)) })

const choose = (profile: Locator, buffer: Buffer) =>
  profile.getByLabel('A picture of you').setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer })

test('a user signs in by his link, is seen with name and picture, comes back after a restart, and signs out', async () => {
  await using rig = await open({}, remember)
  const ann = await signedIn(rig, 'Ann')
  expect(ann.url()).toBe(`${rig.url}/`)

  const dialog = await profileOf(ann)
  await dialog.getByRole('textbox', { name: 'Your name' }).fill('Anna')
  await dialog.getByRole('textbox', { name: 'About you' }).fill('<b>Tea</b>, mostly')
  await choose(dialog, photo)
  await dialog.locator('.portrait img').waitFor()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  await ann.getByText('You are signed in as Anna.').waitFor()

  const link = await rig.startRoom(ann)
  await ann.getByRole('textbox', { name: 'Message' }).fill('Hello')
  await ann.keyboard.press('Enter')
  const ben = await rig.person('Ben')
  await rig.enter(ben, link)
  const face = ben.getByRole('region', { name: 'Anna' }).locator('img.avatar')
  await expect.poll(() => face.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(128)
  await ben.getByRole('button', { name: 'About Anna' }).click()
  await ben.getByText('<b>Tea</b>, mostly').waitFor()
  await ben.getByRole('button', { name: 'Close', exact: true }).click()

  await rig.restart()
  // Weeks later: what a session held has run out, the browser is known.
  await ann.goto('about:blank')
  await ann.goto(rig.url)
  await ann.evaluate(() => sessionStorage.clear())
  await ann.reload()
  await (await profileOf(ann)).locator('.portrait img').waitFor()
  await ann.getByRole('button', { name: 'In this browser' }).click()
  await ann.getByRole('heading', { name: 'You signed out' }).waitFor()
  await ann.getByRole('button', { name: 'Come back' }).click()
  await ann.getByRole('textbox', { name: 'The others see you as' }).waitFor()
})

test('a picture that was shown goes, and the others see it go', async () => {
  await using rig = await open({}, remember)
  const ann = await signedIn(rig, 'Ann')
  const dialog = await profileOf(ann)
  await choose(dialog, Buffer.from('this is no picture'))
  await dialog.getByText('This file cannot be shown as a picture').waitFor()
  await choose(dialog, photo)
  await dialog.getByRole('button', { name: 'Remove it' }).waitFor()
  await dialog.getByRole('button', { name: 'Save' }).click()
  const link = await rig.startRoom(ann)
  const ben = await rig.person('Ben')
  await rig.enter(ben, link)
  const people = ben.getByRole('complementary', { name: 'People' })
  await people.locator('img.avatar').waitFor()
  const second = await ann.context().newPage()
  await second.goto(rig.url)
  await (await profileOf(second)).getByRole('button', { name: 'Remove it' }).click()
  await second.getByRole('button', { name: 'Save' }).click()
  await people.locator('img.avatar').waitFor({ state: 'detached' })
})

test('a link for another device signs it in, and the link before it is dead', async () => {
  await using rig = await open({}, remember)
  const first = await addUser(rig, 'Ann')
  const laptop = await rig.person(undefined)
  await laptop.goto(first)
  await (await profileOf(laptop)).getByRole('button', { name: 'Show a sign-in link' }).click()
  const own = await laptop.getByRole('textbox', { name: 'Your sign-in link' }).inputValue()
  await laptop.getByRole('img', { name: 'The link as a QR code' }).waitFor()
  // Into a page that is open as a guest.
  const phone = await rig.person('Somebody')
  await phone.goto(rig.url)
  await phone.getByRole('textbox', { name: 'The others see you as' }).waitFor()
  await phone.goto(own)
  await phone.getByText('You are signed in as Ann.').waitFor()
  const late = await rig.person(undefined)
  await late.goto(first)
  await late.getByRole('heading', { name: 'That sign-in does not work' }).waitFor()
  expect(late.url()).toBe(`${rig.url}/`)
  await late.getByRole('button', { name: 'Go on without' }).click()
  await late.getByRole('button', { name: 'Start a room' }).waitFor()
  await laptop.getByRole('button', { name: 'Everywhere' }).click()
  await phone.getByRole('heading', { name: 'You signed out' }).waitFor()
})

test('an account is asked for no name at the door of a room, also where its browser knows none', async () => {
  await using rig = await open({}, remember)
  const signIn = await addUser(rig, 'Ann')
  const laptop = await rig.person(undefined)
  await laptop.goto(signIn)
  await laptop.getByText('You are signed in as Ann.').waitFor()
  await rig.startRoom(laptop)
  await nameIt(laptop)
  const tablet = await rig.person(undefined)
  await tablet.goto(signIn)
  await myRoom(tablet).click()
  await field(tablet).waitFor()
  await tablet.evaluate(() => sessionStorage.clear())
  await tablet.goto(laptop.url())
  await field(tablet).waitFor()
})

test('whoever uses the page after an account finds nothing of what was its own', async () => {
  await using rig = await open({}, remember)
  const { person, signin } = await accountFor(rig.server, 'Ann')
  const owner = await ownerOf(rig.server)
  const { group } = await owner.ask({ type: 'group.make', name: 'Gardeners' })
  await owner.ask({ type: 'group.add', group, person })
  const page = await rig.person(undefined)
  const offered = async () => {
    await page.getByRole('button', { name: 'Start a room' }).click()
    await field(page).fill('@')
    await page.getByRole('option', { name: 'everyone' }).waitFor()
    const names = await page.locator('[role=option] .nick').allTextContents()
    await (await roomTool(page, 'Leave the room')).click()
    return names
  }
  await page.goto(`${rig.url}/#signin=${signin}`)
  await page.getByText('You are signed in as Ann.').waitFor()
  expect(await offered()).toEqual(['Gardeners', 'everyone', 'here'])
  // In the same page: it is not loaded anew.
  await profileOf(page)
  await page.getByRole('button', { name: 'In this browser' }).click()
  await page.getByRole('button', { name: 'Come back' }).click()
  expect(await offered()).toEqual(['everyone', 'here'])
})

test('an account that is removed while its page is open is told so', async () => {
  await using rig = await open({}, remember)
  const ann = await signedIn(rig, 'Ann')
  const link = await rig.startRoom(ann)
  const ben = await rig.person('Ben')
  await rig.enter(ben, link)
  const operator = await operatorOf(rig.server)
  const { users } = await operator.ask({ type: 'server.users' })
  await operator.ask({ type: 'server.user-remove', person: users[0]?.person as never })
  await ann.getByRole('heading', { name: 'Your account was removed' }).waitFor()
  await ben.getByRole('complementary', { name: 'People' }).getByText('Ann').waitFor({ state: 'detached' })
  await ann.getByRole('button', { name: 'Go on as a guest' }).click()
  await ann.goto(rig.url)
  await ann.getByRole('textbox', { name: 'The others see you as' }).waitFor()
})

test.each(['light', 'dark'] as const)(
  'the profile fits the smallest screen and everybody in %s',
  async colorScheme => {
    await using rig = await open({}, remember)
    const viewport = { width: 320, height: 568 }
    const long = 'A name that is as long as a name may be, which is long indeed 64'
    const ann = await signedIn(rig, long, { colorScheme, viewport, reducedMotion: 'reduce' })
    await profileOf(ann)
    await ann.getByRole('button', { name: 'Show a sign-in link' }).click()
    await ann.getByRole('textbox', { name: 'Your sign-in link' }).waitFor()
    expect(await faults(ann)).toEqual([])
    const inside = ann.getByRole('dialog').locator('.inside')
    expect(await inside.evaluate(box => box.scrollWidth <= box.clientWidth)).toBe(true)
    await ann.getByRole('button', { name: 'Close' }).click()
    expect(await faults(ann)).toEqual([])
    expect(await fits(ann)).toBe(true)
  },
)
