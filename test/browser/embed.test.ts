// A room in a frame of another site: the talk and nothing around it, and only where the config allows it.
// needs: chromium
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faults } from './looks.ts'
import { openBrowser, Rig, say, texts } from './rig.ts'
import { Site } from './site.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('a page of an allowed site shows a room and nothing around it, and its visitor talks there', async () => {
  await using place = await open()
  const { ann, link, site } = place
  const page = await place.visitor()
  await page.goto(site.showing({ src: embedded(link) }))
  const frame = page.frameLocator('iframe')
  await frame.getByText('Ann is here').waitFor()
  expect(await focused(page)).toBe('BODY')
  expect(await faultsInFrame(page)).toEqual([])
  await enter(frame, 'Ben')
  await write(frame, 'From the intranet')
  await ann.getByText('From the intranet').waitFor()
  await say(ann, 'Welcome')
  await frame.getByText('Welcome').waitFor()
  const around = /Share|Leave|settings|Name it|Search/
  expect(await frame.getByRole('button', { name: around }).count()).toBe(0)
  const links = frame.getByRole('link')
  expect(
    await links.evaluateAll(all =>
      all.map(one => [one.getAttribute('title'), (one as HTMLAnchorElement).href]),
    ),
  ).toEqual([['Open in a window', link]])
  expect(await faultsInFrame(page)).toEqual([])
  await page.reload()
  await frame.getByText('Welcome').waitFor()
  expect(await focused(page)).toBe('BODY')
  await write(frame, 'Still Ben')
  await ann.getByText('Still Ben').waitFor()
  expect(await ann.getByRole('complementary', { name: 'People' }).getByRole('listitem').count()).toBe(2)
})

test('who runs the room is in the frame without its settings, and alone there without a link to share', async () => {
  await using place = await open()
  const { ann, site } = place
  await ann.getByRole('button', { name: 'Share' }).click()
  await ann.getByRole('button', { name: 'Show the host link' }).click()
  const host = await ann.getByRole('textbox', { name: 'Host link' }).inputValue()
  const page = await place.visitor()
  await page.goto(site.showing({ src: embedded(host) }))
  const frame = page.frameLocator('iframe')
  await enter(frame, 'Cleo')
  await ann.getByText('Owner').nth(1).waitFor()
  await ann.keyboard.press('Escape')
  await ann.getByRole('button', { name: 'Leave the room' }).click()
  await frame.getByText('Nobody else is here right now').waitFor()
  expect(await frame.getByRole('switch').count()).toBe(0)
  const buttons = await frame.getByRole('button').evaluateAll(all => all.map(one => one.ariaLabel))
  expect(buttons).toEqual(['1 person, show', 'Attach files', 'Send'])
})

test('where the browser gives a frame no storage, its visitor comes in all the same, and again after a reload', async () => {
  await using place = await open({ host: '127.0.0.1' })
  const { ann, link, site } = place
  const page = await place.visitor()
  await page.goto(site.showing({ src: embedded(link) }))
  const frame = page.frameLocator('iframe')
  for (const name of ['Ben', 'Bea']) {
    await enter(frame, name)
    expect(await page.frames()[1]?.evaluate(hasStorage)).toBe(false)
    await write(frame, `Here is ${name}`)
    await ann.getByText(`Here is ${name}`).waitFor()
    await page.reload()
  }
  expect(await texts(ann)).toEqual(['Here is Ben', 'Here is Bea'])
})

test('who is removed in a frame may start again there, by the link that the site has put into it', async () => {
  await using place = await open()
  const { ann, link, site } = place
  const page = await place.visitor()
  await page.goto(site.showing({ src: embedded(link) }))
  const frame = page.frameLocator('iframe')
  await enter(frame, 'Ben')
  await ann.getByRole('button', { name: 'What to do with Ben' }).click()
  await ann.getByRole('button', { name: 'Remove' }).click()
  await frame.getByRole('heading', { name: 'You were removed from this room' }).waitFor()
  expect(await frame.getByText('Presence', { exact: true }).count()).toBe(0)
  await frame.getByRole('button', { name: 'Start again' }).click()
  await frame.getByRole('button', { name: 'Enter' }).click()
  await write(frame, 'Here again')
  await ann.getByText('Here again').waitFor()
})

test.each([
  ['a site that is not allowed', '/embed', false],
  ['an allowed site that takes the whole page', '', true],
])('%s shows nothing', async (_, below, allowed) => {
  await using place = await open({ allowed })
  const page = await place.visitor()
  const refused = page.waitForEvent('console', line => line.text().includes('frame-ancestors'))
  await page.goto(place.site.showing({ src: embedded(place.link, below) }))
  await refused
  const frame = page.frames()[1]
  expect(frame?.url()).toBe('chrome-error://chromewebdata/')
  expect(await frame?.getByRole('button', { name: 'Enter' }).count()).toBe(0)
})

test('in a frame that lets it do nothing the page says so, and leads into a window', async () => {
  await using place = await open()
  const page = await place.visitor()
  const src = embedded(place.link)
  await page.goto(
    place.site.showing({ src, sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox' }),
  )
  const frame = page.frameLocator('iframe')
  await frame.getByText('Presence could not start').waitFor()
  const opened = page.waitForEvent('popup')
  await frame.getByRole('link', { name: 'a window of its own' }).click()
  await (await opened).waitForURL(`${src}?`)
})

interface Wanted {
  readonly host?: 'localhost' | '127.0.0.1'
  readonly allowed?: boolean
}

/** Ann's room, and another site that may show it, or not. */
async function open({ host = 'localhost', allowed = true }: Wanted = {}) {
  const site = await Site.open(host)
  const rig = await Rig.open(browser, { web: { embedders: allowed ? [site.url] : [] } })
  const ann = await rig.person('Ann')
  const link = await rig.startRoom(ann)
  const contexts: BrowserContext[] = []
  /** Somebody new. Not one of the rig's, which go to no other site. */
  async function visitor(): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })
    contexts.push(context)
    context.setDefaultTimeout(8000)
    return context.newPage()
  }
  return {
    ...{ site, ann, link, visitor },
    async [Symbol.asyncDispose]() {
      await Promise.all(contexts.map(context => context.close()))
      await rig[Symbol.asyncDispose]()
      await site[Symbol.asyncDispose]()
    },
  }
}

function embedded(link: string, below = '/embed'): string {
  const url = new URL(link)
  return url.origin + below + url.pathname + url.hash
}

async function enter(frame: FrameLocator, name: string): Promise<void> {
  await frame.getByRole('textbox', { name: 'Your name' }).fill(name)
  await frame.getByRole('button', { name: 'Enter' }).click()
  await frame.getByRole('textbox', { name: 'Message', exact: true }).waitFor()
}

async function write(frame: FrameLocator, text: string): Promise<void> {
  const field = frame.getByRole('textbox', { name: 'Message', exact: true })
  await field.fill(text)
  await field.press('Enter')
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName)

function hasStorage(): boolean {
  try {
    return Boolean(localStorage)
  } catch {
    return false
  }
}

/** In the frame itself, as the site around it is not ours. */
const faultsInFrame = async (page: Page) => faults(page.frames()[1] ?? page)
