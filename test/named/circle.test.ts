// Who finds whom, and what a block keeps away.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId, RoomId } from '#protocol/id.ts'
import type { Request } from '#protocol/message.ts'
import { signInByToken } from '../support/accounts.ts'
import { goLive, offer, signal } from '../support/call.ts'
import { account, acquaint, acquainted, block, foundBy, ownerOf, paired } from '../support/circle.ts'
import { roomy } from '../support/limits.ts'
import { Person } from '../support/person.ts'
import { type Running, start } from '../support/start.ts'

const config = { ...signInByToken, ...roomy }
let server: Running
beforeAll(async () => {
  server = await start(config, undefined, { remember: true })
})
afterAll(() => server[Symbol.asyncDispose]())

test('[PE6] people are found by the beginnings of the words of their names, whatever case and marks', async () => {
  const [ann] = await acquainted(server, 'Ann', 'Zoë Müller-Ångström', 'Zora', 'Łukasz', '山田 太郎', '🦊')
  const cases = [
    ['zo', ['Zoë Müller-Ångström', 'Zora']],
    ['ZOE', ['Zoë Müller-Ångström']],
    ['angs', ['Zoë Müller-Ångström']],
    ['mu zo', ['Zoë Müller-Ångström']],
    ['luk', ['Łukasz']],
    ['太', ['山田 太郎']],
    ['🦊', ['🦊']],
    ['oë', []],
    ['ann', []],
    ['%', ['Zora', 'Zoë Müller-Ångström', 'Łukasz', '山田 太郎', '🦊']],
    ['zo%', ['Zoë Müller-Ångström', 'Zora']],
    ["zo' or '1'='1", []],
  ] as const
  for (const [text, names] of cases) {
    expect([text, (await foundBy(ann, text)).sort()]).toEqual([text, [...names].sort()])
  }
})

test('[PE6] only who shares a room that is kept is found, with whether he is here, and at most twenty', async () => {
  const [ann, ben] = await acquainted(server, 'Ann6', 'Ben Sixth')
  const cleo = await account(server, 'Cleo Sixth')
  const { link } = await cleo.startRoom()
  await ann.enter(link)
  expect(await foundBy(ann, 'sixth')).toEqual(['Ben Sixth'])
  expect(await foundBy(cleo, 'sixth')).toEqual([])
  const { people } = await ann.ask({ type: 'people.search', text: 'ben' })
  expect(people).toEqual([expect.objectContaining({ person: ben.id, name: 'Ben Sixth', here: true })])
  await ben.ask({ type: 'session.end' })
  expect((await ann.ask({ type: 'people.search', text: 'ben' })).people).toMatchObject([{ here: false }])
  const many = await acquainted(server, ...Array.from({ length: 25 }, (_, at) => `Sibling ${at + 10}`))
  const found = await foundBy(many[0] as Person, 'sib')
  expect(found).toEqual(Array.from({ length: 20 }, (_, at) => `Sibling ${at + 11}`))
  const guest = await Person.come(server)
  await expect(guest.ask({ type: 'people.search', text: '' })).rejects.toMatchObject({ code: 'forbidden' })
})

test('[PE6] who leaves the room for good is found no more, and the owner of the server finds everybody', async () => {
  const [ann, ben] = await acquainted(server, 'Ann7', 'Ben7')
  const room = ben.all('room.entered')[0]?.room.id as RoomId
  expect(await foundBy(ann, 'ben7')).toEqual(['Ben7'])
  await ben.ask({ type: 'room.leave', room, forGood: true })
  expect(await foundBy(ann, 'ben7')).toEqual([])
  expect(await foundBy(await ownerOf(server), 'ben7')).toEqual(['Ben7'])
})

test('[PE7] who is blocked does not find the other one, nor starts a room with him', async () => {
  const [ann, ben] = await acquainted(server, 'Ann8', 'Ben8')
  await block(ann, ben.id)
  expect(await foundBy(ben, 'ann8')).toEqual([])
  expect(await foundBy(ann, 'ben8')).toEqual(['Ben8'])
  await expect(ben.ask({ type: 'room.direct', person: ann.id })).rejects.toMatchObject({
    code: 'person.blocked',
  })
  expect(await ann.ask({ type: 'people.blocked' })).toEqual({ people: [{ person: ben.id, name: 'Ben8' }] })
  expect(await ben.ask({ type: 'people.blocked' })).toEqual({ people: [] })
  await block(ann, ben.id, false)
  expect(await foundBy(ben, 'ann8')).toEqual(['Ann8'])
  await expect(ben.ask({ type: 'room.direct', person: ann.id })).resolves.toBeDefined()
})

