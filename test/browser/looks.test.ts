// What everybody should be able to see and use: by any sense, on any screen; and that text is text.
// needs: chromium
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { texts as english } from '../../client/language/en.ts'
import { texts as french } from '../../client/language/fr.ts'
import { inChromium } from './chromium.ts'
import { cut, faults, fits } from './looks.ts'
import { say, texts } from './rig.ts'
import { leave, lookFor, makeAdmin, roomTool, searchOf } from './steps.ts'

const open = inChromium()

test.each([
  { colorScheme: 'light', contrast: 'no-preference' },
  { colorScheme: 'dark', contrast: 'no-preference' },
  { colorScheme: 'light', contrast: 'more' },
  { colorScheme: 'dark', contrast: 'more' },
] as const)('axe finds nothing wrong on any screen: $colorScheme, contrast $contrast', async look => {
  await using rig = await open()
  // Half faded in, colours are not what they will be.
  const looks = { ...look, reducedMotion: 'reduce' } as const
  const ann = await rig.person('Ann', looks)
  await ann.goto(rig.url)
  await ann.getByRole('button', { name: 'Start a room' }).waitFor()
  expect(await faults(ann)).toEqual([])
  await ann.getByRole('button', { name: 'Your settings' }).click()
  await ann.getByRole('button', { name: 'Show all shortcuts' }).waitFor()
  expect(await faults(ann)).toEqual([])
  await ann.getByRole('button', { name: 'Show all shortcuts' }).click()
  await ann.getByRole('dialog', { name: 'Shortcuts' }).waitFor()
  expect(await faults(ann)).toEqual([])
  await ann.keyboard.press('Escape')
  await ann.getByRole('dialog', { name: 'Shortcuts' }).waitFor({ state: 'detached' })
  await ann.keyboard.press('Escape')
  const link = await rig.startRoom(ann)
  expect(await faults(ann)).toEqual([])
  const ben = await rig.person('Ben', looks)
  await ben.goto(link)
  await ben.getByText('Ann is here').waitFor()
  expect(await faults(ben)).toEqual([])
  await ben.getByRole('button', { name: 'Enter' }).click()
  await say(ben, 'Hello https://example.org')
  await ann.getByRole('link', { name: 'https://example.org' }).waitFor()
  expect(await faults(ann)).toEqual([])
  const message = ann.getByRole('article')
  await message.hover()
  await message.getByRole('button', { name: 'React', exact: true }).click()
  await ann.getByRole('dialog').waitFor()
  expect(await faults(ann)).toEqual([])
  await ann.getByRole('button', { name: 'party', exact: true }).click()
  await message.getByRole('list', { name: 'Reactions' }).waitFor()
  await message.hover()
  await message.getByRole('button', { name: 'Pin' }).click()
  await ann.getByRole('region', { name: 'Pinned message' }).waitFor()
  await message.getByRole('button', { name: 'Answer' }).click()
  await ann.getByText('Answer to Ben').waitFor()
  expect(await faults(ann)).toEqual([])
  await ann.keyboard.press('Escape')
  await lookFor(ann, 'hello')
  await searchOf(ann).getByRole('listitem').waitFor()
  expect(await faults(ann)).toEqual([])
  await ann.keyboard.press('Escape')
  await ann.getByRole('button', { name: 'Share' }).click()
  await ann.getByRole('dialog').waitFor()
  expect(await faults(ann)).toEqual([])
  await ann.getByRole('button', { name: 'Make a personal link' }).click()
  const make = ann.getByRole('button', { name: 'Make the link' })
  await make.waitFor()
  expect(await faults(ann)).toEqual([])
  await make.click()
  await ann.getByText('not used yet').waitFor()
  expect(await faults(ann)).toEqual([])
  await ann.keyboard.press('Escape')
  await ann.getByRole('switch', { name: 'Lock the room' }).click()
  const cleo = await rig.person('Cleo', looks)
  await cleo.goto(link)
  await cleo.getByRole('button', { name: 'Enter' }).click()
  await cleo.getByRole('button', { name: 'Ask to be let in' }).click()
  await ann.getByText('Cleo would like to come in').waitFor()
  expect(await faults(cleo)).toEqual([])
  expect(await faults(ann)).toEqual([])
  await ann.getByRole('button', { name: 'Not now' }).click()
  await cleo.getByRole('heading', { name: 'Nobody let you in' }).waitFor()
  expect(await faults(cleo)).toEqual([])
})

test.each(['light', 'dark'] as const)(
  'a room that stays looks right on the smallest screen in %s',
  async colorScheme => {
    await using rig = await open({}, { remember: true })
    const viewport = { width: 320, height: 568 }
    const ann = await rig.person('Ann', { colorScheme, viewport, reducedMotion: 'reduce' })
    const looksRight = async () => {
      expect(await faults(ann)).toEqual([])
      expect(await fits(ann)).toBe(true)
    }
    const link = await rig.startRoom(ann)
    await say(ann, 'Hello')
    await ann.getByRole('button', { name: 'Name it' }).click()
    await ann
      .getByRole('textbox', { name: 'Name of the room' })
      .fill('Plans of the quite long named '.repeat(2))
    await looksRight()
    await ann.keyboard.press('Enter')
    await ann.getByText('it stays from now on').waitFor()
    await looksRight()
    const ben = await rig.person('Ben')
    await rig.enter(ben, link)
    await ann.getByRole('button', { name: '2 people, show' }).click()
    await makeAdmin(ann, 'Ben')
    await say(ben, 'word'.repeat(60))
    await leave(ben)
    await ann.getByRole('heading', { name: 'Not here now' }).waitFor()
    await looksRight()
    await ann.getByRole('button', { name: 'Close the list of people' }).click()
    await lookFor(ann, 'hello')
    await searchOf(ann).getByRole('listitem').waitFor()
    await looksRight()
    await ann.getByRole('button', { name: 'Close the search' }).click()
    await (await roomTool(ann, 'Your settings')).click()
    await ann.getByRole('dialog').waitFor()
    await looksRight()
    await ann.keyboard.press('Escape')
    await (await roomTool(ann, 'Leave the room')).click()
    await ann.getByRole('dialog').waitFor()
    await looksRight()
    await ann.getByRole('button', { name: 'Go home' }).click()
    await ann.getByRole('region', { name: 'Your rooms' }).getByRole('link').waitFor()
    await looksRight()
  },
)

