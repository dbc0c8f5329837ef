// Who comes in, who has to knock, and how rooms begin and end.
import { expect, test } from 'vitest'
import { serviceKey, signInByToken, tokenFor } from '../support/accounts.ts'
import { HandClock } from '../support/clock.ts'
import { inviteIn, tokenIn } from '../support/links.ts'
import { Person } from '../support/person.ts'
import { start } from '../support/start.ts'
import { guests, home } from '../support/two.ts'

const service = serviceKey('door', 'key-of-door', ['create', 'invite', 'post', 'read'])

test('[RM1] whoever starts a room owns it, unless the config leaves that to accounts', async () => {
  await using server = await start({ ...signInByToken, rooms: { create: 'accounts' } })
  const guest = await Person.come(server)
  await expect(guest.ask({ type: 'room.create' })).rejects.toMatchObject({ code: 'rooms.accounts' })
  const ann = await Person.come(server, { token: tokenFor('Ann') })
  const room = await ann.startRoom()
  expect((await ann.join({ room: room.id })).role).toBe('owner')
})

test('[RM2] the id alone opens nothing; link, host link, a role, or having been let in do', async () => {
  await using server = await start(signInByToken)
  const { ann, room, link, host } = await home(server)
  const ben = await Person.come(server, { name: 'Ben' })
  await expect(ben.ask({ type: 'room.join', room })).rejects.toMatchObject({ code: 'room.knock' })
  expect((await ben.enter(link)).role).toBe('guest')
  await ben.ask({ type: 'room.leave', room })
  expect((await ben.join({ room })).role).toBe('guest')
  const cleo = await Person.come(server, { token: tokenFor('Cleo') })
  expect((await cleo.join({ host: tokenIn(host) })).role).toBe('owner')
  const dan = await Person.come(server, { token: tokenFor('Dan') })
  expect((await dan.enter(link)).role).toBe('member')
  await ann.ask({ type: 'room.leave', room })
  expect((await ann.join({ room })).role).toBe('owner')
})

test('[RM3] everybody sees the same people, counted alike', async () => {
  await using server = await start()
  const { ann, room, link } = await home(server)
  const ben = await Person.come(server, { name: 'Ben' })
  const state = await ben.enter(link)
  const { member } = await ann.hears('room.joined')
  expect(member).toEqual(state.members.find(({ person }) => person === ben.id))
  const who = await ann.ask({ type: 'room.who', room })
  expect(who).toEqual({ room, count: 2, members: state.members })
})

test('[RM5] a full room takes no more people, but another page of somebody who is in', async () => {
  await using server = await start()
  const { ann, room, link } = await home(server)
  await ann.ask({ type: 'room.set', room, limit: 2 })
  for (const page of await guests(server, 'Ben', 'Ben')) await page.enter(link)
  const cleo = await Person.come(server)
  await expect(cleo.enter(link)).rejects.toMatchObject({ code: 'room.full', retry: true })
  await ann.ask({ type: 'room.set', room, limit: 3 })
  await cleo.enter(link)
})

test('[RM10][IN3] when the last one leaves, room, log and links are gone; an old token does not bring them back', async () => {
  await using server = await start()
  const { ann, room, link } = await home(server)
  const ben = await Person.come(server)
  await ben.enter(link)
  await ben.settled()
  const kept = { resume: ben.token }
  await ann.ask({ type: 'room.leave', room })
  await ben.ask({ type: 'room.leave', room })
  await expect(ann.enter(link)).rejects.toMatchObject({ code: 'room.gone' })
  await expect(ann.ask({ type: 'room.join', room })).rejects.toMatchObject({ code: 'room.gone' })
  const again = await Person.come(server, kept)
  await again.settled()
  expect(again.all('room.entered')).toEqual([])
  expect(server.desk.rooms.size).toBe(0)
})

test('[RM12] a service is in no count and no list, and keeps no room open', async () => {
  await using server = await start({ serviceKeys: [service] })
  const { ann, room, link } = await home(server)
  const bot = await Person.come(server, { service: 'door', key: 'key-of-door', transport: 'tcp' })
  expect((await bot.enter(link)).members.map(({ name }) => name)).toEqual(['Ann'])
  expect(await bot.ask({ type: 'room.who', room })).toMatchObject({ count: 1 })
  await bot.say(room, 'The door is open')
  expect(await ann.hears('chat.said')).toMatchObject({ name: 'door' })
  expect(ann.all('room.joined')).toEqual([])
  await ann.ask({ type: 'room.leave', room })
  expect(await bot.hears('room.out')).toMatchObject({ code: 'room.closed' })
})

test('[RM13] a room that nobody enters is gone after an hour', async () => {
  const clock = new HandClock()
  await using server = await start({ serviceKeys: [service] }, clock)
  const bot = await Person.come(server, { service: 'door', key: 'key-of-door' })
  const { link } = await bot.ask({ type: 'room.create' })
  const invite = inviteIn(link)
  for (let minute = 0; minute < 59 * 2; minute++) {
    clock.advance(30_000)
    if (minute % 40 === 0) await (await Person.come(server)).ask({ type: 'invite.look', invite })
  }
  clock.advance(3 * 60_000)
  const late = await Person.come(server)
  await expect(late.enter(link)).rejects.toMatchObject({ code: 'room.gone' })
})

test('[RM14] only so many rooms a minute, and only so many at once', async () => {
  await using server = await start({ limits: { roomsPerMinute: 3 } })
  const ann = await Person.come(server)
  for (let count = 0; count < 3; count++) await ann.ask({ type: 'room.create' })
  await expect(ann.ask({ type: 'room.create' })).rejects.toMatchObject({ code: 'too.fast', retry: true })
  await using small = await start({ rooms: { most: 1 } })
  const ben = await Person.come(small)
  await ben.startRoom()
  await expect(ben.ask({ type: 'room.create' })).rejects.toMatchObject({ code: 'server.full', retry: true })
})
