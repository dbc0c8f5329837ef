// How a conversation begins, on every transport.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sample, types } from '../protocol/samples.ts'
import { publicTransports, transports } from '../support/carrier.ts'
import { roomy } from '../support/limits.ts'
import { Person } from '../support/person.ts'
import { type Running, start } from '../support/start.ts'
import { Company } from './company.ts'

/** For those that change nothing. */
let shared: Running
beforeAll(async () => {
  shared = await start()
})
afterAll(() => shared[Symbol.asyncDispose]())

describe.each(transports)('on %s', transport => {
  test('[HE1] before hello nothing is done, whatever it is', async () => {
    await using company = await Company.gather(transport)
    const stranger = await Person.stranger(company.server, transport)
    const early = types.filter(type => type !== 'hello')
    for (const type of early) {
      const { ref: _, ...message } = sample(type)
      stranger.carrier.send(message.room ? { ...message, room: company.room.id } : message)
    }
    await expect(stranger.settled()).rejects.toMatchObject({ code: 'hello.first' })
    const codes = stranger.all('refused').map(({ code }) => code)
    expect(codes).toEqual(Array(early.length + 1).fill('hello.first'))
    await company.goesOn()
    // And it is not too late.
    expect((await stranger.hello({ name: 'Late' })).type).toBe('welcome')
  })

  test('[HE1] a second hello is refused and changes nothing', async () => {
    await using server = await start()
    const ann = await Person.come(server, { name: 'Ann', transport, browser: 'the-key-of-anns-browser-0' })
    await expect(ann.hello({ name: 'Eve' })).rejects.toMatchObject({ code: 'hello.twice' })
    await expect(ann.hello({ resume: ann.token })).rejects.toMatchObject({ code: 'hello.twice' })
    const { id } = await ann.startRoom()
    const { members } = await ann.ask({ type: 'room.who', room: id })
    expect(members).toMatchObject([{ name: 'Ann', person: ann.id }])
  })

  test('[HE1] two hellos at once make one person', async () => {
    await using server = await start()
    const ann = await Person.stranger(server, transport)
    for (const name of ['Ann', 'Eve'])
      ann.carrier.send({ type: 'hello', version: 1, name, browser: keyOf(name) })
    await ann.hears('refused', ({ code }) => code === 'hello.twice')
    expect(ann.all('welcome')).toMatchObject([{ name: 'Ann' }])
  })

  test('[HE1] what is said right after hello waits for the welcome', async () => {
    await using server = await start(roomy)
    const ann = await Person.stranger(server, transport)
    const welcome = ann.hello({ browser: keyOf('Ann') })
    const rooms = [1, 2, 3].map(at => ann.ask({ type: 'room.create', topic: `Room ${at}` }))
    await welcome
    expect(await Promise.all(rooms)).toHaveLength(3)
    expect(ann.heard[0]?.type).toBe('welcome')
  })

  test('[HE3] another version is refused and the connection closed, whatever else it holds', async () => {
    for (const rest of [{}, { future: true }, { name: 5 }, { browser: 'a', owner: 'b' }]) {
      const stranger = await Person.stranger(shared, transport)
      stranger.carrier.send({ type: 'hello', version: 2, ref: 5, ...rest })
      const code = await stranger.isClosed()
      expect(stranger.all('refused')).toMatchObject([{ code: 'hello.version', ref: 5, retry: false }])
      if (transport === 'websocket') expect(code).toBe(4506)
    }
  })
})

const ways = {
  browser: 'the-key-of-anns-browser-0',
  token: 'a.b.c',
  owner: 'sealed',
  signin: 'sealed',
  resume: 'sealed',
}
const pairs = Object.entries(ways).flatMap(([one, value], at) =>
  Object.entries(ways)
    .slice(at + 1)
    // A browser in which a link is used stays signed in.
    .filter(([other]) => one !== 'browser' || (other !== 'owner' && other !== 'signin'))
    .map(([other, its]) => ({ [one]: value, [other]: its })),
)

test.each([...pairs, { service: 'bot', key: 'k', token: 'x' }, ways])(
  '[HE4] more than one way to say who one is, is refused: %o',
  async hello => {
    const stranger = await Person.stranger(shared)
    await expect(stranger.hello(hello as never)).rejects.toMatchObject({ code: 'message.invalid' })
    expect(stranger.closed).toBe(false)
  },
)

test.each([{ service: 'bot' }, { key: 'k' }])(
  '[HE8] a service without its half is refused: %o',
  async hello => {
    const stranger = await Person.stranger(shared)
    await expect(stranger.hello(hello)).rejects.toMatchObject({ code: 'message.invalid' })
  },
)

test.each(publicTransports)(
  '[HE4] without any of them he is a guest, another one each time, on %s',
  async transport => {
    await using server = await start()
    const guests = [
      await Person.come(server, { transport }),
      await Person.come(server, { transport, name: 'Ann' }),
    ]
    expect(guests.map(({ welcome }) => [welcome.kind, welcome.name])).toEqual([
      ['guest', 'Guest'],
      ['guest', 'Ann'],
    ])
    expect(guests[0]?.id).not.toBe(guests[1]?.id)
  },
)

test('[HE9] on the unix socket he is the operator, and nowhere else', async () => {
  await using server = await start()
  const operator = await Person.come(server, { transport: 'unix', name: 'root' })
  expect(operator.welcome).toMatchObject({ kind: 'operator', person: 'operator', mayCreate: false })
  expect(await operator.ask({ type: 'server.status' })).toMatchObject({
    url: server.url,
    sockets: 1,
    sessions: 1,
  })
  const guest = await Person.come(server, { transport: 'unix', browser: keyOf('Ann') })
  expect(guest.welcome.kind).toBe('guest')
  for (const transport of publicTransports) {
    const ann = await Person.come(server, { transport })
    await expect(ann.ask({ type: 'server.status' })).rejects.toMatchObject({ code: 'forbidden' })
  }
})

test('[HE9] the place of an operator is taken over by nobody who is none', async () => {
  await using server = await start()
  const operator = await Person.come(server, { transport: 'unix' })
  const thief = await Person.stranger(server, 'tcp')
  const answer = await thief.hello({ resume: operator.token }).catch(error => error)
  expect(answer).toMatchObject({ code: 'resume.expired' })
  await operator.settled()
})

function keyOf(name: string): string {
  return `the-key-of-the-browser-of-${name}`
}
