// Who is banned: seen by name by those who may let him back in, also after a restart.
import { expect, test } from 'vitest'
import type { PersonId } from '#protocol/id.ts'
import { sealed } from '#protocol/id.ts'
import { Seal } from '../../server/base/seal.ts'
import { Bans } from '../../server/room/bans.ts'
import { emptyRecord, newRoomId, openRecord, readRecord, sealRecord } from '../../server/room/record.ts'
import { Person } from '../support/person.ts'
import { start } from '../support/start.ts'
import { guest, two } from '../support/two.ts'

test('[RM17] the banned are listed by name, the newest first, also who had left before, and come in again when let back', async () => {
  await using server = await start()
  const ann = await Person.come(server, { name: 'Ann' })
  const { id: room, link } = await ann.startRoom()
  const [ben, cleo] = [
    await Person.come(server, { name: 'Ben' }),
    await Person.come(server, { name: 'Someone' }),
  ]
  for (const one of [ben, cleo]) await one.enter(link)
  await cleo.ask({ type: 'me.rename', name: 'Cleo' })
  await cleo.ask({ type: 'room.leave', room })
  await expect(ben.ask({ type: 'room.bans', room })).rejects.toMatchObject({ code: 'forbidden' })
  for (const { id } of [ben, cleo]) await ann.ask({ type: 'room.ban', room, person: id })
  const { people } = await ann.ask({ type: 'room.bans', room })
  expect(people.map(({ person, name }) => [person, name])).toEqual([
    [cleo.id, 'Cleo'],
    [ben.id, 'Ben'],
  ])
  expect(people.every(({ at }) => typeof at === 'number')).toBe(true)
  await ann.ask({ type: 'room.unban', room, person: ben.id })
  expect((await ann.ask({ type: 'room.bans', room })).people).toMatchObject([{ person: cleo.id }])
  await ben.enter(link)
})

test('[RM17] the list of an unnamed room comes through a restart, with its names', async () => {
  await using server = await start()
  const { ann, ben, room, link } = await two(server)
  await ann.ask({ type: 'room.ban', room, person: ben.id })
  const before = await ann.ask({ type: 'room.bans', room })
  await ann.settled()
  await using after = await server.restart()
  const annAgain = await ann.comeAgain(after)
  await annAgain.hears('room.entered')
  expect(await annAgain.ask({ type: 'room.bans', room })).toEqual(before)
  const benAgain = await guest(after, 'Ben')
  await expect(benAgain.enter(link)).rejects.toMatchObject({ code: 'room.banned' })
  await annAgain.ask({ type: 'room.unban', room, person: ben.id })
  await benAgain.enter(link)
})

const person = (at: number) => `person-number-${`${at}`.padStart(6, '0')}` as PersonId
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ person: person(at), name: '\u4e00'.repeat(64), at: 1e12 + at }))

test('records and seals from before names were kept are understood', () => {
  const record = {
    ...emptyRecord(newRoomId(), 1),
    bans: [person(1), { person: person(2), name: 'Ben', at: 5 }],
  }
  expect(readRecord(record).bans).toEqual([{ person: person(1) }, { person: person(2), name: 'Ben', at: 5 }])
})

test('[RM17] a seal stays small enough to be said, however many are banned and whatever they are called', () => {
  const seal = new Seal(Buffer.alloc(32))
  const roles = many(100).map(({ person }) => [person, 'member'] as [PersonId, 'member'])
  const empty = emptyRecord(newRoomId(), 1)
  const settings = { ...empty.settings, topic: '\u4e00'.repeat(200), limit: 10_000 }
  const record = { ...empty, roles, settings, bans: many(500) }
  const token = sealRecord(seal, record, 1)
  expect(sealed.safeParse(token).success).toBe(true)
  const bans = openRecord(seal, token, 2)?.record.bans ?? []
  expect(bans).toHaveLength(200)
  expect(bans.filter(({ name }) => name !== undefined)).toEqual(many(500).slice(-30))
})

test('[RM17] a room that has banned as many as it can says so, and goes on when one is let back in', () => {
  const bans = new Bans()
  for (const ban of many(500)) bans.add(ban)
  expect(() => bans.add({ person: person(500), name: 'One more' })).toThrow(
    expect.objectContaining({ code: 'bans.many' }),
  )
  bans.lift(person(0))
  bans.add({ person: person(500), name: 'One more' })
  expect(bans.list().at(-1)?.name).toBe('One more')
})
