// Whatever is thrown at the relay from outside: it goes on, keeps nothing of it, and answers no answers.
import { createSocket } from 'node:dgram'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checked, message, methods, number32, placed, type TurnClient, types, UDP } from '../support/turn.ts'
import { HERE, RelayHouse } from './relay.ts'

let house: RelayHouse
let ann: TurnClient
beforeAll(async () => {
  house = await RelayHouse.open()
  ann = await house.client('ann')
  await ann.allocate([types.lifetime, number32(3600)])
})
afterAll(() => house[Symbol.asyncDispose]())

const binding = () => ann.exchange(message(methods.binding, []))
const timers = () => process.getActiveResourcesInfo().filter(name => name === 'Timeout').length

test('a flood of requests without credentials leaves nothing behind', async () => {
  await binding()
  const before = timers()
  for (let burst = 0; burst < 200; burst++) {
    for (let each = 0; each < 50; each++) ann.say(message(methods.allocate, [[types.transport, UDP]]))
    await binding()
  }
  expect(timers() - before).toBeLessThan(10)
  expect(house.relay.size).toBe(1)
})

test('a flood of requests with made-up names leaves nothing behind either', async () => {
  const before = timers()
  for (let each = 0; each < 1000; each++) {
    ann.credential = { username: `9999999999:${each}`, credential: 'guessed' }
    ann.say(ann.signed(methods.allocate, [[types.transport, UDP]]))
    if (each % 50 === 0) await binding()
  }
  ann.credential = house.credential('ann')
  await binding()
  expect(timers() - before).toBeLessThan(10)
  expect(house.relay.size).toBe(1)
})

test('datagrams full of checksums or signatures do not hold it up', async () => {
  const full = (type: number, length: number) => {
    const attributes = Array.from(
      { length: Math.floor(60_000 / (length + 4)) },
      () => [type, Buffer.alloc(length)] as const,
    )
    return message(methods.allocate, [[types.username, ann.credential.username], ...attributes])
  }
  const long = [
    full(types.fingerprint, 4),
    full(types.integrity, 20),
    full(types.integrity, 0),
    full(types.peer, 8),
  ]
  const began = performance.now()
  // Read in full, each of them takes from a tenth of a second to one.
  for (let each = 0; each < 80; each++) {
    ann.say(long[each % long.length] ?? Buffer.alloc(0))
    await binding()
  }
  expect(performance.now() - began).toBeLessThan(5000)
})

test('whatever bytes come, it goes on', async () => {
  const good = () => [
    checked(ann.signed(methods.refresh, [[types.lifetime, number32(3600)]])),
    message(methods.send | 0x10, [
      [types.peer, placed({ address: HERE, port: 0 })],
      [types.data, 'x'],
    ]),
    ann.signed(methods.permit, [[types.peer, placed({ address: '2001:db8::1', port: 1 })]]),
    ann.signed(methods.bind, [
      [types.channel, number32(0x4000_0000)],
      [types.peer, placed({ address: HERE, port: 9 })],
    ]),
    Buffer.from([0x40, 0, 0, 9, 1]),
  ]
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map(array => Buffer.from(array)),
    fc.tuple(fc.nat(4), fc.nat(400), fc.nat(255), fc.nat(400)).map(([which, at, value, cut]) => {
      const changed = Buffer.from(good()[which] ?? '')
      changed[at % changed.length] = value
      return cut < 100 ? changed.subarray(0, cut) : changed
    }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(bytes, { minLength: 20, maxLength: 20 }), async datagrams => {
      for (const datagram of datagrams) ann.say(datagram)
      expect((await binding()).code).toBe(0)
    }),
    { numRuns: 60 },
  )
  expect((await ann.refresh(3600)).code).toBe(0)
})

test('to a channel, a permission or a message of a stranger it says nothing that could be used', async () => {
  const ben = await house.client('ben')
  ben.sendThrough(0x4000, 'from nowhere')
  ben.send({ address: HERE, port: 53 }, 'from nowhere')
  expect(await ben.permit('203.0.113.9')).toBe(437)
  expect(ben.heard).toEqual([])
})

test.each([0x100, 0x110])('an answer is not answered (class %i)', async kind => {
  const said: number[] = []
  const other = createSocket('udp4')
  other.on('message', bytes => said.push(bytes.readUInt16BE(0)))
  const all = [
    ...Object.values(methods).map(method => message(method | kind, [])),
    message(methods.binding, []),
  ]
  for (const bytes of all) await new Promise(done => other.send(bytes, house.relay.port, HERE, done))
  await expect.poll(() => said).toEqual([0x101])
  other.close()
})
