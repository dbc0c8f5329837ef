// What stands between the server and its database is slow: nobody is answered before the database has.
// needs: postgresql
import { expect, test } from 'vitest'
import { Delay } from '../support/delay.ts'
import { debianPostgres } from '../support/postgres.ts'
import { start } from '../support/start.ts'
import { plans } from '../support/two.ts'

const pause = (ms: number) => new Promise(done => setTimeout(done, ms))

test('[NM6] neither the answer nor the message leaves before the database has answered', async () => {
  await using database = await debianPostgres()
  await using delay = await new Delay(database.url).listen()
  await using server = await start({ databaseUrl: delay.url }, undefined, { remember: true })
  const { ann, ben, room } = await plans(server)
  const unnamed = await ann.startRoom()
  const quick = await time(ann.say(unnamed.id, 'not kept'))
  delay.answersMs = 300
  const heard = time(ben.hears('chat.said', ({ text }) => text === 'kept'))
  const answered = time(ann.say(room, 'kept'))
  expect(await answered).toBeGreaterThanOrEqual(299)
  expect(await heard).toBeGreaterThanOrEqual(299)
  expect(quick).toBeLessThan(299)
})

test('[NM6][NM7] a commit that arrives long after the server has turned away from it: done once, under its own number', async () => {
  await using database = await debianPostgres()
  await using delay = await new Delay(database.url).listen()
  await using server = await start({ databaseUrl: delay.url }, undefined, { remember: true })
  const { ann, ben, room } = await plans(server)
  await ann.say(room, 'before')
  delay.hold()
  const held = ann.say(room, 'held')
  // The statement has timed out by then, and a new connection gets through.
  await held
  await ann.say(room, 'meanwhile')
  delay.release()
  await pause(200)
  await ann.say(room, 'after')
  await ben.hears('chat.said', ({ text }) => text === 'after')
  expect(ben.texts(room)).toEqual(['before', 'held', 'meanwhile', 'after'])
  const stored = await server.desk.rooms.memory?.store.page(room, { before: Number.MAX_SAFE_INTEGER }, 100)
  expect(stored?.map(({ seq, text }) => `${seq} ${text}`)).toEqual([
    '2 before',
    '3 held',
    '4 meanwhile',
    '5 after',
  ])
})

async function time(work: Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work
  return performance.now() - begun
}
