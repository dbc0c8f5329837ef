// The relay that comes along: who may use it, for how long, and what passes through it.
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import {
  message,
  methods,
  number32,
  type Place,
  placed,
  sign,
  type TurnClient,
  types,
  UDP,
} from '../support/turn.ts'
import { freePorts, HERE, RelayHouse } from './relay.ts'

const HOUR = 3600_000
const transport = [types.transport, UDP] as const

test('two who are on one relay reach each other through it, in messages and in channels', async () => {
  await using house = await RelayHouse.open()
  const [ann, ben] = [await house.client('ann'), await house.client('ben')]
  const [atAnn, atBen] = [await ann.allocate(), await ben.allocate()]
  for (const { address, port } of [atAnn, atBen]) {
    expect(address).toBe(HERE)
    expect(port).toBeGreaterThanOrEqual(house.ports.first)
    expect(port).toBeLessThanOrEqual(house.ports.last)
  }
  expect([await ann.permit(HERE), await ben.permit(HERE)]).toEqual([0, 0])
  ann.send(atBen, 'a message')
  expect(await ben.hears('a message')).toEqual({ from: `${HERE}:${atAnn.port}`, text: 'a message' })
  expect(await ann.bind(0x4001, atBen)).toBe(0)
  ann.sendThrough(0x4001, 'by channel')
  expect((await ben.hears('by channel')).from).toBe(`${HERE}:${atAnn.port}`)
  ben.send(atAnn, 'and back')
  expect(await ann.hears('and back')).toEqual({ from: '', text: 'and back', channel: 0x4001 })
})

test('who has given no leave hears nothing', async () => {
  await using house = await RelayHouse.open()
  const [ann, ben] = [await house.client('ann'), await house.client('ben')]
  const [atAnn, atBen] = [await ann.allocate(), await ben.allocate()]
  ann.send(atBen, 'without leave to send')
  await ann.permit(HERE)
  ann.send(atBen, 'without leave to be heard')
  await ben.permit(HERE)
  ann.send(atBen, 'with leave')
  await ben.hears('with leave')
  expect(ben.heard.map(({ text }) => text)).toEqual(['with leave'])
  ben.send(atAnn, 'the other way')
  await ann.hears('the other way')
})

test('leave is over after five minutes, and a channel after ten', async () => {
  await using house = await RelayHouse.open()
  const [ann, ben] = [await house.client('ann'), await house.client('ben')]
  const [, atBen] = [await ann.allocate([types.lifetime, number32(3600)]), await ben.allocate()]
  await ben.refresh(3600)
  expect(await ann.bind(0x4001, atBen)).toBe(0)
  house.clock.advance(301_000)
  await ben.permit(HERE)
  ann.sendThrough(0x4001, 'late')
  await ann.permit(HERE)
  ann.sendThrough(0x4001, 'again')
  await ben.hears('again')
  expect(ben.heard.map(({ text }) => text)).toEqual(['again'])
  const other = { ...atBen, port: atBen.port + 1 }
  expect(await ann.bind(0x4001, other)).toBe(400)
  house.clock.advance(300_000)
  expect(await ann.bind(0x4001, other)).toBe(0)
})

test('everybody learns how he is reached, without credentials', async () => {
  await using house = await RelayHouse.open()
  const ann = await house.client('ann')
  const { attributes, code } = await ann.exchange(message(methods.binding, []))
  expect(code).toBe(0)
  expect(attributes.get(types.mapped)?.readUInt16BE(2)).toBe(ann.port ^ 0x2112)
})

test('a port stays for as long as it is asked for anew, and goes when it is not', async () => {
  await using house = await RelayHouse.open()
  const ann = await house.client('ann')
  await ann.allocate()
  for (let minutes = 0; minutes < 40; minutes += 9) {
    house.clock.advance(9 * 60_000)
    const { code, attributes } = await ann.refresh(600)
    expect([code, attributes.get(types.lifetime)?.readUInt32BE()]).toEqual([0, 600])
  }
  expect(house.relay.size).toBe(1)
  house.clock.advance(601_000)
  expect(house.relay.size).toBe(0)
  expect((await ann.refresh(600)).code).toBe(437)
})

test('a call that lasts longer than its credentials goes on; a new one needs new ones', async () => {
  await using house = await RelayHouse.open()
  const ann = await house.client(house.credential('ann', 60_000))
  await ann.allocate()
  house.clock.advance(120_000)
  expect((await ann.refresh(600)).code).toBe(0)
  expect(await ann.permit('203.0.113.9')).toBe(0)
  const again = await house.client(ann.credential)
  expect(await again.codeOf(methods.allocate, transport)).toBe(401)
})

