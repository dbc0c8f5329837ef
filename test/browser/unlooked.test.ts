// A page that nobody looks at, because another tab is in front of it: what it shows and says then.
// needs: chromium
import type { Browser } from 'playwright-core'
import puppeteer, { type Page, type Browser as Puppet } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signInByToken, tokenFor } from '../support/accounts.ts'
import { Person } from '../support/person.ts'
import { CHROMIUM, FLAGS } from './flags.ts'
import { click, shows, textIn } from './puppets.ts'
import { openBrowser, Rig } from './rig.ts'
import { account, nameIt } from './steps.ts'

/** Playwright lets every page believe that it is looked at; this one does not. */
let puppet: Puppet
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
  puppet = await puppeteer.launch({ executablePath: CHROMIUM, args: FLAGS, headless: true })
})
afterAll(() => Promise.all([browser.close(), puppet.close()]))

interface Noted {
  readonly title: string
  readonly body: string
  readonly open: boolean
}

/** A page whose notifications are noted, in a browser that allows them. */
async function open(url: string): Promise<{ page: Page; front: () => Promise<void> }> {
  const context = await puppet.createBrowserContext()
  await context.overridePermissions(new URL(url).origin, ['notifications'])
  const page = await context.newPage()
  await page.evaluateOnNewDocument(() => {
    const noted: object[] = []
    const Real = Notification
    class Noting extends Real {
      constructor(title: string, options: NotificationOptions) {
        super(title, options)
        const note = {
          title,
          body: options.body,
          open: true,
          click: () => this.onclick?.(new Event('click')),
        }
        noted.push(note)
        this.close = () => {
          note.open = false
          super.close()
        }
      }
    }
    Object.assign(window, { noted, Notification: Noting })
  })
  await page.goto(url)
  const other = await context.newPage()
  const front = async () => {
    await other.bringToFront()
    await page.waitForFunction(() => document.visibilityState === 'hidden')
  }
  await page.bringToFront()
  return { page, front }
}

const noted = (page: Page) => page.evaluate(() => (window as unknown as { noted: Noted[] }).noted)
const told = async (page: Page) => (await noted(page)).map(({ title, body }) => [title, body])
const sign = (page: Page) => page.$eval('link[rel="icon"]', link => link.getAttribute('href'))
const title = (page: Page, now: string) => expect.poll(() => page.title()).toBe(now)

async function switchOn(page: Page): Promise<void> {
  await click(page, 'Your settings')
  await page.locator('::-p-aria([name="Notifications"][role="checkbox"])').click()
  await shows(page, 'It is on.')
  await page.keyboard.press('Escape')
}

test('behind another tab the title and the icon say what was not seen, and who is meant is called once', async () => {
  await using rig = await Rig.open(browser)
  const { page: ann, front } = await open(rig.url)
  await click(ann, 'Start a room')
  const link = new URL(await textIn(ann, 'Link to this room')).pathname
  await switchOn(ann)
  const ben = await Person.come(rig.server, { name: 'Ben' })
  const { id: room, members } = await ben.enter(link)
  const [{ person }] = members.filter(({ name }) => name !== 'Ben') as [(typeof members)[number]]
  let calls = 0
  const call = (text: string) => {
    const key = `the-call-${calls++}` as never
    return ben.ask({ type: 'chat.send', room, key, text, mentions: { people: [person] } })
  }
  await ben.say(room, 'Looked at')
  await shows(ann, 'Looked at')
  await title(ann, 'Unnamed room · Presence')

  await front()
  await ben.say(room, 'Not looked at')
  await title(ann, '(1) Unnamed room · Presence')
  expect(await sign(ann)).toBe('/unseen.svg')
  const oh = await call('Oh')
  await ben.ask({ type: 'chat.delete', room, id: oh.id })
  for (const text of ['Come', 'and look']) await call(text)
  await title(ann, '(3) Unnamed room · Presence')
  const both = ['2 messages for you in Unnamed room', 'Ben: and look']
  await expect.poll(() => told(ann)).toEqual([both])

  // Back on the line: what was missed is told, and nothing twice.
  rig.cut()
  await shows(ann, 'Reconnecting')
  await call('Where are you?')
  rig.mend()
  await title(ann, '(4) Unnamed room · Presence')
  await expect
    .poll(() => told(ann))
    .toEqual([both, ['3 messages for you in Unnamed room', 'Ben: Where are you?']])

  await ann.bringToFront()
  await title(ann, 'Unnamed room · Presence')
  await expect.poll(() => sign(ann)).toBe('/icon.svg')
  expect((await noted(ann)).map(({ open }) => open)).toEqual([false, false])
})

test('who is written to alone is called, and a click brings him there', async () => {
  await using rig = await Rig.open(browser, signInByToken, { remember: true })
  const ben = await account(rig, 'Benedikt')
  const link = await rig.startRoom(ben)
  await nameIt(ben)
  const { page: ann, front } = await open(`${rig.url}/#token=${tokenFor('Annika')}`)
  await shows(ann, 'You are signed in as Annika.')
  await switchOn(ann)
  await ann.goto(link)
  await click(ann, 'Enter')
  await ann.waitForSelector('.composer')
  await front()
  await ben.getByRole('button', { name: 'What to do with Annika' }).click()
  await ben.getByRole('button', { name: 'Write to this person' }).click()
  await ben.getByText('Only you and Annika can read what is said here.').waitFor()
  await ben.getByRole('textbox', { name: 'Message', exact: true }).fill('Psst')
  await ben.keyboard.press('Enter')
  await expect.poll(() => told(ann)).toEqual([['Benedikt', 'wrote to you']])
  await ann.evaluate(() => (window as unknown as { noted: { click: () => void }[] }).noted[0]?.click())
  await shows(ann, 'Psst')
  expect((await noted(ann))[0]?.open).toBe(false)
})

test.each([
  ['denied', 'Your browser forbids it for this page.'],
  ['default', 'Your browser has asked and got no answer.'],
])('nobody is asked before he wants it, and is told when the answer is %s', async (answer, sentence) => {
  await using rig = await Rig.open(browser)
  const ann = await rig.person('Ann')
  await ann.addInitScript(answer => {
    const now = { permission: 'default', asked: 0 }
    Object.defineProperty(Notification, 'permission', { get: () => now.permission })
    Notification.requestPermission = async () => {
      now.asked++
      now.permission = answer
      return answer as NotificationPermission
    }
    Object.assign(window, { now })
  }, answer)
  const asked = () => ann.evaluate(() => (window as unknown as { now: { asked: number } }).now.asked)
  await rig.startRoom(ann)
  await ann.getByRole('button', { name: 'Your settings' }).click()
  expect(await asked()).toBe(0)
  const box = ann.getByRole('checkbox', { name: 'Notifications' })
  await box.click()
  await ann.getByText(sentence).waitFor()
  expect(await asked()).toBe(1)
  expect(await box.isChecked()).toBe(false)
})
