// Where the relay of our own sends to: out into the world, and to nothing that is inside.
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isInside } from '../../server/media/inside.ts'
import { allowedV4, allowedV6, refusedV4, refusedV6 } from '../support/refused.ts'
import type { TurnClient } from '../support/turn.ts'
import { HERE, type Ports, RelayHouse } from './relay.ts'

let house: RelayHouse
let ann: TurnClient
beforeAll(async () => {
  house = await RelayHouse.open()
  ann = await house.client('ann')
  await ann.allocate()
})
afterAll(() => house[Symbol.asyncDispose]())

const notOwn = (address: string) => address !== HERE
let channel = 0x4000

test.each([...refusedV4.filter(notOwn), ...refusedV6])('%s is refused', async address => {
  expect(await ann.permit(address)).toBe(403)
  expect(await ann.bind(channel++, { address, port: 53 })).toBe(403)
})

test.each(allowedV4)('%s is allowed', async address => {
  expect(await ann.permit(address)).toBe(0)
  expect(await ann.bind(channel++, { address, port: 53 })).toBe(0)
})

test.each(allowedV6)('%s is outside, where this relay cannot go', async address => {
  expect(await ann.permit(address)).toBe(443)
  expect(await ann.bind(channel++, { address, port: 53 })).toBe(443)
})

test.each(['', 'localhost', '127.1', '0x7f000001', '2130706433', '127.0.0.1.', '1.2.3.4.5', ' 1.1.1.1'])(
  'what is written as %j lies nowhere one may go',
  address => expect(isInside(address)).toBe(true),
)

test('no address of this machine is a peer but the one under which the relay is known', async () => {
  const all = Object.values(networkInterfaces()).flatMap(list => list?.map(({ address }) => address) ?? [])
  for (const address of all.filter(notOwn))
    expect([address, await ann.permit(address)]).toEqual([address, 403])
  expect(await ann.permit(HERE)).toBe(0)
})

test('one of several peers that is refused refuses them all', async () => {
  const [one, other] = ['203.0.113.80', '10.0.0.1']
  expect(await ann.permit(one, other)).toBe(403)
  expect(await ann.permit(one)).toBe(0)
})

test('at its own address nothing is reached but who is on it: no other port, nor another program among its ports', async () => {
  const probes = [createSocket('udp4'), createSocket('udp4')] as const
  const arrived: string[] = []
  for (const probe of probes) probe.on('message', data => arrived.push(data.toString()))
  const [beside, among] = probes
  await once(beside.bind(0, HERE), 'listening')
  const ben = await house.client('ben')
  const atBen = await ben.allocate()
  await takeOneOf(house.ports, among)
  await Promise.all([ann.permit(HERE), ben.permit(HERE)])
  for (const probe of probes) {
    const peer = { address: HERE, port: probe.address().port }
    ann.send(peer, 'by message')
    expect(await ann.bind(channel, peer)).toBe(0)
    ann.sendThrough(channel++, 'by channel')
  }
  ann.send(atBen, 'to who is on it')
  await ben.hears('to who is on it')
  // What was sent before has had its time; and the probes do hear, when it is not through the relay.
  const straight = createSocket('udp4')
  for (const probe of probes) straight.send('straight', probe.address().port, HERE)
  await expect.poll(() => arrived).toEqual(['straight', 'straight'])
  for (const socket of [...probes, straight]) socket.close()
})

test('nor does anything at its own address get in, but from who is on it', async () => {
  const ben = await house.client('ben')
  const atBen = await ben.allocate()
  await Promise.all([ann.permit(HERE), ben.permit(HERE)])
  const other = createSocket('udp4')
  await new Promise(done => other.send('from beside', atBen.port, HERE, done))
  other.close()
  ann.send(atBen, 'from within')
  await ben.hears('from within')
  await ben.refresh(600)
  expect(ben.heard.map(({ text }) => text)).toEqual(['from within'])
})

/** The first that the relay has not opened for anybody. */
async function takeOneOf({ first, last }: Ports, socket: Socket): Promise<void> {
  for (let port = first; port <= last; port++) {
    const bound = once(socket.bind(port, HERE), 'listening')
    if (await bound.catch(() => undefined)) return
  }
}