test('who leaves gives his port back, and may ask for another at once', async () => {
  await using house = await RelayHouse.open()
  const ann = await house.client('ann')
  await ann.allocate()
  expect((await ann.refresh(0)).code).toBe(0)
  expect(house.relay.size).toBe(0)
  await ann.allocate()
  house.clock.advance(599_000)
  expect(house.relay.size).toBe(1)
})

test('the same question again gets the same answer, and no second port', async () => {
  await using house = await RelayHouse.open()
  const ann = await house.client('ann')
  const { port } = await ann.allocate()
  await ann.refresh(0)
  const request = ann.signed(methods.allocate, [transport])
  const ports = await Promise.all([ann.exchange(request), ann.exchange(request)])
  expect((await ann.exchange(request)).attributes.get(types.relayed)).toEqual(
    ports[0]?.attributes.get(types.relayed),
  )
  expect([house.relay.size, port > 0]).toEqual([1, true])
  expect(await ann.codeOf(methods.allocate, transport)).toBe(437)
})

test.each<[string, (house: RelayHouse) => { username: string; credential: string }]>([
  ['have run out', house => house.credential('ann', -1000)],
  ['are of another server', house => house.credential('ann', HOUR, 'another secret altogether')],
  [
    'are of somebody else',
    house => ({ ...house.credential('ann'), username: house.credential('ben').username }),
  ],
  [
    'were drawn out',
    house => ({ ...house.credential('ann', -HOUR), username: house.credential('ann').username }),
  ],
  ['hold forever', () => ({ username: 'ann', credential: 'secret' })],
  // A name that every object of JavaScript has, and what it is in words.
  ['are of the language', () => ({ username: 'constructor', credential: String(Object) })],
  ['are of its prototypes', () => ({ username: '__proto__', credential: '[object Object]' })],
  ['are empty', () => ({ username: '', credential: '' })],
])('credentials that %s are no good', async (_, credential) => {
  await using house = await RelayHouse.open()
  const ann = await house.client(credential(house))
  expect(await ann.codeOf(methods.allocate, transport)).toBe(401)
  expect(house.relay.size).toBe(0)
})

test('a message that was changed on the way is no good, nor what was added after its signature', async () => {
  await using house = await RelayHouse.open()
  const ann = await house.client('ann')
  await ann.allocate()
  const changed = ann.signed(methods.permit, [[types.peer, placed({ address: '203.0.113.9', port: 0 })]])
  changed.writeUInt8(changed.readUInt8(30) ^ 1, 30)
  expect((await ann.exchange(changed)).code).toBe(401)
  const secret = `${ann.credential.username}:${ann.realm}:${ann.credential.credential}`
  const identity = [
    [types.username, ann.credential.username],
    [types.realm, ann.realm],
    [types.nonce, ann.nonce],
  ] as const
  const signed = sign(message(methods.refresh, identity), secret)
  const ended = Buffer.concat([signed, Buffer.from([0, types.lifetime, 0, 4, 0, 0, 0, 0])])
  ended.writeUInt16BE(ended.length - 20, 2)
  expect((await ann.exchange(ended)).attributes.get(types.lifetime)?.readUInt32BE()).toBe(600)
  expect(house.relay.size).toBe(1)
})

test('an old or made-up nonce is told, and a new one comes with it', async () => {
  await using house = await RelayHouse.open()
  const ann = await house.client('ann')
  await ann.allocate([types.lifetime, number32(3600)])
  ann.nonce = 'made.up'
  expect((await ann.exchange(ann.signed(methods.refresh, []))).code).toBe(438)
  expect((await ann.refresh(3600)).code).toBe(0)
  const before = ann.nonce
  house.clock.advance(HOUR - 1)
  expect((await ann.refresh(3600)).code).toBe(0)
  house.clock.advance(1)
  expect((await ann.refresh(3600)).code).toBe(0)
  expect(ann.nonce).not.toBe(before)
})

test('a port is nobody else’s', async () => {
  await using house = await RelayHouse.open()
  const ann = await house.client('ann')
  await ann.allocate()
  ann.credential = house.credential('ben')
  expect((await ann.refresh(0)).code).toBe(441)
  expect(house.relay.size).toBe(1)
})

