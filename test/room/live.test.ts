// The call of a room, seen by those who are in it and those who are not.
import { expect, test } from 'vitest'
import { operatorOf, serviceKey } from '../support/accounts.ts'
import { goLive, liveSeenBy, offer, signal } from '../support/call.ts'
import { HandClock, passes } from '../support/clock.ts'
import { Person } from '../support/person.ts'
import { start } from '../support/start.ts'
import { guest, two } from '../support/two.ts'

async function three(...config: Parameters<typeof start>) {
  const server = await start(...config)
  const at = await two(server)
  const cleo = await guest(server, 'Cleo')
  await cleo.enter(at.link)
  return { server, ...at, cleo }
}

test('[LV1] everybody in the room sees who is live, since when and how, also who comes later', async () => {
  const clock = new HandClock()
  const { server, ann, ben, cleo, room, link } = await three({}, clock)
  await using _server = server
  const begun = clock.now()
  const { id } = await goLive(ann, room, { camera: false })
  const peer = { id, person: ann.id, name: 'Ann', since: begun, mic: true, camera: false, away: false }
  expect(await cleo.hears('live.joined')).toMatchObject({ room, since: begun, peer })
  clock.advance(1000)
  const answer = await goLive(ben, room)
  expect(answer.peers).toMatchObject([peer])
  const joined = await cleo.hears('live.joined', ({ peer }) => peer.person === ben.id)
  expect(joined).toMatchObject({ since: begun, peer: { id: answer.id, since: begun + 1000 } })
  const dan = await guest(server, 'Dan')
  const seen = await dan.enter(link)
  expect(seen).toMatchObject({ seat: null, live: { since: begun, peers: [peer, { person: ben.id }] } })

  await ann.ask({ type: 'live.leave', room })
  expect(await cleo.hears('live.left')).toMatchObject({ id, person: ann.id, why: 'left' })
  expect(Object.keys((await liveSeenBy(dan, room)) ?? {})).toEqual(['Ben'])
  await ben.ask({ type: 'live.leave', room })
  expect(await liveSeenBy(dan, room)).toBeNull()
  await expect(ben.ask({ type: 'live.leave', room })).rejects.toMatchObject({ code: 'live.outside' })
  clock.advance(1000)
  await goLive(ann, room)
  expect((await dan.join({ room })).live?.since).toBe(begun + 2000)
})

test('[LV2] a second page of somebody takes his seat, and the first one is told', async () => {
  const { server, ann, ben, cleo, room } = await three()
  await using _server = server
  const first = await goLive(ann, room)
  const { id: other } = await goLive(ben, room)
  await ann.ask({ type: 'live.set', room, hand: true })
  const before = (await liveSeenBy(cleo, room))?.Ann
  const phone = await guest(server, 'Ann', 'tcp')
  // A page is in the call of a room that it is in itself.
  await expect(goLive(phone, room)).rejects.toMatchObject({ code: 'room.outside' })
  expect((await phone.join({ room })).seat).toBeNull()
  const second = await goLive(phone, room, { mic: false })
  expect(await ann.hears('live.out')).toMatchObject({ room, code: 'live.moved' })
  expect(await cleo.hears('live.left')).toMatchObject({ id: first.id, person: ann.id, why: 'moved' })
  const after = (await liveSeenBy(cleo, room))?.Ann
  expect(after).toEqual({ ...before, id: second.id, mic: false })
  for (const said of [ann.ask({ type: 'live.set', room, mic: true }), signal(ann, room, other, offer())])
    await expect(said).rejects.toMatchObject({ code: 'live.outside' })
  expect((await phone.join({ room })).seat).toBe(second.id)
  await ben.ask({ type: 'live.signal', room, to: second.id, ...offer() })
  await phone.hears('live.signalled')
  expect(ann.all('live.signalled')).toEqual([])
  // The page that has moved out leaves the room: that is not his leaving the call.
  await ann.ask({ type: 'room.leave', room })
  expect(Object.keys((await liveSeenBy(cleo, room)) ?? {})).toEqual(['Ben', 'Ann'])
})

