// The line to the server breaks, or the server is restarted: places are kept and nothing is said twice.
// needs: chromium
import { expect, test } from 'vitest'
import { inChromium } from './chromium.ts'
import { say, texts } from './rig.ts'

const open = inChromium()

test('what is written while the line is lost arrives once, in order', async () => {
  await using rig = await open()
  const ann = await rig.person('Ann')
  const link = await rig.startRoom(ann)
  const ben = await rig.person('Ben')
  await rig.enter(ben, link)
  await say(ann, 'Before')
  await ben.getByText('Before').waitFor()
  rig.cut()
  await ann.getByText('Reconnecting… your place is kept').waitFor()
  await say(ann, 'Written meanwhile')
  await say(ann, 'And this')
  expect(await ann.getByText('Waits for the connection').count()).toBe(2)
  rig.mend()
  await ben.getByText('And this').waitFor()
  await ann.getByText('Waits for the connection').first().waitFor({ state: 'detached' })
  await say(ben, 'Got it')
  await ann.getByText('Got it').waitFor()
  const all = ['Before', 'Written meanwhile', 'And this', 'Got it']
  expect(await texts(ben)).toEqual(all)
  expect(await texts(ann)).toEqual(all)
})

test('what waits for the line is not lost by a reload, and arrives once', async () => {
  await using rig = await open()
  const [ann, ben] = await rig.together('Ann', 'Ben')
  const address = ann.url()
  await say(ann, 'Before')
  await ben.getByText('Before').waitFor()
  rig.cut()
  await ann.getByText('Reconnecting').waitFor()
  await say(ann, 'Written meanwhile')
  await ann.getByText('Waits for the connection').waitFor()
  // The page is gone before anything answers.
  await ann.goto('about:blank')
  rig.mend()
  await ann.goto(address)
  await ben.getByText('Written meanwhile').waitFor()
  await ann.locator('.message:not(.pending)', { hasText: 'Written meanwhile' }).waitFor()
  await ann.reload()
  await say(ann, 'After')
  await ben.getByText('After').waitFor()
  const all = ['Before', 'Written meanwhile', 'After']
  expect(await texts(ben)).toEqual(all)
  expect(await texts(ann)).toEqual(all)
})

test('the server is restarted under them: the same room, people and link are back, and a line says what is gone', async () => {
  await using rig = await open()
  const ann = await rig.person('Ann')
  const link = await rig.startRoom(ann)
  const ben = await rig.person('Ben')
  await rig.enter(ben, link)
  await say(ben, 'Before the restart')
  await ann.getByText('Before the restart').waitFor()
  const address = ann.url()
  await rig.restart()
  const line = 'The server was restarted. What was said before is only on your screen.'
  await ann.getByText(line).waitFor()
  await ben.getByText(line).waitFor()
  await say(ann, 'Still here')
  await ben.getByText('Still here').waitFor()
  await say(ben, 'Me too')
  await ann.getByText('Me too').waitFor()
  expect(await texts(ann)).toEqual(['Before the restart', 'Still here', 'Me too'])
  expect(await texts(ben)).toEqual(['Before the restart', 'Still here', 'Me too'])
  expect(ann.url()).toBe(address)
  const people = ann.getByRole('complementary', { name: 'People' }).getByRole('listitem')
  expect((await people.allTextContents()).sort()).toEqual(['AnnYou · Owner', 'Ben'])
  const cleo = await rig.person('Cleo')
  await rig.enter(cleo, link)
  expect(await texts(cleo)).toEqual(['Still here', 'Me too'])
})

test('the same page opened twice goes on where it was opened last, and can be taken back', async () => {
  await using rig = await open()
  const ann = await rig.person('Ann')
  await rig.startRoom(ann)
  await say(ann, 'Only once')
  await ann.getByText('Sending…').waitFor({ state: 'detached' })
  const place = () => ann.evaluate(() => sessionStorage.getItem('presence.place') ?? '')
  await expect.poll(place).toContain('"cursor"')
  const twin = await ann.context().newPage()
  await twin.addInitScript(given => sessionStorage.setItem('presence.place', given), await place())
  await twin.goto(ann.url())
  await twin.getByText('Only once').waitFor()
  await ann.getByRole('heading', { name: 'This was opened elsewhere' }).waitFor()
  await ann.getByRole('button', { name: 'Use it here' }).click()
  await ann.getByText('Only once').waitFor()
  await twin.getByRole('heading', { name: 'This was opened elsewhere' }).waitFor()
})

test('a network that breaks WebSockets is passed by plain requests, where the server allows them', async () => {
  await using rig = await open({ web: { polling: true } })
  rig.breakWebSockets()
  const ann = await rig.person('Ann')
  const link = await rig.startRoom(ann)
  const ben = await rig.person('Ben')
  await rig.enter(ben, link)
  await say(ann, 'By other means')
  await ben.getByText('By other means').waitFor()
})

test('one page too many is told so, and can try again', async () => {
  await using rig = await open({ limits: { socketsPerAddress: 1 } })
  const ann = await rig.person('Ann')
  await rig.startRoom(ann)
  const ben = await rig.person('Ben')
  await ben.goto(rig.url)
  await ben.getByRole('heading', { name: 'Too many pages are open' }).waitFor()
  await ann.close()
  // The server may need a moment to see that the other page is gone.
  const start = ben.getByRole('button', { name: 'Start a room' })
  const again = ben.getByRole('button', { name: 'Try again' })
  await expect
    .poll(async () => {
      if (!(await start.isVisible())) await again.click({ timeout: 300 })
      return start.isVisible()
    })
    .toBe(true)
  await start.click()
  await ben.getByText('You are in. Bring the others.').waitFor()
})

test('blocked storage leaves a page that works', async () => {
  await using rig = await open()
  const ann = await rig.person(undefined)
  await ann.addInitScript(() => {
    const no = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
    Object.defineProperty(window, 'localStorage', { get: no })
    Object.defineProperty(window, 'sessionStorage', { get: no })
  })
  await rig.startRoom(ann)
  await say(ann, 'It works')
  await ann.getByText('It works').waitFor()
})
