// Groups of accounts: made by the owner of the server, seen by those who are in them, kept over a restart.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { GroupId, RoomId } from '#protocol/id.ts'
import { signInByToken } from '../support/accounts.ts'
import { account, acquaint, foundBy, ownerOf } from '../support/circle.ts'
import { roomy } from '../support/limits.ts'
import { Person } from '../support/person.ts'
import { type Running, start } from '../support/start.ts'

const config = { ...signInByToken, ...roomy }
let server: Running
beforeAll(async () => {
  server = await start(config, undefined, { remember: true })
})
afterAll(() => server[Symbol.asyncDispose]())

const make = async (owner: Person, name: string) => (await owner.ask({ type: 'group.make', name })).group
const names = async (person: Person) =>
  (await person.ask({ type: 'group.list' })).groups.map(({ name }) => name)

test('[PE8] the owner of the server makes groups, and who is in one sees it and everybody in it', async () => {
  const [olga, ann, ben] = [await ownerOf(server), await account(server, 'Ann'), await account(server, 'Ben')]
  const group = await make(olga, 'Gardeners')
  for (const { id: person } of [ann, ben]) await olga.ask({ type: 'group.add', group, person })
  expect(await ann.ask({ type: 'group.list' })).toEqual({
    groups: [{ group, name: 'Gardeners', count: 2, member: true }],
  })
  const { members } = await ben.ask({ type: 'group.who', group })
  expect(members.map(({ name }) => name).sort()).toEqual(['Ann', 'Ben'])
  await olga.ask({ type: 'group.rename', group, name: 'Weeders' })
  expect(await names(ann)).toEqual(['Weeders'])
  await olga.ask({ type: 'group.drop', group, person: ann.id })
  expect(await names(ann)).toEqual([])
  await olga.ask({ type: 'group.remove', group })
  expect([await names(ben), await names(olga)]).toEqual([[], []])
})

test('[PE8] to everybody else a group is not there, and nobody else makes or changes one', async () => {
  const [olga, eve] = [await ownerOf(server), await account(server, 'Eve')]
  const group = await make(olga, 'Secret')
  const unknown = 'NoSuchGroup1' as GroupId
  for (const one of [group, unknown])
    await expect(eve.ask({ type: 'group.who', group: one })).rejects.toMatchObject({ code: 'group.gone' })
  await expect(olga.ask({ type: 'group.who', group: unknown })).rejects.toMatchObject({ code: 'group.gone' })
  const person = eve.id
  const tries = [
    { type: 'group.make', name: 'Mine' },
    { type: 'group.rename', group, name: 'Mine' },
    { type: 'group.remove', group },
    { type: 'group.add', group, person },
    { type: 'group.drop', group, person },
  ]
  for (const one of tries) await expect(eve.ask(one as never)).rejects.toMatchObject({ code: 'forbidden' })
  expect([await names(eve), await names(olga)]).toEqual([[], ['Secret']])
  await olga.ask({ type: 'group.remove', group })
})

test('[PE8] a name is given once, whatever is in it, and only accounts are put in', async () => {
  const olga = await ownerOf(server)
  const name = `<img src=x onerror="alert(1)"> '; drop table people_group; --`
  const group = await make(olga, name)
  expect(await names(olga)).toEqual([name])
  await expect(make(olga, name)).rejects.toMatchObject({ code: 'group.taken' })
  const other = await make(olga, 'Other')
  await expect(olga.ask({ type: 'group.rename', group: other, name })).rejects.toMatchObject({
    code: 'group.taken',
  })
  await olga.ask({ type: 'group.rename', group: other, name: 'Other' })
  const guest = await Person.come(server, { name: 'Guest' })
  for (const person of [guest.id, 'nobody-at-all' as never])
    await expect(olga.ask({ type: 'group.add', group, person })).rejects.toMatchObject({
      code: 'person.unknown',
    })
  await expect(make(olga, 'two\nlines')).rejects.toMatchObject({ code: 'message.invalid' })
  for (const one of [group, other]) await olga.ask({ type: 'group.remove', group: one })
})

test('[PE8] there are at most two hundred', async () => {
  const olga = await ownerOf(server)
  const made = await Promise.all(Array.from({ length: 200 }, (_, at) => make(olga, `Group ${at}`)))
  await expect(make(olga, 'One more')).rejects.toMatchObject({ code: 'groups.many' })
  await Promise.all(made.map(group => olga.ask({ type: 'group.remove', group })))
  expect(await names(olga)).toEqual([])
})

test('[PE5][PE6][PE8] who shares a group finds and writes to each other, and no longer when it is over', async () => {
  await using first = await start(config, undefined, { remember: true })
  const [olga, ann, ben] = [await ownerOf(first), await account(first, 'Ann'), await account(first, 'Ben')]
  const group = await make(olga, 'Gardeners')
  await olga.ask({ type: 'group.add', group, person: ann.id })
  expect(await foundBy(ann, 'ben')).toEqual([])
  await olga.ask({ type: 'group.add', group, person: ben.id })
  await using after = await first.restart()
  const again = await account(after, 'Ann')
  expect(await names(again)).toEqual(['Gardeners'])
  expect(await foundBy(again, 'ben')).toEqual(['Ben'])
  await (await ownerOf(after)).ask({ type: 'group.remove', group })
  expect(await foundBy(again, 'ben')).toEqual([])
  await expect(again.ask({ type: 'room.direct', person: ben.id })).rejects.toMatchObject({
    code: 'person.unknown',
  })
})

test('[CH20][CH21] who may see a group calls all in it at once, and each finds it among what he has not read', async () => {
  const [olga, ann, ben, eve] = await Promise.all([
    ownerOf(server),
    ...['Ann20', 'Ben20', 'Eve20'].map(name => account(server, name)),
  ])
  if (!olga || !ann || !ben || !eve) return expect.unreachable()
  const room = (await acquaint([ann, ben, eve])) as RoomId
  const group = await make(olga, 'Gardeners of 20')
  for (const { id: person } of [ann, ben]) await olga.ask({ type: 'group.add', group, person })
  const call = (by: Person, groups: GroupId[], key: string) =>
    by.ask({ type: 'chat.send', room, key: key as never, text: 'Look!', mentions: { groups } })
  for (const groups of [[group], ['NoSuchGroup1' as GroupId]])
    await expect(call(eve, groups, 'k1')).rejects.toMatchObject({
      code: 'group.gone',
      place: 'mentions.groups',
    })
  await call(ann, [group], 'k2')
  expect(await ben.hears('chat.said')).toMatchObject({ mentions: { groups: [group] } })
  const mentions = async (person: Person) => (await person.ask({ type: 'room.mine' })).rooms[0]?.mentions
  expect([await mentions(ben), await mentions(eve)]).toEqual([1, 0])
  await olga.ask({ type: 'group.remove', group })
  expect(await mentions(ben)).toBe(0)
})
