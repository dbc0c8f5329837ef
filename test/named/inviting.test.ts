// Invites under racers, over names, restarts and crashes.
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { RoomId } from '#protocol/id.ts'
import type { Request } from '#protocol/message.ts'
import type { Config } from '../../server/config.ts'
import { signInByToken, tokenFor } from '../support/accounts.ts'
import { publicTransports, type Reachable } from '../support/carrier.ts'
import { connectTo, House } from '../support/house.ts'
import { Person } from '../support/person.ts'
import { start } from '../support/start.ts'

const long = Boolean(process.env.PRESENCE_LONG)
const tokens = long ? 300 : 30
const RACERS = 16
const AT_ONCE = 10
vi.setConfig({ testTimeout: long ? 600_000 : 60_000 })

const config: Config = {
  ...signInByToken,
  limits: {
    ...{ messagesPerSecond: 100_000, messagesAtOnce: 100_000 },
    ...{ arrivalsPerSecond: 100_000, arrivalsAtOnce: 100_000 },
    socketsPerAddress: 10_000,
  },
}
const remember = { remember: true }
const gone = { code: 'room.gone' }

let house: House | undefined
afterEach(async () => {
  await house?.[Symbol.asyncDispose]()
  house = undefined
})

describe.each(['unnamed', 'named'] as const)('in a room that is %s', kind => {
  const open = async (server: Reachable) => {
    const { ann, room } = await home(server)
    if (kind === 'named') await ann.ask({ type: 'room.name', room, name: 'Plans' })
    return { ann, room }
  }

  test(`[IN6] ${tokens} invites for one, ${RACERS} racers each by every transport: one winner each`, async () => {
    await using server = await start(config, undefined, remember)
    const { ann, room } = await open(server)
    let winners = 0
    for (let done = 0; done < tokens; done += AT_ONCE) {
      const paths = await Promise.all(Array.from({ length: AT_ONCE }, () => makePath(ann, room, { uses: 1 })))
      const races = await Promise.all(paths.map(async path => ({ path, racers: await racersOf(server) })))
      const won = await Promise.all(races.map(({ path, racers }) => race(path, racers)))
      expect(won).toEqual(Array(AT_ONCE).fill(1))
      winners += won.reduce((sum, one) => sum + one)
      for (const { racers } of races) for (const racer of racers) racer.carrier.close()
    }
    expect(winners).toBe(tokens)
    const spent = (await list(ann, room)).filter(({ uses }) => uses === 1)
    expect(spent.every(({ left, count }) => left === 0 && count === 1)).toBe(true)
  })

  test('[IN11] revoked with the people while they come in: nobody who came by it is in afterwards', async () => {
    await using server = await start(config, undefined, remember)
    const { ann, room } = await open(server)
    for (let round = 0; round < 5; round++) {
      const { id, path } = await make(ann, room, { uses: 12, role: 'member' })
      const racers = await racersOf(server)
      const racing = race(path, racers)
      const names = racers.map(({ welcome }) => welcome.name)
      if (round > 0) await ann.hears('room.joined', ({ member }) => names.includes(member.name))
      await ann.ask({ type: 'invite.revoke', room, id, people: true })
      await racing
      const { members } = await ann.ask({ type: 'room.who', room })
      expect(members.map(({ name }) => name)).toEqual(['Ann'])
      for (const racer of racers) racer.carrier.close()
    }
  })
})

test('[IN6] a seat is kept for who is on his way in: the last ones go to as many as there are, and no use is lost', async () => {
  await using server = await start(config, undefined, remember)
  const { ann, room } = await home(server)
  await ann.ask({ type: 'room.name', room, name: 'Plans' })
  await ann.ask({ type: 'room.set', room, limit: 4 })
  const { path } = await make(ann, room, { uses: 10 })
  const racers = await racersOf(server)
  const codes = await Promise.all(racers.map(racer => outcome(racer, path)))
  expect(codes.sort()).toEqual([...Array(3).fill('in'), ...Array(RACERS - 3).fill('room.full')])
  expect((await list(ann, room)).find(({ uses }) => uses === 10)).toMatchObject({ left: 7, count: 3 })
})

