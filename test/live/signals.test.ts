// What browsers really tell each other to be connected passes through the server as it is.
// needs: chromium firefox
import type { Browser } from 'playwright-core'
import puppeteer, { type Browser as Firefox } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Request } from '#protocol/message.ts'
import { openBrowser } from '../browser/rig.ts'
import { goLive, signal } from '../support/call.ts'
import { start } from '../support/start.ts'
import { two } from '../support/two.ts'

type Said = Pick<Request<'live.signal'>, 'description' | 'candidate'>
interface Evaluates {
  evaluate(inPage: () => Promise<string[]>): Promise<string[]>
}

let chromium: Browser
let firefox: Firefox
beforeAll(async () => {
  chromium = await openBrowser()
  const program = { browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true } as const
  firefox = await puppeteer.launch(program)
})
afterAll(() => Promise.all([chromium.close(), firefox.close()]))

/** In a page: both ends of a connection with all that there may be, and each thing that they had to say, as JSON. */
async function everythingSaid(): Promise<string[]> {
  const said: object[] = []
  const ends = [new RTCPeerConnection(), new RTCPeerConnection()] as const
  const [one, other] = ends
  const all = ends.map(
    end =>
      new Promise<void>(done => {
        end.onicecandidate = ({ candidate }) => {
          said.push({ candidate })
          if (candidate === null) done()
        }
      }),
  )
  for (const kind of ['audio', 'video', 'video', 'audio']) one.addTransceiver(kind, { direction: 'sendrecv' })
  one.createDataChannel('besides')
  for (const [from, to] of [ends, [other, one] as const]) {
    await from.setLocalDescription()
    said.push({ description: from.localDescription })
    if (from.localDescription) await to.setRemoteDescription(from.localDescription)
  }
  await Promise.all(all)
  return said.map(one => JSON.stringify(one))
}

test.each(['Chromium', 'Firefox'])('[LV3][LV4] what %s says is let through', async name => {
  const browser: Evaluates = name === 'Firefox' ? await firefox.newPage() : await chromium.newPage()
  const said = (await browser.evaluate(everythingSaid)).map((one): Said => JSON.parse(one))
  const candidates = said.filter(one => one.candidate)
  console.log(
    `${name}: ${said.length} signals, of them ${candidates.length} candidates;`,
    `offer and answer ${said.flatMap(one => one.description?.sdp.length ?? []).join(', ')} characters`,
  )
  expect(candidates.length).toBeGreaterThan(1)
  await using server = await start()
  const { ann, ben, room } = await two(server)
  await goLive(ann, room)
  const { id } = await goLive(ben, room)
  for (const one of said) await signal(ann, room, id, one)
  await ben.settled()
  const heard = ben.all('live.signalled').map(({ description, candidate }) => description ?? candidate)
  expect(heard).toEqual(said.map(({ description, candidate }) => description ?? candidate))
})
