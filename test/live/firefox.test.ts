// A call between browsers of different make: Firefox and Chromium see and hear each other, whoever came first.
// needs: chromium firefox
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFirefox } from '../browser/firefox.ts'
import { click, shows, textIn } from '../browser/puppets.ts'
import { caller, flows, goLive, inCalls, noteConnections, seen, tile } from './live.ts'

/** A camera and a microphone that are none, for which nobody is asked. */
const DEVICES = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.peerconnection.ice.loopback': true,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
  'media.autoplay.default': 0,
  'media.autoplay.blocking_policy': 0,
}

const open = inCalls()
let firefox: Browser
beforeAll(async () => {
  firefox = await openFirefox(DEVICES)
})
afterAll(() => firefox.close())

async function foxes(faults: string[]): Promise<Page> {
  const page = await firefox.newPage()
  page.on('pageerror', error => faults.push(String(error)))
  await page.evaluateOnNewDocument(noteConnections)
  await page.evaluateOnNewDocument(() => {
    if (self.origin !== 'null') localStorage.setItem('presence.name', 'Ann')
  })
  return page
}

async function live(page: Page, name: string): Promise<void> {
  await click(page, name)
  await click(page, 'Join')
  await page.locator('::-p-aria([name="Call"][role="toolbar"])').wait()
}

test('Firefox was there first: both see and hear each other, and each hears what the other switches off', async () => {
  await using rig = await open()
  const faults: string[] = []
  const ann = await foxes(faults)
  await ann.goto(rig.url)
  await click(ann, 'Start a room')
  const link = await textIn(ann, 'Link to this room')
  await live(ann, 'Go live')
  const ben = await caller(rig, 'Ben')
  await rig.enter(ben, link)
  await goLive(ben)
  await flows(ben, 1)
  await flows(ann, 1)
  await click(ann, 'Switch the camera off')
  await tile(ben, 'Ann').locator('video').waitFor({ state: 'detached' })
  await click(ann, 'Switch the camera on')
  await seen(ben, 'Ann')
  await ben.getByRole('button', { name: 'Mute' }).click()
  await ann.locator('[aria-label="Muted"]').wait()
  expect(faults).toEqual([])
  await ann.close()
})

test('Chromium was there first: both see and hear each other, also after the server is restarted', async () => {
  await using rig = await open()
  const faults: string[] = []
  const ben = await caller(rig, 'Ben')
  const link = await rig.startRoom(ben)
  await goLive(ben)
  const ann = await foxes(faults)
  await ann.goto(link)
  await click(ann, 'Enter')
  await live(ann, 'Join live')
  await flows(ben, 1)
  await flows(ann, 1)
  await rig.restart()
  await shows(ann, 'The server was restarted')
  await ben.getByText('The server was restarted').waitFor()
  await flows(ben, 1)
  await flows(ann, 1)
  // Another way is looked for, and found between the two.
  await ben.evaluate(() => dispatchEvent(new Event('online')))
  await flows(ben, 1)
  await ann.evaluate(() => void dispatchEvent(new Event('online')))
  await flows(ann, 1)
  expect(faults).toEqual([])
  await ann.close()
})