test('[IN7] who is turned out and comes back in the same breath stays out, however slow the disk is', async () => {
  await using server = await start(config, undefined, remember)
  const { ann, room } = await home(server)
  await ann.ask({ type: 'room.name', room, name: 'Plans' })
  const { id, path } = await make(ann, room, { uses: 1 })
  const ben = await guest(server, 'Ben')
  await ben.enter(path)
  // Held here, it cannot be written that he was turned out.
  const lock = await connectTo(server.data)
  await lock.query('begin')
  await lock.query('select from invite_use where invite = $1 for update', [id])
  ann.carrier.send({ type: 'room.kick', room, person: ben.id })
  await ben.hears('room.out')
  const answer = outcome(ben, path)
  // Others are answered meanwhile, from the same database.
  for (let turns = 0; turns < 20; turns++) await list(ann, room)
  expect(await Promise.race([answer, 'not yet'])).toBe('not yet')
  await lock.end()
  expect(await answer).toBe('room.gone')
})

test('[IN7] one person who joins by sixteen pages at once spends one use', async () => {
  await using server = await start(config, undefined, remember)
  const { ann, room } = await home(server)
  await ann.ask({ type: 'room.name', room, name: 'Plans' })
  const path = await makePath(ann, room, { uses: 5 })
  const pages = await Promise.all(Array.from({ length: RACERS }, () => guest(server, 'Ben')))
  expect(await race(path, pages)).toBe(RACERS)
  expect((await list(ann, room)).find(({ uses }) => uses === 5)).toMatchObject({ left: 4, count: 1 })
})

test('[IN14] a name keeps the invites, and who came by them; so does a restart', async () => {
  await using server = await start(config, undefined, remember)
  const { ann, room, link } = await home(server)
  const [used, open, twice] = [
    await make(ann, room, { uses: 1, note: 'For Ben' }),
    await make(ann, room, { uses: 1, hours: 24, role: 'member' }),
    await make(ann, room, { uses: 2 }),
  ]
  const [ben, cleo] = [await guest(server, 'Ben'), await guest(server, 'Cleo')]
  await ben.enter(used.path)
  await cleo.enter(link)
  await ann.ask({ type: 'room.kick', room, person: cleo.id })
  const direct = await make(ann, room, { person: ben.id })
  await ann.ask({ type: 'room.name', room, name: 'Plans' })
  const before = await list(ann, room)
  const ids = ['public', ...[direct, twice, open, used].map(({ id }) => id)]
  expect(new Set(before.map(({ id }) => id))).toEqual(new Set(ids))
  await ann.settled()

  await using after = await server.restart()
  const annAgain = await ann.comeAgain(after)
  await annAgain.hears('room.entered')
  expect(await list(annAgain, room)).toEqual(before)
  const dan = await guest(after, 'Dan')
  await expect(dan.enter(used.path)).rejects.toMatchObject(gone)
  expect((await dan.enter(open.path)).role).toBe('member')
  const benAgain = await guest(after, 'Ben')
  expect((await benAgain.ask({ type: 'room.mine' })).invites).toMatchObject([
    { id: direct.id, name: 'Plans' },
  ])
  expect((await benAgain.enter(used.path)).name).toBe('Plans')
  await annAgain.ask({ type: 'room.close', room })
  await expect((await guest(after, 'Eve')).enter(twice.path)).rejects.toMatchObject(gone)
})

test('[IN14] after a restart the invites of an unnamed room are void, its public link is not', async () => {
  await using server = await start(config, undefined, remember)
  const { ann, room, link } = await home(server)
  const once = await makePath(ann, room, { uses: 1 })
  await ann.settled()
  await using after = await server.restart()
  const annAgain = await ann.comeAgain(after)
  await annAgain.hears('room.entered')
  const ben = await guest(after, 'Ben')
  await expect(ben.enter(once)).rejects.toMatchObject(gone)
  await ben.enter(link)
})

