// Coming back: to one's place, by whatever connection, with nothing lost, doubled or out of order.
import { expect, test } from 'vitest'
import { publicTransports, type Transport } from '../support/carrier.ts'
import { HandClock } from '../support/clock.ts'
import { roomy } from '../support/limits.ts'
import { Person } from '../support/person.ts'
import { start } from '../support/start.ts'
import { two } from '../support/two.ts'

const rounds = process.env.PRESENCE_LONG ? 60 : 6

test('[SE2][SE5][FR9] a person hops over all three transports while others talk: nothing lost, doubled, or out of order', async () => {
  await using server = await start(roomy)
  const ann = await Person.come(server, { name: 'Ann' })
  const room = await ann.startRoom()
  let ben = await Person.come(server, { name: 'Ben', transport: 'tcp' })
  await ben.enter(room.link)
  const heard: string[] = []
  const said: string[] = []
  for (let round = 0; round < rounds; round++) {
    const speaking = Promise.all(Array.from({ length: 20 }, (_, at) => ann.say(room.id, `${round}.${at}`)))
    for (let at = 0; at < 20; at++) said.push(`${round}.${at}`)
    // In the middle of it, now by closing, now by tearing, now by coming before the old one is gone.
    if (round % 3 === 0) ben.carrier.close()
    if (round % 3 === 1) ben.carrier.drop()
    // What the old connection still brings from here on, a client does not look at any more.
    heard.push(...ben.texts(room.id))
    ben = await ben.comeAgain(server, publicTransports[round % 3] as Transport)
    expect(ben.welcome.resumed).toBe('same')
    await speaking
    await ben.settled()
  }
  heard.push(...ben.texts(room.id))
  expect(heard).toEqual(said)
  await ann.settled()
  expect(ann.all('room.left')).toEqual([])
})

test('[SE3] the connection that was there before is closed, and what it still says is not heard', async () => {
  await using server = await start()
  const ann = await Person.come(server)
  const room = await ann.startRoom()
  const again = await ann.comeAgain(server, 'tcp')
  expect(await ann.isClosed()).toBe(4501)
  expect(ann.all('refused').at(-1)).toMatchObject({ code: 'superseded', retry: false })
  ann.carrier.send({ type: 'chat.send', room: room.id, key: 'late', text: 'from the old one' })
  await again.say(room.id, 'from the new one')
  await again.settled()
  expect(again.texts(room.id)).toEqual(['from the new one'])
})

test('[SE4] who closes the page is away for ten seconds and has then left', async () => {
  const clock = new HandClock()
  await using server = await start({}, clock)
  const { ann, ben, room } = await two(server)
  ben.carrier.close()
  expect((await ann.hears('room.member')).member).toMatchObject({ person: ben.id, away: true })
  clock.advance(9_900)
  await ann.settled()
  expect((await ann.ask({ type: 'room.who', room })).count).toBe(2)
  clock.advance(200)
  expect(await ann.hears('room.left')).toMatchObject({ person: ben.id, why: 'lost' })
})

test('[SE4] who is torn away is waited for a minute, and is not away when he is back', async () => {
  const clock = new HandClock()
  await using server = await start({}, clock)
  const { ann, ben } = await two(server)
  ben.carrier.drop()
  await ann.hears('room.member', ({ member }) => member.away)
  for (let seconds = 0; seconds < 58; seconds += 29) {
    clock.advance(29_000)
    await ann.settled()
  }
  const back = await ben.comeAgain(server, 'websocket')
  expect(back.welcome.resumed).toBe('same')
  await ann.hears('room.member', ({ member }) => !member.away && member.person === ben.id)
  clock.advance(29_000)
  await ann.settled()
  expect(ann.all('room.left')).toEqual([])
})

test('[SE1] a person with two pages is one member, hears on both, and leaves with the last', async () => {
  await using server = await start()
  const ann = await Person.come(server, { name: 'Ann' })
  const room = await ann.startRoom()
  const browser = 'the-key-of-bens-browser-0'
  const one = await Person.come(server, { name: 'Ben', browser })
  const other = await Person.come(server, { name: 'Ben', browser, transport: 'socket.io' })
  await one.enter(room.link)
  expect((await other.enter(room.link)).members).toHaveLength(2)
  await ann.say(room.id, 'to both')
  await Promise.all([one.hears('chat.said'), other.hears('chat.said')])
  await one.ask({ type: 'room.leave', room: room.id })
  await ann.say(room.id, 'to the other')
  await other.hears('chat.said', ({ text }) => text === 'to the other')
  await one.settled()
  expect(one.texts(room.id)).toEqual(['to both'])
  expect(ann.all('room.left')).toEqual([])
  await other.ask({ type: 'room.leave', room: room.id })
  expect(await ann.hears('room.left')).toMatchObject({ person: one.id, why: 'left' })
})

test('[SE6] who is too far behind gets the newest page, marked as a gap', async () => {
  await using server = await start(roomy)
  const { ann, ben, room } = await two(server)
  ben.carrier.drop()
  await ann.hears('room.member', ({ member }) => member.away)
  await Promise.all(Array.from({ length: 501 }, (_, at) => ann.say(room, String(at))))
  const back = await ben.comeAgain(server, 'tcp')
  const { room: state } = await back.hears('room.entered')
  expect(state).toMatchObject({ gap: true, more: true })
  expect(state.facts).toBeUndefined()
  expect(state.messages?.map(({ text }) => text)).toEqual(
    Array.from({ length: 50 }, (_, at) => String(451 + at)),
  )
})

test('[SE5] five hundred missed messages come in one piece and without a gap', async () => {
  await using server = await start(roomy)
  const { ann, ben, room } = await two(server)
  ben.carrier.drop()
  await ann.hears('room.member', ({ member }) => member.away)
  await Promise.all(Array.from({ length: 500 }, (_, at) => ann.say(room, String(at))))
  const back = await ben.comeAgain(server, 'tcp')
  const { room: state } = await back.hears('room.entered')
  expect(state.gap).toBe(false)
  expect(state.facts).toHaveLength(500)
})

test('[SE13] a token is good for a day, and after that the connection takes another hello', async () => {
  const clock = new HandClock()
  await using server = await start({ grace: { lostSeconds: 86_000 } }, clock)
  const { ben } = await two(server)
  const { token } = ben
  clock.advance(24 * 3600_000 + 1)
  const stranger = await Person.stranger(server)
  await expect(stranger.hello({ resume: token })).rejects.toMatchObject({ code: 'resume.expired' })
  await expect(stranger.hello({ resume: 'nonsense' as never })).rejects.toMatchObject({
    code: 'resume.expired',
  })
  expect((await stranger.hello({ name: 'Ben' })).resumed).toBe('fresh')
})

test('[SE5] a place that was given up meanwhile is given again while the room is there', async () => {
  const clock = new HandClock()
  await using server = await start({}, clock)
  const { ann, ben, room } = await two(server)
  ben.carrier.close()
  await ann.hears('room.member', ({ member }) => member.away)
  clock.advance(11_000)
  await ann.hears('room.left')
  await ann.say(room, 'meanwhile')
  const back = await ben.comeAgain(server)
  expect(back.welcome.resumed).toBe('again')
  await back.hears('room.entered')
  expect(back.texts(room)).toEqual(['meanwhile'])
  await ann.hears('room.joined', ({ member }) => member.person === ben.id && member.since === clock.now())
})
