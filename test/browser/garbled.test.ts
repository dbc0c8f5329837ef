// A server, or something on the way to it, says what is broken: the page stays, shows nothing by halves, and finds back.
// needs: chromium
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inChromium } from './chromium.ts'
import { say, texts } from './rig.ts'

const open = inChromium()

/** Stands between a page and the server: changes what the server says, and says things of its own. */
async function between(page: Page) {
  const way = { change: (frame: string) => frame, whisper: (_frame: string) => {} }
  await page.routeWebSocket(/\/ws$/, socket => {
    const server = socket.connectToServer()
    server.onMessage(frame => socket.send(way.change(String(frame))))
    way.whisper = frame => socket.send(frame)
  })
  return way
}

test('what arrives broken is asked for anew, and broken words of every kind change nothing', async () => {
  await using rig = await open()
  const ann = await rig.person('Ann')
  const warnings: string[] = []
  ann.on('console', line => line.type() === 'warning' && warnings.push(line.text()))
  const way = await between(ann)
  const link = await rig.startRoom(ann)
  const room = new URL(ann.url()).pathname.split('/')[2]
  const ben = await rig.person('Ben')
  await rig.enter(ben, link)
  await ann.getByRole('complementary', { name: 'People' }).getByText('Ben').waitFor()

  let changed = false
  way.change = frame => {
    if (changed || !frame.includes('"chat.said"')) return frame
    changed = true
    return frame.replace('"text":"First"', '"text":{"first":true}')
  }
  await say(ben, 'First')
  await ann.getByText('First').waitFor()
  expect(changed).toBe(true)

  const said = {
    type: 'chat.said',
    room,
    id: 'message0001',
    seq: 99,
    key: 'k',
    by: 'person0001',
    name: 'Eve',
    at: 1,
  }
  for (const broken of [
    ...[null, 7, 'text', [], {}, { type: 7 }, { type: '__proto__' }, { type: 'constructor' }],
    ...[
      { type: 'call.started', room },
      { type: 'call.started', room },
      { type: 'call.started', room },
    ],
    ...[
      said,
      { ...said, text: null },
      { ...said, text: 'half', at: 'now' },
      { ...said, text: 'half', name: {} },
    ],
    ...[
      { ...said, text: 'half', at: 1e300 },
      { ...said, text: 'half', files: [{ name: 'x' }], seq: '9' },
    ],
    ...[{ type: 'room.entered' }, { type: 'room.entered', room: { id: room, members: 'all' } }],
    ...[
      { type: 'room.changed', room, settings: { topic: [] } },
      { type: 'room.joined', room, member: null },
    ],
    ...[{ type: 'refused' }, { type: 'done' }, { type: 'room.out', room, code: 7 }, { type: 'welcome' }],
  ])
    way.whisper(JSON.stringify(broken))
  await say(ben, 'Second')
  await ann.getByText('Second').waitFor()
  // It is not even a word.
  way.whisper('{"type":')
  await say(ann, 'Third')
  await ben.getByText('Third').waitFor()
  await ann.locator('.message.pending').waitFor({ state: 'detached' })
  expect(await texts(ann)).toEqual(['First', 'Second', 'Third'])
  expect(await texts(ben)).toEqual(['First', 'Second', 'Third'])
  expect(await ann.getByRole('heading', { level: 1 }).textContent()).toBe('Unnamed room')
  expect(warnings.filter(text => text.includes('call.started'))).toHaveLength(1)
  expect(warnings.filter(text => text.includes('chat.said'))).toHaveLength(1)
})

test('a message that cannot be drawn stands alone, and a page that cannot be is loaded again with all that was there', async () => {
  await using rig = await open()
  const ann = await rig.person('Ann')
  await ann.addInitScript(() => {
    const split = String.prototype.split as (...how: unknown[]) => string[]
    const poisoned = function (this: string, ...how: unknown[]) {
      if (String(this) === 'Poison') throw new Error('poisoned')
      return split.apply(this, how)
    }
    Object.defineProperty(String.prototype, 'split', { value: poisoned })
  })
  const link = await rig.startRoom(ann)
  const [ben, cleo] = [await rig.person('Ben'), await rig.person('Cleo')]
  for (const page of [ben, cleo]) await rig.enter(page, link)
  for (const text of ['Before', 'Poison', 'After']) await say(ben, text)
  await ann.getByText('After').waitFor()
  await ann.getByText('This message cannot be shown').waitFor()
  expect(await texts(ann)).toEqual(['Before', 'After'])

  await ann.getByRole('textbox', { name: 'Message', exact: true }).fill('Half a sen')
  await ann.evaluate(() => {
    Date.prototype.toISOString = () => {
      throw new Error('no more dates')
    }
  })
  // Of somebody else: what Ben said first is not drawn anew.
  await say(cleo, 'One more')
  await ann.getByRole('heading', { name: 'Something went wrong on this page' }).waitFor()
  await ann.getByRole('button', { name: 'Reload the page' }).click()
  await ann.getByText('One more').waitFor()
  expect(await ann.getByRole('textbox', { name: 'Message', exact: true }).inputValue()).toBe('Half a sen')
})
