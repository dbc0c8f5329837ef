// Standing at the door: who is shown, who answers, and what becomes of it.
import { expect, test } from 'vitest'
import { HandClock } from '../support/clock.ts'
import { inviteIn } from '../support/links.ts'
import { Person } from '../support/person.ts'
import { type Running, start } from '../support/start.ts'

test('[KN1][KN3] in a locked room also who has the link must knock, and is let in', async () => {
  await using server = await start()
  const { ann, room, ben } = await locked(server)
  const invite = inviteIn(room.link)
  await expect(ben.enter(room.link)).rejects.toMatchObject({ code: 'room.knock' })
  expect(await ben.ask({ type: 'knock.ask', invite })).toEqual({ room: room.id, hosts: 1 })
  const { knocker } = await ann.hears('knock.waiting')
  expect(knocker).toMatchObject({ person: ben.id, name: 'Ben' })
  await ann.ask({ type: 'knock.admit', room: room.id, person: ben.id })
  expect((await ben.hears('room.entered')).room).toMatchObject({ id: room.id, role: 'guest' })
  await ann.hears('knock.gone')
  await ben.say(room.id, 'Thank you')
  await ann.hears('chat.said', ({ by }) => by === ben.id)
})

test('[KN1] an owner who comes back need not knock', async () => {
  await using server = await start()
  const { ann, room, ben } = await locked(server)
  await ben.ask({ type: 'knock.ask', room: room.id })
  await ann.ask({ type: 'knock.admit', room: room.id, person: ben.id })
  await ann.ask({ type: 'room.leave', room: room.id })
  expect((await ann.join({ room: room.id })).role).toBe('owner')
})

test('[KN2] members and guests are not shown who waits; who becomes admin is', async () => {
  await using server = await start()
  const { ann, room, ben } = await locked(server)
  const cleo = await Person.come(server, { name: 'Cleo' })
  await cleo.ask({ type: 'knock.ask', room: room.id })
  await ann.ask({ type: 'knock.admit', room: room.id, person: cleo.id })
  await ben.ask({ type: 'knock.ask', room: room.id })
  await ann.hears('knock.waiting', ({ knocker }) => knocker.person === ben.id)
  await cleo.settled()
  expect(cleo.all('knock.waiting')).toEqual([])
  await ann.ask({ type: 'room.role', room: room.id, person: cleo.id, role: 'admin' })
  expect((await cleo.hears('room.may')).knocks.map(({ name }) => name)).toEqual(['Ben'])
})

test('[KN3] who is denied hears it, and may knock again', async () => {
  await using server = await start()
  const { ann, room, ben } = await locked(server)
  await ben.ask({ type: 'knock.ask', room: room.id })
  await ann.ask({ type: 'knock.deny', room: room.id, person: ben.id })
  expect(await ben.hears('knock.denied')).toMatchObject({ room: room.id, code: 'room.denied' })
  await ben.ask({ type: 'knock.ask', room: room.id })
  await ann.hears('knock.waiting', ({ knocker }) => knocker.person === ben.id)
})

test('[KN4] who withdraws, or is gone for good, is no longer shown and cannot be let in', async () => {
  const clock = new HandClock()
  await using server = await start({}, clock)
  const { ann, room, ben } = await locked(server)
  await ben.ask({ type: 'knock.ask', room: room.id })
  await ben.ask({ type: 'knock.withdraw', room: room.id })
  await ann.hears('knock.gone', ({ person }) => person === ben.id)
  const answer = ann.ask({ type: 'knock.admit', room: room.id, person: ben.id })
  await expect(answer).rejects.toMatchObject({ code: 'person.unknown' })
  const cleo = await Person.come(server)
  await cleo.ask({ type: 'knock.ask', room: room.id })
  cleo.carrier.close()
  await expect.poll(() => server.desk.visitors.find(cleo.welcome.session)?.socket).toBeUndefined()
  clock.advance(11_000)
  await ann.hears('knock.gone', ({ person }) => person === cleo.id)
})

test('[KN3] who waits at a room that ends hears that it was closed', async () => {
  await using server = await start()
  const { ann, room, ben } = await locked(server)
  await ben.ask({ type: 'knock.ask', room: room.id })
  await ann.ask({ type: 'room.leave', room: room.id })
  expect(await ben.hears('knock.denied')).toMatchObject({ code: 'room.closed' })
})

test('[KN4] fifty may wait at a door, no more', async () => {
  await using server = await start()
  const { room } = await locked(server)
  const people = await Promise.all(
    Array.from({ length: 51 }, () => Person.come(server, { transport: 'tcp' })),
  )
  const knocks = people.map(person =>
    person.ask({ type: 'knock.ask', room: room.id }).catch(error => error.code),
  )
  expect((await Promise.all(knocks)).filter(answer => answer === 'knocks.many')).toHaveLength(1)
})

async function locked(server: Running) {
  const ann = await Person.come(server, { name: 'Ann' })
  const room = await ann.startRoom()
  await ann.ask({ type: 'room.set', room: room.id, locked: true })
  return { ann, room, ben: await Person.come(server, { name: 'Ben' }) }
}
