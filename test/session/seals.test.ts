// Old seals, old tokens and old links, brought back by people who would gain by them.
import { expect, test } from 'vitest'
import { PUBLIC } from '#protocol/public.ts'
import { operatorOf } from '../support/accounts.ts'
import { HandClock } from '../support/clock.ts'
import { inviteIn, tokenIn } from '../support/links.ts'
import { Person } from '../support/person.ts'
import { start } from '../support/start.ts'

test('[SE8] a demoted admin who returns first and is busy does not stay admin when the owner is back', async () => {
  await using server = await start()
  const ann = await Person.come(server, { name: 'Ann' })
  const room = await ann.startRoom()
  let bad = await Person.come(server, { name: 'Bad' })
  await bad.enter(room.link)
  await ann.ask({ type: 'room.role', room: room.id, person: bad.id, role: 'admin' })
  await bad.settled()
  const kept = bad.holds()
  await ann.ask({ type: 'room.role', room: room.id, person: bad.id, role: 'guest' })
  await ann.settled()
  await using after = await server.restart()
  bad = await Person.come(after, kept)
  expect((await bad.hears('room.entered')).room.role).toBe('admin')
  for (let at = 0; at < 5; at++) await bad.ask({ type: 'room.set', room: room.id, topic: `mine ${at}` })
  const back = await ann.comeAgain(after)
  await back.settled()
  expect(await bad.hears('room.may')).toMatchObject({ role: 'guest' })
  await expect(bad.ask({ type: 'room.set', room: room.id, topic: 'x' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect((await back.join({ room: room.id })).settings.topic).toBe('')
})

test('[SE8] a seal of the same life bans nobody again who was let back in', async () => {
  await using server = await start()
  const ann = await Person.come(server, { name: 'Ann' })
  const room = await ann.startRoom()
  const [mean, ben] = [
    await Person.come(server, { name: 'Mean' }),
    await Person.come(server, { name: 'Ben' }),
  ]
  for (const one of [mean, ben]) await one.enter(room.link)
  await ann.ask({ type: 'room.ban', room: room.id, person: ben.id })
  await mean.settled()
  const kept = mean.holds()
  await ann.ask({ type: 'room.unban', room: room.id, person: ben.id })
  await ben.enter(room.link)
  const again = await Person.come(server, kept)
  await again.settled()
  await ben.say(room.id, 'still here')
  await again.hears('chat.said')
})

test('[RM15] after a restart the front room is its owner’s again, whoever came by the link before him', async () => {
  await using server = await start()
  const path = server.link.slice(server.url.length)
  const ann = await Person.come(server, { name: 'Ann' })
  const { id } = await ann.enter(path)
  await ann.settled()
  await using after = await server.restart()
  const stranger = await Person.come(after, { name: 'Stranger' })
  expect((await stranger.enter(path)).role).toBe('owner')
  const back = await ann.comeAgain(after)
  await back.hears('room.entered')
  expect(await stranger.hears('room.may')).toMatchObject({ role: 'guest' })
  await back.ask({ type: 'room.kick', room: id, person: stranger.id })
})

test('[RM10] a host link and a token of the front room’s former life open nothing in the next', async () => {
  const clock = new HandClock()
  await using server = await start({}, clock)
  const path = server.link.slice(server.url.length)
  const old = await Person.come(server, { name: 'Old' })
  const { id } = await old.enter(path)
  const host = tokenIn((await old.ask({ type: 'invite.host', room: id })).path)
  await old.settled()
  const kept = old.holds()
  clock.advance(10)
  await old.ask({ type: 'room.leave', room: id })
  clock.advance(10)
  const ann = await Person.come(server, { name: 'Ann' })
  await ann.enter(path)
  await ann.ask({ type: 'room.set', room: id, locked: true })
  const again = await Person.come(server, kept)
  await again.settled()
  expect(again.all('room.entered')).toEqual([])
  await expect(again.join({ host })).rejects.toMatchObject({ code: 'room.knock' })
})

test('[IN3] a cancelled front link shows nothing and answers like one that never was', async () => {
  await using server = await start()
  const path = server.link.slice(server.url.length)
  const ann = await Person.come(server, { name: 'Ann' })
  const { id } = await ann.enter(path)
  await ann.ask({ type: 'invite.revoke', room: id, id: PUBLIC })
  const ben = await Person.come(server)
  await expect(ben.enter(path)).rejects.toMatchObject({ code: 'room.gone' })
  const look = ben.ask({ type: 'invite.look', invite: inviteIn(path) })
  await expect(look).rejects.toMatchObject({ code: 'room.gone' })
})

test('[RM2] a guest who opens the host link while he is in becomes an owner', async () => {
  await using server = await start()
  const ann = await Person.come(server)
  const room = await ann.startRoom()
  const ben = await Person.come(server)
  await ben.enter(room.link)
  await ben.join({ host: tokenIn(room.host) })
  expect(await ben.hears('room.may')).toMatchObject({ role: 'owner' })
  await ann.hears('room.role-set', ({ person, role }) => person === ben.id && role === 'owner')
})

test('[SE2] a page that stays open for days keeps its place, and so does its room over a restart', {
  timeout: 60_000,
}, async () => {
  const clock = new HandClock()
  await using server = await start({}, clock)
  const ann = await Person.come(server, { name: 'Ann', transport: 'tcp' })
  const room = await ann.startRoom()
  for (let seconds = 0; seconds < 26 * 3600; seconds += 40) {
    clock.advance(40_000)
    await ann.settled()
  }
  await using after = await server.restart()
  const back = await ann.comeAgain(after)
  expect((await back.hears('room.entered')).room).toMatchObject({ id: room.id, role: 'owner' })
})

test('[SE2] leaving on one page does not void the token of the other', async () => {
  const clock = new HandClock()
  await using server = await start({}, clock)
  const browser = 'the-key-of-bens-browser-0'
  const ann = await Person.come(server)
  const room = await ann.startRoom()
  const [one, other] = [await Person.come(server, { browser }), await Person.come(server, { browser })]
  for (const page of [one, other]) await page.enter(room.link)
  await other.settled()
  await one.ask({ type: 'room.leave', room: room.id })
  other.carrier.close()
  await ann.hears('room.member', ({ member }) => member.away)
  clock.advance(11_000)
  await ann.hears('room.left')
  const back = await other.comeAgain(server)
  expect(back.welcome.resumed).toBe('again')
  await back.hears('room.entered')
})

test('[SE9] what is said behind a sign-out is not heard: nobody stays in a room who is gone', async () => {
  await using server = await start()
  const ann = await Person.come(server)
  const room = await ann.startRoom()
  const ben = await Person.come(server, { transport: 'tcp' })
  const invite = inviteIn(room.link)
  ben.carrier.sendText(
    `{"type":"room.join","invite":"${invite}"}\n{"type":"session.end"}\n{"type":"room.join","invite":"${invite}"}`,
  )
  await ben.isClosed()
  await ann.settled()
  expect((await ann.ask({ type: 'room.who', room: room.id })).count).toBe(1)
})

test('[AN4] a request behind an entering is about that room already', async () => {
  await using server = await start()
  const ann = await Person.come(server)
  const room = await ann.startRoom()
  const ben = await Person.come(server, { transport: 'tcp' })
  const entering = ben.enter(room.link)
  const speaking = [1, 2, 3].map(count => ben.say(room.id, String(count)))
  await Promise.all([entering, ...speaking])
  await ann.hears('chat.said', ({ text }) => text === '3')
  expect(ann.texts(room.id)).toEqual(['1', '2', '3'])
})

test('[HE11] too many who arrive at once from one address are told to wait, and can come later', async () => {
  const clock = new HandClock()
  await using server = await start({ limits: { arrivalsAtOnce: 3, arrivalsPerSecond: 1 } }, clock)
  for (let count = 0; count < 3; count++) await Person.come(server)
  const late = await Person.stranger(server)
  await expect(late.hello()).rejects.toMatchObject({ code: 'too.fast', retry: true })
  // A command says hello for every question.
  for (let count = 0; count < 5; count++) await operatorOf(server)
  clock.advance(1000)
  expect((await late.hello()).type).toBe('welcome')
})
