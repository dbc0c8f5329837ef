// Hiding one's address in a call: nothing that leaves the page tells it, and the other sees that there is a relay.
// needs: chromium
import { networkInterfaces } from 'node:os'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { freePorts } from '../media/relay.ts'
import { caller, flows, goLive, inCalls, tile } from './live.ts'

const open = inCalls()
const own = Object.values(networkInterfaces())
  .flatMap(all => all ?? [])
  .filter(({ internal }) => !internal)
  .map(({ address }) => address)

/** All that leaves the page for the server. */
function listenTo(page: Page): string[] {
  const said: string[] = []
  page.on('websocket', socket => socket.on('framesent', ({ payload }) => said.push(String(payload))))
  return said
}

const candidatesIn = (said: readonly string[]) =>
  said.flatMap(frame => frame.match(/candidate:\d+ [^"\\]+/g) ?? [])

test('whoever hides his address is seen and heard through a relay, and no word of his tells it', async () => {
  await using rig = await open({ relay: { port: 0, ports: await freePorts(60) } })
  const ann = await caller(rig, 'Ann')
  const said = listenTo(ann)
  await ann.addInitScript(() => {
    if (self.origin !== 'null') localStorage.setItem('presence.live', '{"relayOnly":true,"made":false}')
  })
  const ben = await caller(rig, 'Ben')
  const bensWords = listenTo(ben)
  const link = await rig.startRoom(ann)
  await rig.enter(ben, link)
  await goLive(ann)
  await goLive(ben)
  await flows(ann, 1)
  await flows(ben, 1)
  await tile(ben, 'Ann').getByRole('img', { name: 'Connection: good, relayed' }).waitFor()
  await tile(ann, 'Ben').getByRole('img', { name: 'Connection: good, relayed' }).waitFor()
  const candidates = candidatesIn(said)
  expect(candidates.length).toBeGreaterThan(0)
  for (const candidate of candidates) expect(candidate).toMatch(/ typ relay raddr 0\.0\.0\.0 rport 0/)
  for (const frame of said) for (const address of own) expect(frame).not.toContain(address)
  // Ben hides nothing, so this would have been seen.
  expect(candidatesIn(bensWords).some(candidate => / typ host/.test(candidate))).toBe(true)
})
