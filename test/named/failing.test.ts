// The database dies, hangs, or comes back: what was acknowledged is there, what was not is refused, once each.
// needs: postgresql
import { expect, test, vi } from 'vitest'
import type { RoomId } from '#protocol/id.ts'
import { roomy } from '../support/limits.ts'
import { type Person, Refused } from '../support/person.ts'
import { debianPostgres } from '../support/postgres.ts'
import { type Running, start } from '../support/start.ts'
import { plans } from '../support/two.ts'

vi.setConfig({ testTimeout: 120_000 })
const kills = process.env.PRESENCE_LONG ? 50 : 5
const pause = (ms: number) => new Promise(done => setTimeout(done, ms))

test(`[NM6][NM7] the database is killed ${kills} times under load: nothing acknowledged is lost, nothing is said twice`, async () => {
  await using database = await debianPostgres()
  await using server = await start({ databaseUrl: database.url, ...roomy }, undefined, { remember: true })
  const { ann, ben, room } = await plans(server, 'tcp')
  const acknowledged: string[] = []
  let going = true
  const talking = Promise.all(
    Array.from({ length: 8 }, (_, who) => talk(ann, room, who, acknowledged, () => going)),
  )
  for (let kill = 0; kill < kills; kill++) {
    await pause(150)
    database.kill()
    await pause(100)
    await database.start()
  }
  await pause(300)
  going = false
  await talking
  await ben.settled()
  await assertWhole(server, ben, room, acknowledged)
})

test('[NM7] a database that hangs holds up its own rooms and no others, and what it did is known afterwards', async () => {
  await using database = await debianPostgres()
  await using server = await start({ databaseUrl: database.url, ...roomy }, undefined, { remember: true })
  const { ann, ben, room } = await plans(server, 'tcp')
  const unnamed = await ben.startRoom()
  const acknowledged: string[] = []
  let going = true
  const talking = talk(ann, room, 0, acknowledged, () => going)
  await pause(100)
  database.freeze()
  const refused = ann.say(room, 'while it hangs').catch(error => error)
  let slowest = 0
  for (
    const end = Date.now() + (process.env.PRESENCE_LONG ? 30_000 : 7000);
    Date.now() < end;
    await pause(5)
  ) {
    const before = performance.now()
    await ben.say(unnamed.id, 'as ever')
    slowest = Math.max(slowest, performance.now() - before)
  }
  console.log(`slowest message of an unnamed room while the database hung: ${slowest.toFixed(0)} ms`)
  expect(slowest).toBeLessThan(3000)
  database.thaw()
  const answer = await refused
  if (answer instanceof Refused) expect(answer).toMatchObject({ code: 'store.away', retry: true })
  await pause(500)
  going = false
  await talking
  await assertWhole(server, ben, room, acknowledged)
})

test('[NM7] while the database is away named rooms can be read, and take up talk again without a restart', async () => {
  await using database = await debianPostgres()
  await using server = await start({ databaseUrl: database.url, ...roomy }, undefined, { remember: true })
  const { ann, ben, room } = await plans(server, 'tcp')
  await ann.say(room, 'before')
  database.kill()
  // Caught in the middle: nobody knows yet whether it was written, so it is not answered yet.
  const caught = ann.say(room, 'caught', 'caught').catch(() => undefined)
  await pause(50)
  const late = await ann.say(room, 'late', 'a-key').catch(error => error)
  expect(late).toMatchObject({ code: 'store.away', retry: true })
  expect((await ben.join({ room })).messages).toMatchObject([{ text: 'before' }])
  await database.start()
  // Known by now: it was not written, and was told so after all that time, or it was.
  await caught
  await ann.say(room, 'caught', 'caught')
  await ann.say(room, 'late', 'a-key')
  await ben.hears('chat.said', ({ text }) => text === 'late')
  expect(ben.texts(room).slice(-3)).toEqual(['before', 'caught', 'late'])
})

/** Says one thing after the other, each until it is acknowledged, with one key for all its tries. */
async function talk(
  who: Person,
  room: RoomId,
  voice: number,
  acknowledged: string[],
  going: () => boolean,
): Promise<void> {
  for (let count = 0; going(); count++) {
    const text = `${voice}.${count}`
    for (let done = false; !done; ) {
      done = await who.say(room, text, `key-${voice}-${count}`).then(
        () => true,
        () => false,
      )
      if (!done) await pause(50)
    }
    acknowledged.push(text)
  }
}

async function assertWhole(
  server: Running,
  listener: Person,
  room: RoomId,
  acknowledged: readonly string[],
): Promise<void> {
  await listener.settled()
  const heard = listener.all('chat.said').filter(message => message.room === room)
  // Live: everyone heard all of it, each once, numbered without holes.
  const first = heard[0]?.seq ?? 0
  expect(heard.map(({ seq }) => seq)).toEqual(heard.map((_, at) => first + at))
  const texts = heard.map(({ text }) => text)
  expect(new Set(texts).size).toBe(texts.length)
  for (const text of acknowledged) expect(texts).toContain(text)
  // On disk: the same.
  const stored = await server.desk.rooms.memory?.store.page(
    room,
    { before: Number.MAX_SAFE_INTEGER },
    100_000,
  )
  expect(stored?.map(({ text }) => text)).toEqual(texts)
  console.log(`${acknowledged.length} acknowledged, ${stored?.length} on disk`)
}
