// Invites of named rooms: under racers, over restarts and crashes.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RACERS, race, racersContract, racersOf } from '../contract/racers.ts'
import { signInByToken, tokenFor } from '../support/accounts.ts'
import type { Reachable } from '../support/carrier.ts'
import { connectTo, House } from '../support/house.ts'
import { list, make, outcome } from '../support/invites.ts'
import { roomy } from '../support/limits.ts'
import { Person } from '../support/person.ts'
import { type Running, start } from '../support/start.ts'
import { guest, home, kept, nameIt } from '../support/two.ts'

const config = { ...signInByToken, ...roomy }
const gone = { code: 'room.gone' }
let server: Running
beforeAll(async () => {
  server = await start(config, undefined, { remember: true })
})
afterAll(() => server[Symbol.asyncDispose]())

racersContract(() => server, kept)

test('[IN6] a seat is kept for who is on his way in: the last ones go to as many as there are, and no use is lost', async () => {
  const { ann, room } = await kept(server)
  await ann.ask({ type: 'room.set', room, limit: 4 })
  const { path } = await make(ann, room, { uses: 10 })
  const racers = await racersOf(server)
  const codes = await Promise.all(racers.map(racer => outcome(racer, path)))
  expect(codes.sort()).toEqual([...Array(3).fill('in'), ...Array(RACERS - 3).fill('room.full')])
  expect((await list(ann, room)).find(({ uses }) => uses === 10)).toMatchObject({ left: 7, count: 3 })
})

test('[IN7] who is turned out and comes back in the same breath stays out, however slow the disk is', async () => {
  const { ann, room } = await kept(server)
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
  const { ann, room } = await kept(server)
  const { path } = await make(ann, room, { uses: 5 })
  const pages = await Promise.all(Array.from({ length: RACERS }, () => guest(server, 'Ben')))
  expect(await race(path, pages)).toBe(RACERS)
  expect((await list(ann, room)).find(({ uses }) => uses === 5)).toMatchObject({ left: 4, count: 1 })
})

test('[IN12] whom one knows from another named room can be invited, also when he is away', async () => {
  const ann = await Person.come(server, { token: tokenFor('Ann') })
  const plans = await ann.startRoom()
  await nameIt(ann, plans.id)
  const ben = await Person.come(server, { token: tokenFor('Ben') })
  await ben.enter(plans.link)
  const garden = await ann.startRoom()
  await nameIt(ann, garden.id, 'Garden')
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

test('[IN14] a name keeps the invites, and who came by them; so does a restart', async () => {
  await using server = await start(config, undefined, { remember: true })
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
  await nameIt(ann, room)
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

test('[IN7] killed between the spending and the answer: afterwards the same person gets in, and nobody else', async () => {
  await using house = new House(config)
  await house.start()
  const { ann, room } = await kept(house.address as Reachable)
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
  const uses = () => house.query('select person from invite_use where invite = $1', [id])
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