const phones = [
  { width: 390, height: 844 },
  { width: 320, height: 568 },
]
/** French has the longest words. */
const languages = [
  { locale: 'en-GB', t: english },
  { locale: 'fr-FR', t: french },
]

test.each(phones.flatMap(viewport => languages.map(language => ({ ...viewport, ...language }))))(
  'a screen of $width by $height holds everything in $locale without scrolling sideways',
  async ({ width, height, locale, t }) => {
    await using rig = await open()
    const phone = { viewport: { width, height }, hasTouch: true, isMobile: true, locale }
    const ann = await rig.person('Ann', phone)
    const holds = async (page = ann) => {
      expect(await fits(page)).toBe(true)
      expect(await cut(page)).toEqual([])
    }
    const press = (name: string) => ann.getByRole('button', { name, exact: true }).click()
    await ann.goto(rig.url)
    await ann.getByRole('button', { name: t.home.start }).waitFor()
    await holds()
    const link = await rig.startRoom(ann, t)
    await holds()
    const ben = await rig.person('Benjamin the quite long named', phone)
    await ben.goto(link)
    await ben.getByText(t.door.isHere('Ann')).waitFor()
    await holds(ben)
    await rig.enter(ben, link, t)
    await say(ben, `https://example.org/${'long'.repeat(60)} ${'word'.repeat(60)}`)
    await ann.getByText('wordword').waitFor()
    await holds()
    await press(t.people.show(2))
    await ann.getByRole('complementary', { name: t.people.title }).getByText('Benjamin').waitFor()
    await holds()
    await press(t.people.closeList)
    for (const [name, title] of [
      [t.room.share, t.links.title],
      [t.room.settings, t.room.settings],
      [t.own.title, t.own.title],
    ] as const) {
      await (await roomTool(ann, name, t.page.more)).click()
      await ann.getByRole('dialog', { name: title }).waitFor()
      await holds()
      await press(t.page.close)
    }
  },
)

test('the first look costs at most 90 KiB in every language', async () => {
  await using rig = await open()
  const page = await (await fetch(rig.server.url)).text()
  const named = (by: RegExp) => [...page.matchAll(by)].flatMap(match => match[1] ?? [])
  const always = named(/ (?:src|href)="(\/assets\/[^"]+)"/g)
  expect(always.length).toBeGreaterThan(2)
  const sizeOf = async (name: string) => gzipSync(await (await fetch(rig.server.url + name)).bytes()).length
  const size = (await Promise.all(always.map(sizeOf))).reduce((sum, one) => sum + one)
  const languages = await Promise.all(named(/ data-\w\w="(\/assets\/[^"]+)"/g).map(sizeOf))
  expect(languages).toHaveLength(3)
  expect(size + Math.max(...languages)).toBeLessThan(90 * 1024)
})

const hostile = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '"><svg onload=alert(1)>',
  'javascript:alert(1)',
  '[click](javascript:alert(1))',
  '<a href="javascript:alert(1)">https://example.org</a>',
  'https://example.org/"onmouseover="alert(1)',
  '{{constructor.constructor("alert(1)")()}}',
]

test('hostile names, topics and messages are shown as the text that they are', async () => {
  await using rig = await open()
  const name = '<img src=x onerror=alert(1)>'
  const ann = await rig.person(name)
  const alerts: string[] = []
  ann.on('dialog', dialog => {
    alerts.push(dialog.message())
    void dialog.dismiss()
  })
  const link = await rig.startRoom(ann)
  await ann.getByRole('button', { name: 'Unnamed room' }).click()
  await ann.getByRole('textbox', { name: 'What the room is about' }).fill('<b onclick=alert(1)>Garden</b>')
  await ann.keyboard.press('Enter')
  await ann.getByRole('heading', { name: '<b onclick=alert(1)>Garden</b>' }).waitFor()
  for (const text of hostile) await say(ann, text)
  await ann.getByText('Sending…').first().waitFor({ state: 'detached' })
  const ben = await rig.person('Ben')
  await ben.goto(link)
  await ben.getByText(`${name} is here`).waitFor()
  await rig.enter(ben, link)
  expect(await texts(ben)).toEqual(hostile)
  for (const page of [ann, ben]) {
    expect(await page.locator('main img, main script, main b, [onclick], [onerror], [onload]').count()).toBe(
      0,
    )
    const schemes = await page
      .locator('main a')
      .evaluateAll(links => links.map(one => (one as HTMLAnchorElement).protocol))
    expect(schemes.every(scheme => scheme === 'https:')).toBe(true)
  }
  expect(alerts).toEqual([])
})
