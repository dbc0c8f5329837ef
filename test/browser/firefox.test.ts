// The same room in another browser: what is walked through in Chromium works in Firefox, and between the two.
// needs: chromium firefox
import type { Browser } from 'playwright-core'
import type { Browser as Firefox } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFirefox } from './firefox.ts'
import { click, shows, textIn, write } from './puppets.ts'
import { openBrowser, Rig, say, texts } from './rig.ts'

let chromium: Browser
let firefox: Firefox
beforeAll(async () => {
  chromium = await openBrowser()
  firefox = await openFirefox()
})
afterAll(() => Promise.all([chromium.close(), firefox.close()]))

test('a room is started in Firefox, a guest comes by its link in Chromium, and both stay over reload and restart', async () => {
  await using rig = await Rig.open(chromium)
  const ann = await firefox.newPage()
  const faults: string[] = []
  ann.on('pageerror', error => faults.push(String(error)))
  await ann.goto(rig.url)
  await click(ann, 'Start a room')
  const link = await textIn(ann, 'Link to this room')
  const ben = await rig.person('Ben')
  await rig.enter(ben, link)
  await say(ben, 'Hello from Chromium')
  await shows(ann, 'Hello from Chromium')
  await write(ann, 'Hello from Firefox')
  await ben.getByText('Hello from Firefox').waitFor()
  await ann.reload()
  await shows(ann, 'Hello from Firefox')
  await rig.restart()
  await shows(ann, 'The server was restarted. What was said before is only on your screen.')
  await say(ben, 'Still here')
  await shows(ann, 'Still here')
  await write(ann, 'So am I')
  await ben.getByText('So am I').waitFor()
  expect(await texts(ben)).toEqual(['Hello from Chromium', 'Hello from Firefox', 'Still here', 'So am I'])
  expect(faults).toEqual([])
  await ann.close()
})
