// A talk of fifty thousand messages, from its end to its beginning and some way back.
// needs: chromium
import { expect, test } from 'vitest'
import { lineOf, longTalk, MOST_ELEMENTS } from '../browser/long-talk.ts'
import { openBrowser, Rig } from '../browser/rig.ts'
import { STEP, scrollTo } from '../browser/scrolling.ts'
import { roomy } from '../support/limits.ts'

const MANY = 50_000
const SOME = 3000

test('fifty thousand messages are scrolled through, and the page stays as light as it was', async () => {
  await using browser = await openBrowser()
  await using rig = await Rig.open(browser, roomy, { remember: true })
  const { ben } = await longTalk(rig, MANY)
  const cdp = await ben.context().newCDPSession(ben)
  const memory = async () => {
    await cdp.send('HeapProfiler.collectGarbage')
    return (await cdp.send('Runtime.getHeapUsage')).usedSize / 1e6
  }
  await scrollTo(ben, MANY - SOME, -STEP)
  const before = await memory()
  const back = await scrollTo(ben, 1, -STEP)
  const after = await memory()
  const forth = await scrollTo(ben, SOME, STEP)
  for (const trip of [back, forth]) {
    expect(trip).toMatchObject({ faults: [], jumps: [] })
    expect(trip.mostElements).toBeLessThan(MOST_ELEMENTS)
  }
  expect(back.from).toBe(1)
  expect(after).toBeLessThan(before + 5)
  await ben.getByRole('button', { name: 'Jump to the newest' }).click()
  await ben.getByText(lineOf(MANY)).waitFor()
})
