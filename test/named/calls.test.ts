// Calls in rooms that stay: over a restart of the server, and while the database is away.
// needs: postgresql
import { expect, test, vi } from 'vitest'
import type { PeerId } from '#protocol/id.ts'
import { candidate, goLive, offer, signal } from '../support/call.ts'
import { roomy } from '../support/limits.ts'
import { debianPostgres } from '../support/postgres.ts'
import { start } from '../support/start.ts'
import { plans } from '../support/two.ts'

vi.setConfig({ testTimeout: 120_000 })
const seconds = process.env.PRESENCE_LONG ? 30 : 2

test('[LV14] a call in a named room is known again after a restart, with the same peers', async () => {
  await using server = await start({}, undefined, { remember: true })
  const { ann, ben, room } = await plans(server)
  const { id: annsSeat } = await goLive(ann, room)
  const { id: bensSeat } = await goLive(ben, room)
  for (const person of [ann, ben]) await person.settled()
  await using after = await server.restart()
  const [benAgain, annAgain] = [await ben.comeAgain(after), await ann.comeAgain(after)]
  const { room: state } = await annAgain.hears('room.entered')
  expect(state).toMatchObject({ name: 'Plans', seat: annsSeat })
  expect(state.live?.peers.map(({ id, away }) => [id, away])).toEqual([
    [annsSeat, false],
    [bensSeat, false],
  ])
  await signal(annAgain, room, bensSeat, offer())
  await benAgain.hears('live.signalled', ({ from }) => from === annsSeat)
})

test(`[LV16] the database is away for ${seconds} seconds: a call goes on as ever`, async () => {
  await using database = await debianPostgres()
  await using server = await start({ databaseUrl: database.url, ...roomy }, undefined, { remember: true })
  const { ann, ben, room } = await plans(server)
  const seats = { ann: (await goLive(ann, room)).id, ben: (await goLive(ben, room)).id }
  database.freeze()
  let slowest = 0
  let said = 0
  for (const end = Date.now() + seconds * 1000; Date.now() < end; said++) {
    const before = performance.now()
    await signal(ann, room, seats.ben, said % 50 === 0 ? offer() : candidate())
    await ben.settled()
    slowest = Math.max(slowest, performance.now() - before)
    await new Promise(done => setTimeout(done, 20))
  }
  console.log(`${said} signals while the database hung, the slowest took ${slowest.toFixed(0)} ms`)
  expect(ben.all('live.signalled')).toHaveLength(said)
  expect(slowest).toBeLessThan(3000)
  await ann.ask({ type: 'live.stop', room, person: ben.id, what: 'mic' })
  await ben.hears('live.stopped')
  ben.carrier.drop()
  await ann.hears('live.changed', ({ peer }) => peer.away)
  const back = await ben.comeAgain(server)
  const seat = (await back.hears('room.entered')).room.seat as PeerId
  expect(seat).toBe(seats.ben)
  await signal(back, room, seats.ann, offer())
  await ann.hears('live.signalled')
  await back.ask({ type: 'live.leave', room })
  await goLive(back, room)
  database.thaw()
  await ann.say(room, 'as ever')
})