test('[PE7] in their room he may read, take back and go, and nothing he tries to say arrives', async () => {
  const [ann, ben] = await acquainted(server, 'Ann9', 'Ben9')
  const room = await paired(ann, ben)
  const { id } = await ben.say(room, 'before')
  const { id: other } = await ben.say(room, 'another')
  await block(ann, ben.id)
  await ann.settled()
  const before = ann.heard.length
  const tries: Request[] = [
    { type: 'chat.send', room, key: 'k' as never, text: 'after' },
    { type: 'chat.send', room, key: 'k' as never, text: 'after', reply: id },
    { type: 'chat.edit', room, id, text: 'after' },
    { type: 'chat.typing', room, on: true },
  ]
  for (const one of tries)
    await expect(ben.ask(one as never)).rejects.toMatchObject({ code: 'person.blocked' })
  for (const one of tries.filter(({ type }) => type !== 'chat.edit'))
    await expect(ann.ask(one as never)).rejects.toMatchObject({ code: 'person.blocking' })
  await ann.settled()
  const heard = ann.heard.slice(before).filter(({ type }) => type !== 'refused' && type !== 'done')
  expect(heard).toEqual([])
  await ben.ask({ type: 'chat.delete', room, id: other })
  await ben.ask({ type: 'room.leave', room })
  expect((await ben.join({ room })).messages?.map(({ text }) => text)).toEqual(['before', ''])
  await block(ann, ben.id, false)
  await ben.say(room, 'again')
  expect(await ann.hears('chat.said', ({ text }) => text === 'again')).toBeDefined()
})

test('[PE7] nobody calls whom he may not write to; who is in a call already may mute himself and leave it', async () => {
  const [ann, ben] = await acquainted(server, 'Ann11', 'Ben11')
  const room = await paired(ann, ben)
  const { id: to } = await goLive(ann, room)
  await goLive(ben, room)
  await block(ann, ben.id)
  await expect(signal(ben, room, to, offer())).rejects.toMatchObject({ code: 'person.blocked' })
  await ben.ask({ type: 'live.set', room, mic: false })
  expect((await ann.hears('live.changed')).peer).toMatchObject({ person: ben.id, mic: false })
  await ben.ask({ type: 'live.leave', room })
  await expect(goLive(ben, room)).rejects.toMatchObject({ code: 'person.blocked' })
  await ann.ask({ type: 'live.leave', room })
  await expect(goLive(ann, room)).rejects.toMatchObject({ code: 'person.blocking' })
})

test('[PE7] a block counts in rooms of many for nothing, and against nobody but an account', async () => {
  const [ann, ben] = await acquainted(server, 'Ann10', 'Ben10')
  const room = ben.all('room.entered')[0]?.room.id as RoomId
  await block(ann, ben.id)
  await ben.say(room, 'to everybody')
  expect(await ann.hears('chat.said')).toMatchObject({ text: 'to everybody' })
  const guest = await Person.come(server, { name: 'Guest' })
  for (const person of [ann.id, guest.id, 'nobody-at-all' as PersonId])
    await expect(block(ann, person)).rejects.toMatchObject({ code: 'person.unknown' })
  await expect(block(guest, ann.id)).rejects.toMatchObject({ code: 'forbidden' })
})

test('[PE7] of a block and its end sent at once, the last one holds, also after a restart', async () => {
  await using first = await start(config, undefined, { remember: true })
  const [ann, ben, cleo] = await acquainted(first, 'Ann', 'Ben', 'Cleo')
  const steps = Array.from({ length: 9 }, (_, at) => at % 2 === 0)
  await Promise.all(steps.flatMap(on => [block(ann, ben.id, on), block(ann, cleo.id, !on)]))
  await using after = await first.restart()
  const again = await account(after, 'Ann')
  expect(await again.ask({ type: 'people.blocked' })).toEqual({ people: [{ person: ben.id, name: 'Ben' }] })
  const benAgain = await account(after, 'Ben')
  await acquaint([again, benAgain])
  await expect(benAgain.ask({ type: 'room.direct', person: ann.id })).rejects.toMatchObject({
    code: 'person.blocked',
  })
})