test('a person has so many ports, under whatever name of his, and others have theirs', async () => {
  await using house = await RelayHouse.open()
  const codes = []
  for (let each = 0; each < 26; each++) {
    const ann = await house.client(house.credential('ann', HOUR + each * 1000))
    codes.push(await ann.codeOf(methods.allocate, transport))
  }
  expect(codes).toEqual([...Array(25).fill(0), 486])
  await (await house.client('ben')).allocate()
})

test('all together have no more than there are, also when they ask at once', async () => {
  await using house = await RelayHouse.open(await freePorts(5))
  const people = await Promise.all(Array.from({ length: 12 }, (_, at) => house.client(`person ${at}`)))
  const codes = await Promise.all(people.map(person => person.codeOf(methods.allocate, transport)))
  expect(codes.toSorted()).toEqual([...Array(5).fill(0), ...Array(7).fill(486)])
  const [first] = people.filter((_, at) => codes[at] === 0)
  await first?.refresh(0)
  const [late] = people.filter((_, at) => codes[at] === 486)
  await late?.allocate()
})

test('ports that another program has are passed over', async () => {
  const ports = await freePorts(2)
  const taken = createSocket('udp4')
  await once(taken.bind(ports.first, HERE), 'listening')
  await using house = await RelayHouse.open(ports)
  expect((await (await house.client('ann')).allocate()).port).toBe(ports.last)
  expect(await (await house.client('ben')).codeOf(methods.allocate, transport)).toBe(508)
  expect(house.relay.size).toBe(1)
  taken.close()
})

test.each<[string, number, Parameters<TurnClient['codeOf']>[1][]]>([
  ['no transport', 400, []],
  ['TCP', 442, [[types.transport, number32(6 << 24)]]],
  ['IPv6', 440, [transport, [types.family, number32(2 << 24)]]],
  ['a port and the next one', 420, [transport, [0x18, Buffer.from([0x80])]]],
  ['what nobody knows', 420, [transport, [0x7abc, 'what']]],
  ['what nobody needs to know', 0, [transport, [0xfabc, 'what']]],
  ['IPv4, which it gets anyway', 0, [transport, [types.family, number32(1 << 24)]]],
])('who asks for %s is answered with %i', async (_, code, attributes) => {
  await using house = await RelayHouse.open()
  expect(await (await house.client('ann')).codeOf(methods.allocate, ...attributes)).toBe(code)
})

test('who wants an even port gets one', async () => {
  await using house = await RelayHouse.open()
  for (let each = 0; each < 8; each++) {
    const ann = await house.client('ann')
    expect((await ann.allocate([0x18, Buffer.from([0])])).port % 2).toBe(0)
  }
})

test('no more peers than any call has are let in, and old ones make room', async () => {
  await using house = await RelayHouse.open()
  const ann = await house.client('ann')
  await ann.allocate([types.lifetime, number32(3600)])
  const peers = (from: number) =>
    Array.from({ length: 20 }, (_, at) => {
      const place = { address: `203.0.${(from + at) >> 8}.${(from + at) & 255}`, port: 0 }
      return [types.peer, placed(place)] as const
    })
  const codes = []
  for (let from = 0; from <= 500; from += 20) codes.push(await ann.codeOf(methods.permit, ...peers(from)))
  expect(codes).toEqual([...Array(25).fill(0), 508])
  house.clock.advance(301_000)
  expect(await ann.codeOf(methods.permit, ...peers(500))).toBe(0)
})

test('a channel has one peer, and a peer one channel', async () => {
  await using house = await RelayHouse.open()
  const ann = await house.client('ann')
  await ann.allocate()
  const [one, other]: Place[] = [
    { address: '203.0.113.9', port: 5000 },
    { address: '203.0.113.9', port: 5001 },
  ]
  if (!one || !other) throw new Error('there are two')
  expect(await ann.bind(0x4000, one)).toBe(0)
  expect(await ann.bind(0x4000, one)).toBe(0)
  expect(await ann.bind(0x4000, other)).toBe(400)
  expect(await ann.bind(0x4001, one)).toBe(400)
  expect(await ann.bind(0x3fff, other)).toBe(400)
  expect(await ann.bind(0x7fff, other)).toBe(400)
  expect(await ann.bind(0x7ffe, other)).toBe(0)
})

test('when it closes nothing of it is left', async () => {
  const house = await RelayHouse.open()
  const { port } = house.relay
  const at = await (await house.client('ann')).allocate()
  await house[Symbol.asyncDispose]()
  for (const free of [port, at.port]) {
    const socket = createSocket('udp4')
    await once(socket.bind({ port: free, address: HERE, exclusive: true }), 'listening')
    socket.close()
  }
})
