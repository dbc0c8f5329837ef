// A program with a service key, one JSON object per line over TCP: it starts a room, brings people in, speaks and asks.
import { expect, test } from 'vitest'
import { serviceKey } from '../support/accounts.ts'
import { Person } from '../support/person.ts'
import { start } from '../support/start.ts'

const key = serviceKey('door-sign', 'the-key', ['create', 'invite', 'post', 'read'])

test('[HE8][RM12] a program opens the hackerspace, tells who comes, and counts nobody but people', async () => {
  await using server = await start({ serviceKeys: [key] })
  const sign = await Person.come(server, { transport: 'tcp', service: 'door-sign', key: 'the-key' })
  expect(sign.welcome).toMatchObject({ kind: 'service', name: 'door-sign', mayCreate: true })
  const { room, link } = await sign.ask({ type: 'room.create', topic: 'Space' })
  expect((await sign.join({ room })).members).toEqual([])

  const ann = await Person.come(server, { transport: 'socket.io', name: 'Ann' })
  expect((await ann.enter(link)).settings.topic).toBe('Space')
  expect((await sign.hears('room.joined')).member.name).toBe('Ann')
  await sign.say(room, 'Ann has opened the space')
  expect(await ann.hears('chat.said')).toMatchObject({ name: 'door-sign', text: 'Ann has opened the space' })
  expect(await sign.ask({ type: 'room.who', room })).toMatchObject({ count: 1, members: [{ name: 'Ann' }] })
  const { path } = await sign.ask({ type: 'invite.public', room })
  expect(path).toBe(link)

  // Its cable is pulled; it comes back with what it holds and has missed nothing.
  sign.carrier.drop()
  await ann.say(room, 'Tea is ready')
  const again = await sign.comeAgain(server, 'tcp')
  await again.hears('room.entered')
  expect(again.texts(room)).toContain('Tea is ready')
  await ann.ask({ type: 'room.leave', room })
  expect(await again.hears('room.out')).toMatchObject({ room, code: 'room.closed' })
})