test('[LV5] what one sends and whose hand is up is shown to all, in the order of hands', async () => {
  const { server, ann, ben, cleo, room } = await three()
  await using _server = server
  await goLive(ann, room)
  await goLive(ben, room)
  await ben.ask({ type: 'live.set', room, mic: false, share: true, hand: true })
  expect((await cleo.hears('live.changed')).peer).toMatchObject({ person: ben.id, mic: false, share: true })
  await ann.ask({ type: 'live.set', room, share: true, hand: true })
  const seen = await liveSeenBy(cleo, room)
  expect(seen).toMatchObject({ Ann: { share: true, mic: true }, Ben: { share: true, camera: true } })
  expect(seen?.Ann?.hand).toBeGreaterThan(seen?.Ben?.hand ?? Number.POSITIVE_INFINITY)
  await ben.ask({ type: 'me.rename', name: 'Benjamin' })
  await cleo.hears('live.changed', ({ peer }) => peer.name === 'Benjamin')
})

test('[LV6] reactions are seen by all for the moment, and neither they nor hands come too fast', async () => {
  const clock = new HandClock()
  const { server, ann, cleo, room } = await three({}, clock)
  await using _server = server
  const clap = () => ann.ask({ type: 'live.react', room, emoji: '👏' })
  await expect(clap()).rejects.toMatchObject({ code: 'live.outside' })
  await goLive(ann, room)
  await clap()
  expect(await cleo.hears('live.reacted')).toMatchObject({ room, by: ann.id, emoji: '👏' })
  for (let count = 1; count < 30; count++) await clap()
  await expect(clap()).rejects.toMatchObject({ code: 'too.fast' })
  await expect(ann.ask({ type: 'live.set', room, hand: true })).rejects.toMatchObject({ code: 'too.fast' })
  await ann.say(room, 'not too fast')
  await cleo.settled()
  expect(cleo.all('live.reacted')).toHaveLength(30)
  clock.advance(200)
  await clap()
})

test('[LV7] who joins is told by which servers he is reached, and asks for new ones while he is in it', async () => {
  const { server, ann, ben, room } = await three({}, new HandClock())
  await using _server = server
  const { ice } = await goLive(ann, room)
  expect(await ann.ask({ type: 'live.servers', room })).toEqual(ice)
  await expect(ben.ask({ type: 'live.servers', room })).rejects.toMatchObject({ code: 'live.outside' })
})

test('[LV8] who joins is told whether addresses stay hidden: by his own wish, or by the room’s', async () => {
  const { server, ann, ben, cleo, room } = await three()
  await using _server = server
  expect((await goLive(ben, room)).relayOnly).toBe(false)
  expect((await goLive(cleo, room, { relayOnly: true })).relayOnly).toBe(true)
  await ann.ask({ type: 'room.set', room, hideAddresses: true })
  expect((await ben.hears('room.changed')).settings.hideAddresses).toBe(true)
  expect((await goLive(ann, room)).relayOnly).toBe(true)
})

test('[LV12] a lost connection keeps the seat for a minute, and back in time it is the same peer', async () => {
  const clock = new HandClock()
  const { server, ann, ben, cleo, room } = await three({}, clock)
  await using _server = server
  const { id } = await goLive(ann, room)
  const { id: other } = await goLive(ben, room)
  ben.carrier.drop()
  expect((await ann.hears('live.changed')).peer).toMatchObject({ id: other, away: true })
  await expect(signal(ann, room, other, offer())).rejects.toMatchObject({ code: 'peer.away' })
  clock.advance(40_000)
  const back = await ben.comeAgain(server, 'socket.io')
  const { room: state } = await back.hears('room.entered')
  expect(state).toMatchObject({ seat: other, live: { peers: [{ id }, { id: other, away: false }] } })
  await signal(ann, room, other, offer())
  await back.hears('live.signalled', ({ from }) => from === id)
  await signal(back, room, id, offer())
  back.carrier.drop()
  await cleo.hears('live.changed', ({ peer }) => peer.away && cleo.all('live.changed').length > 2)
  await passes(clock, 61_000, ann, cleo)
  expect(await cleo.hears('live.left')).toMatchObject({ id: other, why: 'lost' })
  expect(cleo.all('live.joined')).toHaveLength(2)
})

