// Service keys made and revoked by command, and what happens to whatever came by them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operatorOf, serviceKey } from '../support/accounts.ts'
import { Person } from '../support/person.ts'
import { type Running, start } from '../support/start.ts'

const remember = { remember: true }
const fixed = { serviceKeys: [serviceKey('fixed', 'key-of-fixed', ['read'])] }
let server: Running
let operator: Person
beforeAll(async () => {
  server = await start(fixed, undefined, remember)
  operator = await operatorOf(server)
})
afterAll(() => server[Symbol.asyncDispose]())

const make = (name: string) => operator.ask({ type: 'server.key-make', name, scopes: ['read', 'post'] })
const names = async () => (await operator.ask({ type: 'server.keys' })).keys.map(({ name }) => name)

test('[AC5][HE8] a key that was made opens what its scopes say, and is told once', async () => {
  const { key } = await make('bot')
  const bot = await Person.come(server, { service: 'bot', key, transport: 'tcp' })
  expect(bot.welcome).toMatchObject({ kind: 'service', name: 'bot', mayCreate: false })
  const ann = await Person.come(server, { name: 'Ann' })
  const room = await ann.startRoom()
  await bot.say(room.id, 'Hello')
  await ann.hears('chat.said', ({ text }) => text === 'Hello')
  expect(JSON.stringify(await operator.ask({ type: 'server.keys' }))).not.toContain(key)
  await expect(Person.come(server, { service: 'fixed', key })).rejects.toMatchObject({
    code: 'signin.failed',
  })
})

test('[AC5] a revoked key ends what came by it at once, and opens nothing, not even by resume', async () => {
  const { key } = await make('gone')
  const bot = await Person.come(server, { service: 'gone', key })
  await bot.settled()
  await operator.ask({ type: 'server.key-revoke', name: 'gone' })
  expect(await bot.isClosed()).toBe(4503)
  await expect(bot.comeAgain(server)).rejects.toMatchObject({ code: 'resume.expired' })
  await expect(Person.come(server, { service: 'gone', key })).rejects.toMatchObject({ code: 'signin.failed' })
  expect(await names()).not.toContain('gone')
  // Its name is free for another.
  const other = await make('gone')
  expect(other.key).not.toBe(key)
  await expect(Person.come(server, { service: 'gone', key })).rejects.toMatchObject({ code: 'signin.failed' })
})

test('[AC5] a name belongs to one key, also when two are made at once, and the config keeps its own', async () => {
  const twice = await Promise.allSettled([make('twin'), make('twin')])
  expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  for (const name of ['twin', 'fixed']) await expect(make(name)).rejects.toMatchObject({ code: 'name.taken' })
  await expect(operator.ask({ type: 'server.key-revoke', name: 'fixed' })).rejects.toMatchObject({
    code: 'key.fixed',
  })
  await expect(operator.ask({ type: 'server.key-revoke', name: 'nobody' })).rejects.toMatchObject({
    code: 'key.unknown',
  })
  await Person.come(server, { service: 'fixed', key: 'key-of-fixed' })
})

test('[AC5][AC6] after a restart the keys that were made hold, and those that were revoked do not', async () => {
  const [kept, gone] = [await make('kept'), await make('revoked')]
  await operator.ask({ type: 'server.key-revoke', name: 'revoked' })
  const before = await names()
  server = await server.restart()
  operator = await operatorOf(server)
  expect((await names()).sort()).toEqual(before.sort())
  await Person.come(server, { service: 'kept', key: kept.key })
  await expect(Person.come(server, { service: 'revoked', key: gone.key })).rejects.toMatchObject({
    code: 'signin.failed',
  })
})
