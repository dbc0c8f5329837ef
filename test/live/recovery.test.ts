// What comes between people in a call and is over again: the same tiles go on, and nobody does anything for it.
// needs: chromium, postgresql
import { expect, test } from 'vitest'
import { say } from '../browser/rig.ts'
import { nameIt } from '../browser/steps.ts'
import { debianPostgres } from '../support/postgres.ts'
import { flows, inCalls, live, seen, tile, watched } from './live.ts'

const open = inCalls()
/** A picture that does not come for so long would be seen to stand still; on a busy machine some are late. */
const STANDSTILL_MS = 2000
const seconds = process.env.PRESENCE_LONG ? 30 : 3

test('the server is restarted: pictures and sound never stop, and the call is known again with the same tiles', async () => {
  await using rig = await open()
  const [ann, ben, cleo] = await live(rig, 'Ann', 'Ben', 'Cleo')
  await cleo.getByRole('button', { name: 'Leave the call' }).click()
  await flows(ann, 1)
  const [atAnn, atBen] = [await watched(ann, 'Ben'), await watched(ben, 'Ann')]
  rig.cut()
  await ann.getByText('Reconnecting').waitFor()
  await ben.getByText('Reconnecting').waitFor()
  await rig.restart()
  rig.mend()
  for (const page of [ann, ben]) await page.getByText('The server was restarted').waitFor()
  await flows(ann, 1)
  await flows(ben, 1)
  // Also to somebody who is not in it and comes in anew.
  await cleo.reload()
  await cleo.getByText('Ann and Ben are live').waitFor()
  for (const { longest, isSame } of [await atAnn(), await atBen()]) {
    expect(isSame).toBe(true)
    expect(longest).toBeLessThan(STANDSTILL_MS)
  }
  await ann.getByRole('button', { name: 'Mute' }).click()
  await tile(ben, 'Ann').getByRole('img', { name: 'Muted' }).waitFor()
})

test('what one switches off while the line is lost, the others know when it is back', async () => {
  await using rig = await open()
  const [ann, ben] = await live(rig, 'Ann', 'Ben')
  await flows(ben, 1)
  rig.cut()
  await ann.getByText('Reconnecting').waitFor()
  await ann.getByRole('button', { name: 'Mute' }).click()
  await ann.getByRole('button', { name: 'Switch the camera off' }).click()
  rig.mend()
  await tile(ben, 'Ann').getByRole('img', { name: 'Muted' }).waitFor()
  await tile(ben, 'Ann').locator('video').waitFor({ state: 'detached' })
  await seen(ann, 'Ben')
})

test('whose machine is gone is marked, and then no longer there', async () => {
  await using rig = await open({ grace: { closedSeconds: 6, lostSeconds: 6 } })
  const [ann, ben] = await live(rig, 'Ann', 'Ben')
  await flows(ann, 1)
  await ben.context().close()
  await tile(ann, 'Ben').getByText('The connection is lost').waitFor()
  await tile(ann, 'Ben').waitFor({ state: 'detached', timeout: 15_000 })
})

test(`the database is away for ${seconds} seconds: somebody joins, all see each other, and controls work`, async () => {
  await using database = await debianPostgres()
  await using rig = await open({ databaseUrl: database.url }, { remember: true })
  const [ann, ben] = await live(rig, 'Ann', 'Ben')
  await nameIt(ann)
  await ben.getByRole('heading', { name: 'Plans' }).waitFor()
  const atBen = await watched(ben, 'Ann')
  database.freeze()
  await say(ann, 'Is kept when it can be')
  await ben.getByRole('button', { name: 'Leave the call' }).click()
  await tile(ann, 'Ben').waitFor({ state: 'detached' })
  expect((await atBen()).longest).toBeLessThan(STANDSTILL_MS)
  await ben.getByRole('button', { name: 'Join live' }).click()
  // At once, as he was in it before.
  await seen(ann, 'Ben')
  const atAnn = await watched(ann, 'Ben')
  await ben.getByRole('button', { name: 'Mute' }).click()
  await tile(ann, 'Ben').getByRole('img', { name: 'Muted' }).waitFor()
  await new Promise(done => setTimeout(done, seconds * 1000))
  expect((await atAnn()).longest).toBeLessThan(STANDSTILL_MS)
  database.thaw()
  await ben.getByText('Is kept when it can be').waitFor()
  await flows(ann, 1)
})