test('[LV12] a page that has begun anew does not sit where it sat', async () => {
  const { server, ann, ben, room } = await three()
  await using _server = server
  await goLive(ann, room)
  const { id } = await goLive(ben, room)
  const { resume, rooms = [] } = ben.holds()
  const reloaded = await Person.come(server, { resume, rooms: rooms.map(({ seat: _, ...cursor }) => cursor) })
  expect((await reloaded.hears('room.entered')).room).toMatchObject({ seat: null, live: { peers: [{}] } })
  expect(await ann.hears('live.left')).toMatchObject({ id, why: 'left' })
  expect(ann.all('room.left')).toEqual([])
})

test('[LV12] of somebody with two pages the one that is live counts for the call', async () => {
  const clock = new HandClock()
  const { server, ann, ben, room } = await three({}, clock)
  await using _server = server
  const phone = await guest(server, 'Ben', 'tcp')
  await phone.join({ room })
  const { id } = await goLive(phone, room)
  ben.carrier.drop()
  await expect.poll(() => server.desk.visitors.find(ben.welcome.session)?.socket).toBeUndefined()
  phone.carrier.close()
  await ann.hears('live.changed', ({ peer }) => peer.id === id && peer.away)
  const back = await ben.comeAgain(server)
  await passes(clock, 11_000, ann, back)
  expect(await ann.hears('live.left')).toMatchObject({ id, why: 'lost' })
  expect(ann.all('room.left')).toEqual([])
  expect(ann.all('live.changed')).toHaveLength(1)
})

test('[LV13] who leaves the room, is kicked, banned or turned out has left the call at once', async () => {
  const { server, ann, cleo, room, link } = await three()
  await using _server = server
  const names = ['Leaver', 'Kicked', 'Banned', 'Closer'] as const
  const people = await Promise.all(names.map(name => guest(server, name)))
  for (const person of people) {
    await person.enter(link)
    await goLive(person, room)
  }
  const [leaver, kicked, banned, closer] = people as [Person, Person, Person, Person]
  await leaver.ask({ type: 'room.leave', room })
  await ann.ask({ type: 'room.kick', room, person: kicked.id })
  await ann.ask({ type: 'room.ban', room, person: banned.id })
  await closer.ask({ type: 'session.end' })
  for (const { id } of people) await cleo.hears('room.left', ({ person }) => person === id)
  const order = cleo.heard.flatMap(said =>
    said.type === 'live.left' || said.type === 'room.left' ? [`${said.type} ${said.why}`] : [],
  )
  expect(order).toEqual([
    ...['live.left left', 'room.left left', 'live.left removed', 'room.left kicked'],
    ...['live.left removed', 'room.left banned', 'live.left left', 'room.left left'],
  ])
  expect(await liveSeenBy(cleo, room)).toBeNull()
  const { type } = kicked.heard.at(-1) ?? {}
  expect(type).not.toBe('live.out')
})

test('[LV13] with the room its call is over, and nobody hears of each that was in it', async () => {
  const { server, ann, ben, cleo, room } = await three()
  await using _server = server
  for (const person of [ann, ben]) await goLive(person, room)
  await ann.ask({ type: 'room.close', room })
  await ben.hears('room.out')
  await cleo.hears('room.out')
  expect([...ben.all('live.left'), ...cleo.all('live.left')]).toEqual([])
  await expect(ben.ask({ type: 'live.set', room, mic: false })).rejects.toMatchObject({ code: 'room.gone' })
})

test('[LV15] services and the operator are in no call', async () => {
  const bot = serviceKey('bot', 'key-of-bot', ['post', 'read'])
  const { server, cleo, room } = await three({ serviceKeys: [bot] })
  await using _server = server
  const service = await Person.come(server, { service: 'bot', key: 'key-of-bot' })
  await service.join({ room })
  const operator = await operatorOf(server)
  for (const one of [service, operator])
    await expect(goLive(one, room)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await liveSeenBy(cleo, room)).toBeNull()
})
