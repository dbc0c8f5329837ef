// The server is killed under load, or the database that it brought along: nothing that was acknowledged is lost.
import { afterEach, expect, test, vi } from 'vitest'
import type { RoomId } from '#protocol/id.ts'
import type { Reachable } from '../support/carrier.ts'
import { alive, House } from '../support/house.ts'
import { roomy } from '../support/limits.ts'
import { Person } from '../support/person.ts'
import { Regular } from '../support/regular.ts'
import { kept } from '../support/two.ts'

const long = Boolean(process.env.PRESENCE_LONG)
const kills = long ? 50 : 5
vi.setConfig({ testTimeout: long ? 600_000 : 60_000 })

const pause = (ms: number) => new Promise(done => setTimeout(done, ms))
const between = (least: number, most: number) => least + Math.random() * (most - least)

let house: House
afterEach(() => house[Symbol.asyncDispose]())

test(`[NM6] the server is killed ${kills} times under load: nothing acknowledged is lost, everyone who returns hears it once`, async () => {
  house = new House(roomy)
  await house.start()
  const database = house.databasePid
  const company = await gather()
  const talk = company.talk()
  for (let kill = 0; kill < kills; kill++) {
    await pause(between(100, 300))
    await house.kill()
    expect(alive(database)).toBe(true)
    await house.start()
    // The orphan is adopted.
    expect(house.databasePid).toBe(database)
  }
  await pause(300)
  const acknowledged = await talk.end()
  await company.assertWhole(acknowledged)
  for (const { caughtUp } of company.listeners) expect(caughtUp).toBeGreaterThan(0)
  expect(await house.stop()).toBe(0)
  expect(alive(database)).toBe(false)
})

test('[NM6][NM7] the database that comes with the server is killed under load: it is started again, and talk goes on', async () => {
  house = new House(roomy)
  await house.start()
  const pids = [house.databasePid]
  const company = await gather()
  const talk = company.talk()
  for (let kill = 0; kill < Math.ceil(kills / 2); kill++) {
    await pause(between(100, 300))
    process.kill(house.databasePid, 'SIGKILL')
    const before = talk.count()
    await expect.poll(talk.count).toBeGreaterThan(before + 50)
    // What was said just before is still told of while the next one is only starting.
    await expect.poll(() => house.databasePid).toSatisfy(pid => pid > 0 && pid !== pids.at(-1))
    pids.push(house.databasePid)
  }
  const acknowledged = await talk.end()
  await company.assertWhole(acknowledged)
  expect(new Set(pids).size).toBe(pids.length)
  expect(await house.stop()).toBe(0)
  expect(pids.filter(alive)).toEqual([])
})

/** A named room with people who talk and people who listen. */
async function gather() {
  const where = () => house.address
  const first = where() as Reachable
  const { ann, room, link } = await kept(first)
  const enter = async (name: string, delay: number) => {
    const transport = delay ? 'socket.io' : 'websocket'
    const person = await Person.come(first, { name, transport })
    await person.enter(link)
    return new Regular(person, room, where, transport, delay)
  }
  const talkers = [new Regular(ann, room, where, 'websocket')]
  for (let count = 1; count < 8; count++) talkers.push(await enter(`Talker ${count}`, 0))
  const listeners = [await enter('Ben', 0), await enter('Cleo', 50)]
  return { listeners, talk: () => talk(talkers, listeners), assertWhole: assertWhole(room, listeners) }
}

/** Everyone says one thing after the other, each until it is acknowledged. */
function talk(talkers: readonly Regular[], listeners: readonly Regular[]) {
  const acknowledged: string[] = []
  let going = true
  const talking = talkers.map(async (talker, voice) => {
    for (let count = 0; going; count++) {
      const text = `${voice}.${count}`
      await talker.say(text, `key-${voice}-${count}`)
      acknowledged.push(text)
      await pause(2)
    }
  })
  const listening = listeners.map(async listener => {
    for (; going; await pause(10)) await listener.returned()
  })
  return {
    count: () => acknowledged.length,
    async end() {
      going = false
      await Promise.all([...talking, ...listening])
      return acknowledged
    },
  }
}

const assertWhole =
  (room: RoomId, listeners: readonly Regular[]) => async (acknowledged: readonly string[]) => {
    const stored = await house.query<{ seq: string; text: string }>(
      'select seq, text from message where room = $1 order by seq',
      [room],
    )
    const lines = stored.map(({ seq, text }) => `${seq} ${text}`)
    const first = Number(stored[0]?.seq)
    expect(stored.map(({ seq }) => Number(seq))).toEqual(stored.map((_, at) => first + at))
    // All of them in the end, however often each was tried.
    expect(stored.map(({ text }) => text).sort()).toEqual([...acknowledged].sort())
    for (const listener of listeners) {
      await listener.settled()
      expect(listener.heard().map(({ seq, text }) => `${seq} ${text}`)).toEqual(lines)
    }
    console.log(`${acknowledged.length} acknowledged, ${stored.length} on disk`)
  }
