// The verbs of the `presence` command for groups, beside a running server with a memory.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signInByToken } from '../support/accounts.ts'
import { presence } from '../support/child.ts'
import { account, foundBy } from '../support/circle.ts'
import { type Running, start } from '../support/start.ts'

let server: Running
beforeAll(async () => {
  server = await start(signInByToken, undefined, { remember: true })
})
afterAll(() => server[Symbol.asyncDispose]())

test('[PE8] the operator makes a group, puts people in and takes them out, by names and ids', async () => {
  const [ann, ben] = [await account(server, 'Ann Ada'), await account(server, 'Ben')]
  expect((await presence(server, 'group', 'list')).out).toMatch(/^There are no groups/)
  expect(await presence(server, 'group', 'add', 'Garden', 'crew')).toMatchObject({ code: 0, err: '' })
  expect((await presence(server, 'group', 'add', 'Garden crew')).err).toMatch(/^Another group has this name/)
  expect((await presence(server, 'group', 'join', 'Garden crew', 'Ann Ada')).out).toBe(
    'Ann Ada is in Garden crew.\n',
  )
  await presence(server, 'group', 'join', 'Garden crew', ben.id)
  expect(await foundBy(ann, 'ben')).toEqual(['Ben'])
  const { out } = await presence(server, 'group', 'list')
  expect(out.split('\n').toSorted()).toEqual(['', '  Ann Ada', '  Ben', 'Garden crew'])
  await presence(server, 'group', 'leave', 'Garden crew', 'Ben')
  expect(JSON.parse((await presence(server, 'group', 'list', '--json')).out)).toMatchObject([
    { name: 'Garden crew', members: [{ name: 'Ann Ada' }] },
  ])
  await presence(server, 'user', 'remove', 'Ann Ada')
  expect((await presence(server, 'group', 'list')).out).toBe('Garden crew\n')
  expect((await presence(server, 'group', 'remove', 'Garden crew')).out).toBe('Garden crew is removed.\n')
  expect((await presence(server, 'group', 'list')).out).toMatch(/^There are no groups/)
})

test.each([
  [['group', 'add'], /^Give the group a name: presence group add NAME/],
  [['group', 'remove', 'Nothing'], /^Nothing: no group has this name or id/],
  [['group', 'join', 'Nothing'], /^Give a group and a person, names of several words in quotes/],
  [['group', 'join', 'Nothing', 'Ben'], /^Nothing: no group has this name or id/],
])('%j says what is wrong', async (words, why) => {
  expect(await presence(server, ...words)).toMatchObject({ code: 1, err: expect.stringMatching(why) })
})
