// The server is restarted under a call: who is in it and who is not know it again.
// needs: chromium
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { arrived, caller, flows, goLive, inCalls } from '../browser/live.ts'

const open = inCalls()

/** By the one connection that there is, pictures go on to come, and it stays the only one. */
async function keepsComing(pages: readonly Page[], meanwhile: () => Promise<unknown>): Promise<void> {
  const before = await Promise.all(pages.map(arrived))
  await meanwhile()
  const after = await Promise.all(pages.map(arrived))
  for (const [at, connections] of after.entries()) {
    expect(connections).toHaveLength(1)
    expect(connections[0]?.frames).toBeGreaterThan((before[at]?.[0]?.frames ?? 0) + 5)
  }
}

test('the server is restarted under a call: pictures and sound go on, and the call is known afterwards', async () => {
  await using rig = await open()
  const [ann, ben, cleo] = [await caller(rig, 'Ann'), await caller(rig, 'Ben'), await caller(rig, 'Cleo')]
  const link = await rig.startRoom(ann)
  for (const page of [ben, cleo]) await rig.enter(page, link)
  const pages = [ann, ben]
  for (const page of pages) await goLive(page)
  for (const page of pages) await flows(page, 1)
  await keepsComing(pages, async () => {
    await rig.restart()
    for (const page of pages) await page.getByText('The server was restarted').waitFor()
  })
  await cleo.reload()
  await cleo.getByText('Ann and Ben are live').waitFor()
  await keepsComing(pages, async () => {
    for (const page of pages) await flows(page, 1)
  })
})
