// Programs with a service key: what lets them in, what they may do, and what ends it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashKey, makeKey } from '../../server/people/keys.ts'
import { serviceKey } from '../support/accounts.ts'
import { publicTransports } from '../support/carrier.ts'
import { Person } from '../support/person.ts'
import { type Running, start } from '../support/start.ts'

const [key, otherKey] = [makeKey(), makeKey()]
const all = ['create', 'invite', 'post', 'read'] as const
const serviceKeys = [serviceKey('bot', key, [...all]), serviceKey('other', otherKey, ['read'])]
const hello = { service: 'bot', key }

/** For those that change nothing. */
let shared: Running
beforeAll(async () => {
  shared = await start({ serviceKeys })
})
afterAll(() => shared[Symbol.asyncDispose]())

test.each(publicTransports)(
  '[HE8] a program with its key starts a room, invites, posts and asks, on %s',
  async transport => {
    await using server = await start({ serviceKeys })
    const bot = await Person.come(server, { ...hello, transport })
    expect(bot.welcome).toMatchObject({ kind: 'service', name: 'bot', mayCreate: true })
    const { room } = await bot.ask({ type: 'room.create', topic: 'Status' })
    await bot.ask({ type: 'room.join', room })
    const { path } = await bot.ask({ type: 'invite.public', room })
    const ann = await Person.come(server, { name: 'Ann', transport })
    await ann.enter(path)
    await bot.say(room, 'The build is green')
    await ann.hears('chat.said', ({ text, name }) => text === 'The build is green' && name === 'bot')
    expect(await bot.ask({ type: 'room.who', room })).toMatchObject({ count: 1, members: [{ name: 'Ann' }] })
  },
)

test('[HE8] the same key is the same program, whoever brings it; a name does not rename it', async () => {
  await using server = await start({ serviceKeys })
  const [one, two] = [
    await Person.come(server, hello),
    await Person.come(server, { ...hello, name: 'Somebody else' }),
  ]
  expect(two.id).toBe(one.id)
  expect(two.welcome.name).toBe('bot')
  expect((await Person.come(server, { service: 'other', key: otherKey })).id).not.toBe(one.id)
})

test.each([
  ['another name', { service: 'other', key }],
  ['an unknown name', { service: 'nobody', key }],
  ['an empty name', { service: '', key }],
  ['a name that every object has', { service: 'constructor', key }],
  ['another key', { service: 'bot', key: makeKey() }],
  ['the hash of the key', { service: 'bot', key: hashKey(key) }],
  ['an empty key', { service: 'bot', key: '' }],
  ['a part of the key', { service: 'bot', key: key.slice(0, -1) }],
  ['more than the key', { service: 'bot', key: `${key} ` }],
])('[HE8][HE10] %s does not sign in', async (_, wrong) => {
  const stranger = await Person.stranger(shared, 'tcp')
  await expect(stranger.hello(wrong)).rejects.toMatchObject({ code: 'signin.failed' })
  await stranger.isClosed()
})

describe('[HE8] a key allows what its scopes say and nothing else', () => {
  test.each(all)('%s', async scope => {
    await using server = await start({ serviceKeys: [serviceKey('bot', key, [scope])] })
    const ann = await Person.come(server, { name: 'Ann' })
    const room = await ann.startRoom()
    const bot = await Person.come(server, { ...hello, transport: 'tcp' })
    const asks = {
      create: () => bot.ask({ type: 'room.create' }),
      read: () => bot.enter(room.link),
      post: () => bot.say(room.id, 'Hello'),
      invite: () => bot.ask({ type: 'invite.public', room: room.id }),
    }
    expect(bot.welcome.mayCreate).toBe(scope === 'create')
    const forbidden = []
    for (const [name, ask] of Object.entries(asks)) {
      const code = await ask().then(
        () => 'done',
        error => error.code as string,
      )
      if (code === 'forbidden') forbidden.push(name)
      else expect([name, code]).toEqual([scope, code])
    }
    expect(forbidden).toEqual(Object.keys(asks).filter(name => name !== scope))
    await ann.settled()
    expect(ann.texts(room.id)).toEqual(scope === 'post' ? ['Hello'] : [])
  })
})

test('[HE8] a key taken out of the config opens nothing any more, not even by resume', async () => {
  await using server = await start({ serviceKeys })
  const bot = await Person.come(server, { ...hello, transport: 'tcp' })
  const room = await bot.startRoom()
  const ann = await Person.come(server, { name: 'Ann' })
  await ann.enter(room.link)
  await bot.settled()
  await using after = await server.restart({ serviceKeys: serviceKeys.slice(1) })
  await expect(bot.comeAgain(after, 'tcp')).rejects.toMatchObject({ code: 'resume.expired' })
  await expect(Person.come(after, hello)).rejects.toMatchObject({ code: 'signin.failed' })
  expect((await ann.comeAgain(after)).welcome.resumed).toBe('again')
})

test('[HE8] other scopes in the config hold at once for who resumes', async () => {
  await using server = await start({ serviceKeys })
  const bot = await Person.come(server, hello)
  const ann = await Person.come(server, { name: 'Ann' })
  const room = await ann.startRoom()
  await bot.enter(room.link)
  await Promise.all([bot.settled(), ann.settled()])
  await using after = await server.restart({ serviceKeys: [serviceKey('bot', key, ['read'])] })
  await ann.comeAgain(after)
  const again = await bot.comeAgain(after)
  expect(again.welcome.mayCreate).toBe(false)
  await expect(again.say(room.id, 'Hello')).rejects.toMatchObject({ code: 'forbidden' })
})

test('[HE8] another key under the same name is the same program', async () => {
  await using server = await start({ serviceKeys })
  const bot = await Person.come(server, hello)
  await using after = await server.restart({ serviceKeys: [serviceKey('bot', otherKey, [...all])] })
  await expect(Person.come(after, hello)).rejects.toMatchObject({ code: 'signin.failed' })
  expect((await Person.come(after, { service: 'bot', key: otherKey })).id).toBe(bot.id)
})
