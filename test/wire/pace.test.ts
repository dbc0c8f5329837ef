// How fast, how many, and how long without a word. Time is turned by hand.
import { describe, expect, test } from 'vitest'
import { publicTransports, type Transport } from '../support/carrier.ts'
import { HandClock } from '../support/clock.ts'
import { Person } from '../support/person.ts'
import { type Running, start } from '../support/start.ts'
import { Company } from './company.ts'
import { rawWebSocket } from './raw.ts'

const pace = { limits: { messagesPerSecond: 20, messagesAtOnce: 60 } }
/** Far from the refs that a Person gives by himself. */
const FIRST = 1_000_000

describe.each(publicTransports)('on %s', transport => {
  test('[FR6] who sends too fast is refused, and is heard again a moment later', async () => {
    const clock = new HandClock()
    await using company = await Company.gather(transport, pace, clock)
    const rascal = await company.rascal(transport)
    clock.advance(3000)
    pings(rascal, 70)
    await rascal.hears('refused', ({ ref }) => ref === FIRST + 69)
    const refused = rascal.all('refused')
    expect(refused.map(({ ref = 0 }) => ref - FIRST)).toEqual([60, 61, 62, 63, 64, 65, 66, 67, 68, 69])
    expect(refused[0]).toMatchObject({ code: 'too.fast', retry: true })
    clock.advance(50)
    await rascal.settled()
    await expect(rascal.settled()).rejects.toMatchObject({ code: 'too.fast' })
    clock.advance(1000)
    await company.goesOn()
  })

  test('[FR6] of what takes many to be connected, eight count as one', async () => {
    const clock = new HandClock()
    await using company = await Company.gather(transport, pace, clock)
    const rascal = await company.rascal(transport)
    clock.advance(3000)
    const { id: room } = company.room
    const said = { type: 'live.signal', room, to: 'nobody-sits-here', candidate: null }
    for (let at = 0; at < 490; at++) rascal.carrier.send({ ...said, ref: FIRST + at })
    await rascal.hears('refused', ({ ref }) => ref === FIRST + 489)
    clock.advance(1000)
    await rascal.settled()
    const counts = Map.groupBy(rascal.all('refused'), ({ code }) => code)
    expect(counts.get('live.outside')).toHaveLength(480)
    expect(counts.get('too.fast')).toHaveLength(10)
    await company.goesOn()
  })

  test('[FR6] who goes on all the same is cut off, and nobody else', async () => {
    const clock = new HandClock()
    await using company = await Company.gather(transport, pace, clock)
    const rascal = await company.rascal(transport)
    clock.advance(3000)
    pings(rascal, 400)
    const code = await rascal.isClosed()
    expect(rascal.all('refused').at(-1)).toMatchObject({ code: 'flooding', retry: true })
    expect(rascal.all('refused')).toHaveLength(201)
    if (transport === 'websocket') expect(code).toBe(4429)
    await company.goesOn('room.member')
  })

  test('[FR6] what cannot be read counts too', async () => {
    const clock = new HandClock()
    await using server = await start(pace, clock)
    const rascal = await Person.stranger(server, transport)
    for (let sent = 0; sent < 400; sent++) rascal.carrier.sendText('5')
    await rascal.isClosed()
    const codes = new Set(rascal.all('refused').map(({ code }) => code))
    expect([...codes]).toEqual(['message.malformed', 'too.fast', 'flooding'])
  })

  test('[HE2] who says no hello in ten seconds is cut off, whatever else he says', async () => {
    const clock = new HandClock()
    await using server = await start({}, clock)
    const silent = await Person.stranger(server, transport)
    const chatty = await Person.stranger(server, transport)
    const prompt = await Person.come(server, { transport })
    for (let second = 0; second < 10; second++) {
      clock.advance(1000)
      await expect(chatty.settled()).rejects.toMatchObject({ code: 'hello.first' })
    }
    expect([silent.closed, chatty.closed]).toEqual([false, false])
    clock.advance(1000)
    for (const late of [silent, chatty]) {
      const code = await late.isClosed()
      expect(late.all('refused').at(-1)).toMatchObject({ code: 'hello.late', retry: true })
      if (transport === 'websocket') expect(code).toBe(4408)
    }
    await prompt.settled()
  })

  test('[FR8] a connection that is silent for 45 seconds is lost, and his place is kept', async () => {
    const clock = new HandClock()
    await using company = await Company.gather(transport, {}, clock)
    const rascal = await company.rascal(transport)
    // As a machine does that sleeps: it answers no ping either.
    rascal.carrier.pause()
    for (let second = 0; second < 45; second++) await tick(clock, company)
    await company.goesOn()
    for (let second = 0; second < 2; second++) await tick(clock, company)
    const { member } = await company.ben.hears('room.member')
    expect(member).toMatchObject({ person: rascal.id, away: true })
    rascal.carrier.resume()
    await rascal.isClosed()
    expect(rascal.all('refused').at(-1)).toMatchObject({ code: 'lost', retry: true })
    // Lost, not closed: a minute, not ten seconds.
    for (let second = 0; second < 30; second++) await tick(clock, company)
    const again = await rascal.comeAgain(company.server, transport)
    expect(again.welcome.resumed).toBe('same')
    await company.goesOn('room.member')
  })

  test('[FR11] one connection too many from an address is refused, and a place that is free is free', async () => {
    const clock = new HandClock()
    await using server = await start({ limits: { socketsPerAddress: 3 } }, clock)
    const people = []
    for (let count = 0; count < 3; count++) people.push(await Person.come(server, { transport }))
    const many = await Person.stranger(server, transport)
    const code = await many.isClosed()
    expect(many.all('refused')).toMatchObject([{ code: 'sockets.many', retry: true }])
    if (transport === 'websocket') expect(code).toBe(4430)
    for (const person of people) await person.settled()
    people[0]?.carrier.close()
    await people[0]?.isClosed()
    expect(await place(server, transport)).toBe('welcome')
  })
})