test('[IN12] whom one knows from another named room can be invited, also when he is away', async () => {
  await using server = await start(config, undefined, remember)
  const ann = await Person.come(server, { token: tokenFor('Ann') })
  const plans = await ann.startRoom()
  await ann.ask({ type: 'room.name', room: plans.id, name: 'Plans' })
  const ben = await Person.come(server, { token: tokenFor('Ben') })
  await ben.enter(plans.link)
  const garden = await ann.startRoom()
  await ann.ask({ type: 'room.name', room: garden.id, name: 'Garden' })
  ben.carrier.close()
  const { id } = await make(ann, garden.id, { person: ben.id })
  const stranger = await Person.come(server, { token: tokenFor('Cleo') })
  await expect(make(ann, garden.id, { person: stranger.id })).rejects.toMatchObject({
    code: 'person.unknown',
  })
  const benAgain = await Person.come(server, { token: tokenFor('Ben') })
  const invitation = { room: garden.id, id, name: 'Garden', by: 'Ann', at: expect.any(Number) }
  expect((await benAgain.ask({ type: 'room.mine' })).invites).toEqual([invitation])
  expect((await benAgain.join({ room: garden.id })).role).toBe('member')
})

test('[IN7] killed between the spending and the answer: afterwards the same person gets in, and nobody else', async () => {
  house = new House(config)
  await house.start()
  const { ann, room } = await home(house.address as Reachable)
  await ann.ask({ type: 'room.name', room, name: 'Plans' })
  const { id, path } = await make(ann, room, { uses: 1, role: 'admin' })
  // Held here, the room cannot write down the role that the invite gives, and so does not answer.
  const lock = await connectTo(house.data)
  await lock.query('begin')
  await lock.query('select from room where id = $1 for no key update', [room])
  const ben = await guest(house.address as Reachable, 'Ben')
  const answered = ben.enter(path).then(
    () => true,
    () => true,
  )
  const uses = () => house?.query('select person from invite_use where invite = $1', [id])
  await expect.poll(uses).toEqual([{ person: ben.id }])
  expect(await Promise.race([answered, 'not yet'])).toBe('not yet')
  await house.kill()
  await lock.end()
  await house.start()
  const where = house.address as Reachable
  await expect((await guest(where, 'Cleo')).enter(path)).rejects.toMatchObject(gone)
  expect(await (await guest(where, 'Ben')).enter(path)).toMatchObject({ role: 'admin', name: 'Plans' })
  expect(await uses()).toEqual([{ person: ben.id }])
})

type Wish = Omit<Extract<Request, { type: 'invite.make' }>, 'type' | 'ref' | 'room'>

const make = (by: Person, room: RoomId, wish: Wish) => by.ask({ type: 'invite.make', room, ...wish })
const makePath = async (by: Person, room: RoomId, wish: Wish) => (await make(by, room, wish)).path
const list = async (by: Person, room: RoomId) => (await by.ask({ type: 'invite.list', room })).invites

async function home(server: Reachable) {
  const ann = await guest(server, 'Ann')
  const { id, link } = await ann.startRoom()
  return { ann, room: id, link }
}

const guest = (server: Reachable, name: string) =>
  Person.come(server, { name, browser: `the-key-of-${name}s-browser-0` })

let racer = 0
const racersOf = (server: Reachable) =>
  Promise.all(
    Array.from({ length: RACERS }, (_, at) =>
      Person.come(server, { name: `Racer ${racer++}`, transport: publicTransports[at % 3] }),
    ),
  )

const outcome = (person: Person, path: string): Promise<string> =>
  person.enter(path).then(
    () => 'in',
    error => error.code,
  )

/** All at once; how many got in. Everybody else is told that the link is gone. */
async function race(path: string, racers: readonly Person[]): Promise<number> {
  const codes = await Promise.all(racers.map(one => outcome(one, path)))
  expect(codes.filter(code => code !== 'in' && code !== 'room.gone')).toEqual([])
  return codes.filter(code => code === 'in').length
}
