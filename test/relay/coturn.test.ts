// Debian's coturn with the settings that `presence relay config` writes: calls of two browsers through it over UDP,
// TCP and TLS, with credentials as everybody gets them.
// needs: chromium coturn
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Credentials } from '../../server/media/credentials.ts'
import { freePorts } from '../media/relay.ts'
import { Person } from '../support/person.ts'
import { type Running, start } from '../support/start.ts'
import { methods, TurnClient, types, UDP } from '../support/turn.ts'
import { errorsOf, inChromium, openMediaBrowser, RelayedCall, sees } from './call.ts'
import { Coturn, SECRET } from './coturn.ts'

const HERE = '127.0.0.1'
const HOUR = 3600_000
const at = await freePorts(102)
const [port, tlsPort] = [at.first, at.first + 1]

let browser: Browser
let coturn: Coturn
beforeAll(async () => {
  // Only here is the relay itself at an address that is the machine's alone.
  const more = ['--allow-loopback-peers']
  coturn = await Coturn.open({
    address: HERE,
    port,
    tlsPort,
    ports: { first: at.first + 2, last: at.last },
    more,
  })
  browser = await openMediaBrowser()
})
afterAll(async () => {
  await browser?.close()
  await coturn?.[Symbol.asyncDispose]()
})

async function serversFor(server: Running) {
  const person = await Person.come(server)
  const { id: room } = await person.startRoom()
  const { ice } = await person.ask({ type: 'live.join', room, mic: true, camera: true })
  return ice.servers
}

test.each([
  ['udp', `turn:${HERE}:${port}?transport=udp`],
  ['tcp', `turn:${HERE}:${port}?transport=tcp`],
  ['tls', `turns:localhost:${tlsPort}?transport=tcp`],
])('over %s two people see and hear each other through it', async (protocol, url) => {
  await using server = await start({ relay: { urls: [url], secret: SECRET } })
  await using call = await RelayedCall.open(
    await inChromium(browser, await serversFor(server)),
    await inChromium(browser, await serversFor(server)),
  )
  await sees(call)
  for (const end of await call.ends())
    expect([end.kinds, end.protocol]).toEqual([['relay', 'relay'], protocol])
})

test('with the secret of another server a browser is told 401', async () => {
  await using server = await start({
    relay: { urls: [`turn:${HERE}:${port}`], secret: 'not that of coturn' },
  })
  expect(await errorsOf(browser, await serversFor(server))).toContain(401)
})

const clientFor = (who: string, until: number, secret = SECRET) =>
  TurnClient.open({ address: HERE, port }, new Credentials(secret).give(who, until))
const allocate = (client: TurnClient) => client.codeOf(methods.allocate, [types.transport, UDP])

test('credentials that have run out, or are of another server, are no good to it', async () => {
  await using late = await clientFor('ann', Date.now() - 1000)
  expect(await allocate(late)).toBe(401)
  await using other = await clientFor('ann', Date.now() + HOUR, 'another secret altogether')
  expect(await allocate(other)).toBe(401)
})

test('a person has so many ports of it, however new the credentials are', async () => {
  const clients = await Promise.all(
    Array.from({ length: 26 }, (_, each) => clientFor('ann', Date.now() + HOUR + each * 1000)),
  )
  const codes = []
  for (const client of clients) codes.push(await allocate(client))
  expect(codes).toEqual([...Array(25).fill(0), 486])
  await using ben = await clientFor('ben', Date.now() + HOUR)
  expect(await allocate(ben)).toBe(0)
  for (const client of clients) await client[Symbol.asyncDispose]()
})
