// Ends and dead ends: each has one screen that says what happened and leads on, for every eye and on any screen.
// needs: chromium
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inChromium } from './chromium.ts'
import { faults, fits } from './looks.ts'

const open = inChromium()

const small = { viewport: { width: 320, height: 568 }, colorScheme: 'dark', reducedMotion: 'reduce' } as const

test.each([
  ['superseded', 'This was opened elsewhere', 'Use it here'],
  ['hello.version', 'There is a newer version', 'Reload'],
  ['signin.failed', 'That sign-in does not work', 'Go on without'],
  ['sockets.many', 'Too many pages are open', 'Try again'],
  ['session.ended', 'You signed out', 'Come back'],
  ['account.ended', 'Your account was removed', 'Go on as a guest'],
])('who is met with %s reads that, and goes on by one button', async (code, title, next) => {
  await using rig = await open()
  const ann = await rig.person('Ann', small)
  const link = await rig.startRoom(await rig.person('Ben'))
  const no = await refuse(ann, 'hello', code)
  await ann.goto(link)
  await looksRight(ann, title)
  no.over()
  await ann.getByRole('button', { name: next }).click()
  await ann.getByText('Ben is here').waitFor()
})

test.each([
  ['server.full', 'The server is full', 'Try again'],
  ['store.away', 'The server cannot reach its memory right now', 'Try again'],
  ['room.full', 'This room is full', 'Try again'],
  ['a.code.of.tomorrow', 'That did not work', 'Try again'],
])('who wants in and is met with %s reads that, and may try again', async (code, title, again) => {
  await using rig = await open()
  const ann = await rig.person('Ann', small)
  const link = await rig.startRoom(await rig.person('Ben'))
  const no = await refuse(ann, 'room.join', code)
  await ann.goto(link)
  await ann.getByRole('button', { name: 'Enter' }).click()
  await looksRight(ann, title)
  no.over()
  await ann.getByRole('button', { name: again }).click()
  await ann.getByRole('textbox', { name: 'Message', exact: true }).waitFor()
})

test('an address where nothing is says so, and leads to the start', async () => {
  await using rig = await open()
  const ann = await rig.person('Ann', small)
  const answer = await ann.goto(`${rig.url}/room/garden`)
  expect(answer?.status()).toBe(404)
  await looksRight(ann, 'There is nothing at this address')
  await ann.getByRole('button', { name: 'Go to the start' }).click()
  await ann.getByRole('button', { name: 'Start a room' }).waitFor()
  expect(ann.url()).toBe(`${rig.url}/`)
})

test('a browser that is too old, and one that runs nothing, are told what is missing', async () => {
  await using rig = await open()
  const old = await rig.person('Ann', small)
  await old.addInitScript(() => {
    delete (String.prototype as unknown as Record<string, unknown>).isWellFormed
  })
  await old.goto(rig.url)
  await looksRight(old, 'This browser is too old')
  const still = await rig.person(undefined, { ...small, javaScriptEnabled: false })
  await still.goto(rig.url)
  // Playwright looks for no text in there.
  const words = still.locator('noscript p')
  expect(await words.isVisible()).toBe(true)
  expect(await words.textContent()).toContain('Presence needs JavaScript')
  expect(await still.getByText('Presence could not start').isVisible()).toBe(false)
  const broken = await rig.person('Ben', small)
  await broken.route('**/*.js', route => route.abort())
  await broken.goto(rig.url)
  await broken.getByText('Presence could not start').waitFor()
  expect(await broken.getByRole('link').evaluate(one => (one as HTMLAnchorElement).href)).toBe(`${rig.url}/?`)
})

async function looksRight(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { name: title }).waitFor()
  expect(await faults(page)).toEqual([])
  expect(await fits(page)).toBe(true)
}

/** Answers in place of the server, until it is over. */
async function refuse(page: Page, type: string, code: string) {
  let refuses = true
  await page.routeWebSocket(/\/ws$/, socket => {
    const server = socket.connectToServer()
    socket.onMessage(message => {
      const text = message.toString()
      if (!refuses || !text.includes(`"type":"${type}"`)) return server.send(message)
      const ref = /"ref":(\d+)/.exec(text)?.[1]
      const answer = { type: 'refused', code, text: 'No.', retry: false, ref: ref && Number(ref) }
      socket.send(JSON.stringify(answer))
      // As these noes do.
      if (type === 'hello') void socket.close()
    })
  })
  return { over: () => (refuses = false) }
}