test('[FR8] before it gives up, the server asks for a sign of life, and any answer is one', async () => {
  const clock = new HandClock()
  await using server = await start({}, clock)
  const onTcp = await Person.come(server, { transport: 'tcp' })
  const onWs = await Person.come(server, { transport: 'websocket' })
  for (let second = 0; second < 26; second++) clock.advance(1000)
  await onTcp.hears('pulse')
  // Even an answer that is refused is an answer.
  onTcp.carrier.sendText('?')
  await onTcp.hears('refused')
  // ws answers a ping by itself; this one comes back after that.
  await onWs.settled()
  for (let second = 0; second < 44; second++) clock.advance(1000)
  await onTcp.settled()
  await onWs.settled()
  expect(onTcp.all('pulse')).toHaveLength(2)
})

test('[FR11] the unix socket is not counted, and a proxy of ours is believed', async () => {
  await using server = await start({ limits: { socketsPerAddress: 1 }, web: { proxies: ['127.0.0.1'] } })
  const open = (forwarded: string) => rawWebSocket(server, '/ws', { 'x-forwarded-for': forwarded })
  const one = await open('203.0.113.1')
  const two = await open('198.51.100.7, 203.0.113.2')
  const lies = await open('198.51.100.99, 203.0.113.2')
  expect(await lies.closed).toBe(4430)
  const neighbour = await open('2001:db8:1:2:aaaa::1')
  expect(await (await open('2001:db8:1:2:bbbb::2')).closed).toBe(4430)
  const nonsense = await open('a, %, 1.2.3.4:99, unknown')
  for (const raw of [one, two, neighbour, nonsense]) {
    raw.send('{"type":"hello","version":1}')
    await raw.hears('welcome')
    raw.end()
  }
  const operators = [
    await Person.come(server, { transport: 'unix' }),
    await Person.come(server, { transport: 'unix' }),
  ]
  for (const operator of operators) await operator.settled()
})

function pings(person: Person, count: number): void {
  for (let at = 0; at < count; at++) person.carrier.send({ type: 'ping', ref: FIRST + at })
}

/** A second, in which the company gives signs of life. */
async function tick(clock: HandClock, { ann, ben }: Company): Promise<void> {
  clock.advance(1000)
  await Promise.all([ann.settled(), ben.settled()])
}

/** What the next one gets: the server may learn a moment later that somebody has gone. */
async function place(server: Running, transport: Transport): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const person = await Person.stranger(server, transport)
    const answer = await person.hello().catch(error => error.code as string)
    if (typeof answer === 'object') return answer.type
  }
  return 'never'
}
