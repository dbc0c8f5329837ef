// The relay as a part of the server: whom it tells of it, and what it does when there is none.
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { makeLog } from '../../server/base/log.ts'
import type { Config } from '../../server/config.ts'
import { Person } from '../support/person.ts'
import { type Running, start } from '../support/start.ts'
import { TurnClient } from '../support/turn.ts'
import { freePorts } from './relay.ts'

const ports = await freePorts(60)
const ofOurs = { relay: { port: 0, ports } } satisfies Config

async function goLive(server: Running) {
  const person = await Person.come(server)
  const { id: room } = await person.startRoom()
  const { ice } = await person.ask({ type: 'live.join', room, mic: true, camera: false })
  return { person, room, ice }
}

/** What a browser makes of it. */
async function clientOf({ servers }: Awaited<ReturnType<typeof goLive>>['ice']): Promise<TurnClient> {
  const [server] = servers
  const [, address = '', port] = server?.urls.find(url => url.startsWith('turn:'))?.split(/[:?]/) ?? []
  const { username = '', credential = '' } = server ?? {}
  return TurnClient.open({ address, port: Number(port) }, { username, credential })
}

test('who goes live is told of the relay and may use it, before and after a restart', async () => {
  await using server = await start(ofOurs)
  const { person, room, ice } = await goLive(server)
  expect(ice.servers[0]?.urls[0]).toMatch(/^stun:127\.0\.0\.1:\d+$/)
  expect(ice.expires).toBeGreaterThan(Date.now())
  await using before = await clientOf(ice)
  const { port } = await before.allocate()
  expect(port).toBeGreaterThanOrEqual(ports.first)
  expect(port).toBeLessThanOrEqual(ports.last)
  const anew = await person.ask({ type: 'live.servers', room })
  await using other = await clientOf(anew)
  await other.allocate()
  await using again = await server.restart()
  const now = await goLive(again)
  await using later = await clientOf(now.ice)
  later.credential = before.credential
  await later.allocate()
})

test('a server closes its relay when it stops', async () => {
  const server = await start(ofOurs)
  const { ice } = await goLive(server)
  await using client = await clientOf(ice)
  const { port } = await client.allocate()
  await server[Symbol.asyncDispose]()
  const socket = createSocket('udp4')
  await once(socket.bind({ port, address: '127.0.0.1', exclusive: true }), 'listening')
  socket.close()
})

test('where its port is taken the server starts without a relay, and its log says what that means', async () => {
  const taken = createSocket('udp4')
  await once(taken.bind(0, '127.0.0.1'), 'listening')
  const { port } = taken.address()
  const said: string[] = []
  const log = makeLog('silent')
  log.error = (_: unknown, text?: string) => void said.push(text ?? '')
  await using server = await start({ relay: { port, ports } }, undefined, { log })
  expect((await goLive(server)).ice).toEqual({ servers: [], expires: null })
  expect(said).toEqual(['no relay: people are in a call only where they connect directly'])
  taken.close()
})

test('a TURN server of the operator takes the place of ours', async () => {
  const urls = ['turn:turn.example.org:3478?transport=udp', 'stun:turn.example.org']
  await using server = await start({ relay: { port: 0, urls, secret: 'as coturn has it' } })
  const { ice } = await goLive(server)
  expect(ice.servers).toEqual([{ urls, username: expect.any(String), credential: expect.any(String) }])
})

test('a STUN server of the operator stands beside ours', async () => {
  await using server = await start({ relay: { ...ofOurs.relay, urls: ['stun:stun.example.org'] } })
  const { ice } = await goLive(server)
  expect(ice.servers[0]?.urls).toEqual([
    'stun:stun.example.org',
    expect.stringMatching(/^stun:127\.0\.0\.1:/),
    expect.stringMatching(/^turn:127\.0\.0\.1:\d+\?transport=udp$/),
  ])
})

test('no host of anybody else is named by itself', async () => {
  await using server = await start({ relay: { port: null } })
  expect((await goLive(server)).ice).toEqual({ servers: [], expires: null })
})
