// The verbs of the `presence` command for people and programs, beside a running server with a memory.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signInByToken, tokenFor } from '../support/accounts.ts'
import { presence } from '../support/child.ts'
import { tokenIn } from '../support/links.ts'
import { Person } from '../support/person.ts'
import { type Running, start } from '../support/start.ts'

let server: Running
beforeAll(async () => {
  server = await start(signInByToken, undefined, { remember: true })
})
afterAll(() => server[Symbol.asyncDispose]())

test('[AC1] user add prints a link that signs in, and says how long; user link voids it', async () => {
  const added = await presence(server, 'user', 'add', 'Ann', 'Ada')
  const [link = '', about] = added.out.split('\n')
  expect(added).toMatchObject({ code: 0, err: '' })
  expect(link.startsWith(`${server.url}/#signin=`)).toBe(true)
  expect(about).toMatch(/^Good for a week, on all his devices/)
  const ann = await Person.come(server, { signin: tokenIn(link) })
  expect(ann.welcome.name).toBe('Ann Ada')
  const again = await presence(server, 'user', 'link', ann.id)
  expect(again).toMatchObject({ code: 0, err: '' })
  await expect(Person.come(server, { signin: tokenIn(link) })).rejects.toMatchObject({
    code: 'signin.failed',
  })
  const { id } = await Person.come(server, { signin: tokenIn(again.out.split('\n')[0] ?? '') })
  expect(id).toBe(ann.id)
})

test('user list shows who there is and who is here; a name that two have is asked about', async () => {
  await presence(server, 'user', 'add', 'Ben')
  const ben = await Person.come(server, { token: tokenFor('Ben') })
  const { out } = await presence(server, 'user', 'list')
  expect(out).toContain(`${ben.id}  here now          by another program  Ben\n`)
  const { code, err } = await presence(server, 'user', 'link', 'Ben')
  expect(code).toBe(1)
  expect(err).toMatch(/^2 accounts are called Ben\. Give an id:\n/)
  expect(err).toContain(`  ${ben.id}  token\n`)
})

test('[AC3] user remove ends an account by its name', async () => {
  const { out } = await presence(server, 'user', 'add', 'Cleo')
  const cleo = await Person.come(server, { signin: tokenIn(out.split('\n')[0] ?? '') })
  const removed = await presence(server, 'user', 'remove', 'Cleo')
  expect(removed).toMatchObject({ code: 0, out: expect.stringContaining('Cleo is removed') })
  expect(await cleo.isClosed()).toBe(4504)
  expect(await presence(server, 'user', 'remove', 'Cleo')).toMatchObject({ code: 1, out: '' })
})

test('[AC5] key make prints the key, key list shows what it allows, key revoke ends it', async () => {
  const { out } = await presence(server, 'key', 'make', 'door-sign', 'read')
  const hello = { service: 'door-sign', key: out.trim(), transport: 'tcp' } as const
  expect((await Person.come(server, hello)).welcome.kind).toBe('service')
  expect((await presence(server, 'key', 'list')).out).toMatch(/^\d{4}-\d\d-\d\d {5}door-sign {2}\(read\)\n$/)
  expect((await presence(server, 'key', 'make', 'door-sign', 'read')).err).toMatch(/^This name is taken/)
  expect(await presence(server, 'key', 'revoke', 'door-sign')).toMatchObject({ code: 0 })
  await expect(Person.come(server, hello)).rejects.toMatchObject({ code: 'signin.failed' })
  expect((await presence(server, 'key', 'list')).out).toMatch(/^There are no service keys/)
})

test.each([
  [['user', 'add'], /^Give a name: presence user add NAME/],
  [['user', 'add', 'a\u202eb'], /^A field of this message is missing, unknown or wrong/],
  [['user', 'link'], /^Give the name or the id of an account/],
  [['user', 'link', 'Nobody'], /^There is no account Nobody/],
  [['key', 'make', 'bot'], /^Give a name and at least one scope: presence key make NAME SCOPE/],
  [['key', 'make', 'bot', 'all'], /^all: there is no such scope/],
  [['key', 'revoke'], /^Give the name of a key/],
  [['key', 'revoke', 'nobody'], /^There is no service key of this name/],
])('presence %j is explained', async (words, sentence) => {
  const { code, out, err } = await presence(server, ...words)
  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(sentence)
})
