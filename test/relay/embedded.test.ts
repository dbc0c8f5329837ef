// Calls of two browsers through the relay of our own, with credentials as everybody gets them.
// needs: chromium firefox
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePorts } from '../media/relay.ts'
import { Person } from '../support/person.ts'
import { type Running, start } from '../support/start.ts'
import { errorsOf, inChromium, inFirefox, openFirefox, openMediaBrowser, RelayedCall, sees } from './call.ts'

let browser: Browser
let server: Running
beforeAll(async () => {
  browser = await openMediaBrowser()
  server = await start({ relay: { port: 0, ports: await freePorts(60) } })
})
afterAll(async () => {
  await browser.close()
  await server[Symbol.asyncDispose]()
})

async function serversFor() {
  const person = await Person.come(server)
  const { id: room } = await person.startRoom()
  const { ice } = await person.ask({ type: 'live.join', room, mic: true, camera: true })
  return ice.servers
}

test('two people see and hear each other through it', async () => {
  await using call = await RelayedCall.open(
    await inChromium(browser, await serversFor()),
    await inChromium(browser, await serversFor()),
  )
  await sees(call)
  for (const { kinds, protocol } of await call.ends())
    expect([kinds, protocol]).toEqual([['relay', 'relay'], 'udp'])
})

test('so do one in Firefox and one in Chromium', async () => {
  await using firefox = await openFirefox()
  const caller = await inFirefox(firefox, server.url, await serversFor())
  await using call = await RelayedCall.open(caller, await inChromium(browser, await serversFor()))
  await sees(call)
})

test('with credentials that are no good a browser is told 401', async () => {
  const servers = (await serversFor()).map(each => ({ ...each, credential: 'guessed' }))
  expect(await errorsOf(browser, servers)).toContain(401)
})
