// A call while the network under it changes: in networks of its own, where that can be done for real.
// needs: chromium netns ip
import { afterAll, beforeAll, expect, test } from 'vitest'
import { say } from '../browser/rig.ts'
import { Homes } from '../live/homes.ts'

/** How long it may take, in milliseconds; a machine that is busy with other things gets three times that. */
const bars = { address: 3000, outage: 2000, relayed: 5000, server: 2000 }
const PATIENCE = 3

let homes: Homes
beforeAll(async () => {
  homes = await Homes.open()
  await homes.call()
})
afterAll(() => homes[Symbol.asyncDispose]())

function told(what: string, took: number, bar: number): void {
  console.log(`${what}: ${Math.round(took)} ms (bar ${bar})`)
  expect(took).toBeLessThan(PATIENCE * bar)
}

async function talks(): Promise<void> {
  const { ann, ben } = homes
  const text = `Said at ${performance.now()}`
  await say(ann, text)
  await ben.getByText(text).waitFor({ timeout: 15_000 })
}

test('the address of the only link changes: media is back without a reload, and so is the line', async () => {
  told('address change', await homes.changeAddress(), bars.address)
  await talks()
})

test('the network is away for twelve seconds: media is back soon after it, and so is the line', async () => {
  told('after an outage', await homes.outage(), bars.outage)
  await talks()
})

test('two who do not reach each other any more go on through the relay', async () => {
  try {
    const took = await homes.standstill(() => homes.networks.reachEachOther(false))
    told('direct to relayed', took, bars.relayed)
    for (const page of [homes.ann, homes.ben])
      await page.getByRole('img', { name: /^Connection: .*, relayed$/ }).waitFor()
  } finally {
    homes.networks.reachEachOther(true)
  }
})

test('the server is killed and started again: media never stops, and the call is known soon after', async () => {
  const { known, stood } = await homes.restartServer()
  told('calls known again', known, bars.server)
  expect(stood).toBeLessThan(2000)
})
