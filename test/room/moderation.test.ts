// Running a room: settings, roles, kick, ban, close.
import { expect, test } from 'vitest'
import { Person } from '../support/person.ts'
import { start } from '../support/start.ts'
import { guest, two } from '../support/two.ts'

test('[RM4] topic, lock and limit reach everyone', async () => {
  await using server = await start()
  const { ann, ben, room } = await two(server)
  await ann.ask({ type: 'room.set', room, topic: '  Plans ', locked: true, limit: 9, guestsInvite: false })
  expect((await ben.hears('room.changed')).settings).toEqual({
    ...{ topic: 'Plans', locked: true, limit: 9, guestsInvite: false },
    ...{ liveLocked: false, hideAddresses: false },
  })
  await ann.ask({ type: 'room.set', room, limit: 0 })
  expect((await ben.hears('room.changed', ({ settings }) => settings.limit === 0)).settings.topic).toBe(
    'Plans',
  )
})

test('[RM6] an owner gives roles, everyone learns it, and what they allow holds at once', async () => {
  await using server = await start()
  const { ann, ben, room } = await two(server)
  await expect(ben.ask({ type: 'room.set', room, topic: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
  await ann.ask({ type: 'room.role', room, person: ben.id, role: 'admin' })
  expect(await ben.hears('room.role-set')).toMatchObject({
    person: ben.id,
    role: 'admin',
    by: ann.id,
    seq: 1,
  })
  expect((await ben.hears('room.may')).may).toContain('room.kick')
  await ben.ask({ type: 'room.set', room, topic: 'x' })
})

test('[RM6] the last owner stays one; with another owner he may step down', async () => {
  await using server = await start()
  const { ann, ben, room } = await two(server)
  const stepDown = () => ann.ask({ type: 'room.role', room, person: ann.id, role: 'guest' })
  await expect(stepDown()).rejects.toMatchObject({ code: 'role.last' })
  await ann.ask({ type: 'room.role', room, person: ben.id, role: 'owner' })
  await stepDown()
  await expect(ann.ask({ type: 'room.close', room })).rejects.toMatchObject({ code: 'forbidden' })
})

test('[RM7] a kick takes all pages out at once; the token does not bring him back, the link does', async () => {
  await using server = await start()
  const { ann, room, link } = await two(server)
  const pages = [await guest(server, 'Cleo'), await guest(server, 'Cleo', 'tcp')] as const
  for (const page of pages) await page.enter(link)
  const [one] = pages
  await one.settled()
  const kept = one.token
  await ann.ask({ type: 'room.kick', room, person: one.id })
  for (const page of pages) expect(await page.hears('room.out')).toMatchObject({ code: 'room.removed' })
  await ann.hears('room.left', ({ person, why }) => person === one.id && why === 'kicked')
  await ann.say(room, 'without him')
  await expect(one.say(room, 'still here?')).rejects.toMatchObject({ code: 'room.outside' })
  expect(one.texts(room)).toEqual([])
  const again = await Person.come(server, { resume: kept })
  await again.settled()
  expect(again.all('room.entered')).toEqual([])
  await again.enter(link)
})

test('[RM8] a ban keeps somebody out by every way, until it is lifted', async () => {
  await using server = await start()
  const { ann, ben, room, link } = await two(server)
  await ann.ask({ type: 'room.ban', room, person: ben.id })
  expect(await ben.hears('room.out')).toMatchObject({ code: 'room.banned' })
  for (const way of [
    ben.enter(link),
    ben.ask({ type: 'knock.ask', room }),
    ben.ask({ type: 'room.join', room }),
  ]) {
    await expect(way).rejects.toMatchObject({ code: 'room.banned' })
  }
  await ann.ask({ type: 'room.unban', room, person: ben.id })
  await ben.enter(link)
})

test('[RM9] nobody is kicked or banned by someone who does not outrank him', async () => {
  await using server = await start()
  const { ann, ben, room, link } = await two(server)
  const cleo = await Person.come(server)
  await cleo.enter(link)
  for (const { id: person } of [ben, cleo]) await ann.ask({ type: 'room.role', room, person, role: 'admin' })
  for (const { id: person } of [ann, cleo, ben]) {
    await expect(ben.ask({ type: 'room.kick', room, person })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(ben.ask({ type: 'room.ban', room, person })).rejects.toMatchObject({ code: 'forbidden' })
  }
  await ann.ask({ type: 'room.kick', room, person: cleo.id })
})

test('[RM11] an owner closes a room over the heads of those in it', async () => {
  await using server = await start()
  const { ann, ben, room, link } = await two(server)
  await ann.ask({ type: 'room.close', room })
  expect(await ben.hears('room.out')).toMatchObject({ code: 'room.closed' })
  await expect(ben.enter(link)).rejects.toMatchObject({ code: 'room.gone' })
  expect(server.desk.rooms.size).toBe(0)
})

test('[SV1] the operator looks after the server by its unix socket', async () => {
  await using server = await start()
  const { ann, room } = await two(server)
  const operator = await Person.come(server, { transport: 'unix' })
  expect(await operator.ask({ type: 'server.status' })).toMatchObject({
    rooms: 1,
    people: 2,
    url: server.url,
  })
  expect((await operator.ask({ type: 'server.rooms' })).rooms).toMatchObject([{ room, count: 2 }])
  await operator.ask({ type: 'room.close', room })
  await ann.hears('room.out')
  await expect(ann.ask({ type: 'server.status' })).rejects.toMatchObject({ code: 'forbidden' })
})
