// 1:1 rooms: the one room of two accounts, closed to everybody else, over leaving and over a restart.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RoomId } from '#protocol/id.ts'
import type { Request, RequestType } from '#protocol/message.ts'
import { PUBLIC } from '#protocol/public.ts'
import { fieldsOf, sample, types } from '../protocol/samples.ts'
import { serviceKey, signInByToken } from '../support/accounts.ts'
import { account, acquaint, acquainted, ownerOf, paired } from '../support/circle.ts'
import { roomy } from '../support/limits.ts'
import { Person } from '../support/person.ts'
import { type Running, start } from '../support/start.ts'

const config = {
  ...signInByToken,
  ...roomy,
  serviceKeys: [serviceKey('bot', 'key-of-the-bot', ['create', 'invite', 'post', 'read'] as const)],
}
let server: Running
beforeAll(async () => {
  server = await start(config, undefined, { remember: true })
})
afterAll(() => server[Symbol.asyncDispose]())

const mine = async (person: Person) => (await person.ask({ type: 'room.mine' })).rooms
const directs = async (person: Person) => (await mine(person)).filter(({ direct }) => direct)

test('[PE1] two who ask at once get the same room, which is theirs alone', async () => {
  const [ann, ben] = await acquainted(server, 'Ann1', 'Ben1')
  const asked = await Promise.all([
    ...Array.from({ length: 5 }, () => ann.ask({ type: 'room.direct', person: ben.id })),
    ...Array.from({ length: 5 }, () => ben.ask({ type: 'room.direct', person: ann.id })),
  ])
  const [room] = new Set(asked.map(({ room }) => room))
  expect(asked).toEqual(asked.map(() => ({ room })))
  const state = await ann.join({ room })
  expect(state).toMatchObject({ role: 'partner', name: null, direct: { person: ben.id, name: 'Ben1' } })
  expect(state.seal).toBeUndefined()
  expect((await ben.join({ room })).direct).toEqual({ person: ann.id, name: 'Ann1' })
  await ann.say(room as RoomId, 'Just us')
  expect(await ben.hears('chat.said', ({ text }) => text === 'Just us')).toMatchObject({ by: ann.id })
})

test('[PE1] it has no name, no link, no lock and no roles, and nobody closes it for the other', async () => {
  const [ann, ben] = await acquainted(server, 'Ann2', 'Ben2')
  const room = await paired(ann, ben)
  const { id } = await ben.say(room, 'of Ben')
  const person = ben.id
  const requests: Request[] = [
    { type: 'room.name', room, name: 'Plans' },
    { type: 'room.set', room, topic: 'x', locked: true },
    { type: 'room.role', room, person, role: 'owner' },
    { type: 'room.kick', room, person },
    { type: 'room.ban', room, person },
    { type: 'room.unban', room, person },
    { type: 'room.close', room },
    { type: 'knock.ask', room },
    { type: 'knock.admit', room, person },
    { type: 'invite.public', room },
    { type: 'invite.make', room },
    { type: 'invite.list', room },
    { type: 'invite.revoke', room, id: PUBLIC },
    { type: 'invite.decline', room, id: PUBLIC },
    { type: 'invite.host', room },
    { type: 'chat.delete', room, id },
    { type: 'chat.edit', room, id, text: 'mine now' },
  ]
  for (const request of requests) {
    const refused = await ann.ask(request as never).catch(error => error)
    expect([request.type, refused.code]).toEqual([request.type, 'forbidden'])
  }
  await ann.ask({ type: 'room.leave', room })
  await expect(ann.ask({ type: 'knock.ask', room })).rejects.toMatchObject({ code: 'forbidden' })
  await ben.settled()
  expect(ben.all('chat.deleted')).toEqual([])
})

test('[PE2] nobody else comes in by any way, learns whether it exists, or is noticed by the two', async () => {
  const [ann, ben, eve] = await acquainted(server, 'Ann3', 'Ben3', 'Eve3')
  const room = await paired(ann, ben)
  const { id } = await ann.say(room, 'a secret')
  const intruders = [
    eve,
    await Person.come(server, { name: 'Guest' }),
    await ownerOf(server),
    await Person.come(server, { service: 'bot', key: 'key-of-the-bot' }),
    await Person.come(server, { transport: 'unix' }),
  ]
  const before = [ann, ben].map(({ heard }) => heard.length)
  for (const one of intruders) {
    const real = await answers(one, room, id)
    expect(new Set(real)).toEqual(new Set(['room.gone']))
    expect(await answers(one, 'NoSuchRoom12' as RoomId, id)).toEqual(real)
    expect(JSON.stringify(one.heard)).not.toContain('a secret')
  }
  for (const one of [ann, ben]) await one.settled()
  expect([ann, ben].map(({ heard }) => heard.length)).toEqual(before.map(count => count + 1))
})

/** What somebody is told who tries every request that there is with this room. */
async function answers(who: Person, room: RoomId, id: string): Promise<unknown[]> {
  const about = types.filter(type => Object.hasOwn(fieldsOf(type), 'room') && type !== 'knock.ask')
  const real = (type: RequestType) => (fieldsOf(type).id?.safeParse(id).success ? { id } : {})
  const requests = about.map(type => ({ ...sample(type), room, ...real(type) }))
  const all = [...requests, { type: 'knock.ask', room }, { type: 'room.leave', room }]
  const codes: unknown[] = []
  // One by one: what comes too many at once behind a request to enter is refused for that.
  for (const request of all) codes.push(await who.ask(request as never).catch(error => error.code))
  return codes
}

test('[PE2] neither a forged cursor nor the seal of another room leads in', async () => {
  const [ann, ben, eve] = await acquainted(server, 'Ann4', 'Ben4', 'Eve4')
  const room = await paired(ann, ben)
  await ann.say(room, 'a secret')
  const own = await eve.startRoom()
  const { resume, rooms } = eve.holds()
  const seal = rooms?.find(({ room }) => room === own.id)?.seal
  eve.carrier.close()
  const { epoch } = await ann.join({ room })
  for (const cursor of [
    { room, epoch, seq: 0 },
    { room, epoch, seq: 0, seal },
  ]) {
    const again = await Person.come(server, { resume, rooms: [cursor] })
    expect(await again.hears('room.out', out => out.room === room)).toMatchObject({ code: 'room.gone' })
    expect(JSON.stringify(again.heard)).not.toContain('a secret')
    again.carrier.close()
  }
})

test('[PE3] it is in the list of both once something was said, with what they have not read and today’s name', async () => {
  const [ann, ben] = await acquainted(server, 'Ann5', 'Ben5')
  const { room } = await ann.ask({ type: 'room.direct', person: ben.id })
  await ann.join({ room })
  expect([await directs(ann), await directs(ben)]).toEqual([[], []])
  await ann.say(room, 'Are you there?')
  expect(await ben.hears('room.news', news => news.room === room)).toMatchObject({
    direct: { person: ann.id, name: 'Ann5' },
  })
  await ann.settled()
  expect(ann.all('room.news')).toEqual([])
  expect(await directs(ben)).toMatchObject([
    { room, name: null, direct: { person: ann.id }, unread: 1, last: { text: 'Are you there?' } },
  ])
  expect((await directs(ann))[0]).toMatchObject({ direct: { person: ben.id, name: 'Ben5' }, unread: 0 })
  await account(server, 'Benedict', 'ben5')
  await expect.poll(async () => (await directs(ann))[0]?.direct?.name).toBe('Benedict')
})

test('[PE4] who leaves it for good has it back when the other writes, with only that unread', async () => {
  const [ann, ben] = await acquainted(server, 'Ann6', 'Ben6')
  const room = await paired(ann, ben)
  await ben.say(room, 'one')
  await ann.ask({ type: 'room.leave', room, forGood: true })
  expect(await directs(ann)).toEqual([])
  expect(await directs(ben)).toMatchObject([{ room }])
  await ben.say(room, 'two')
  expect(await ann.hears('room.news', news => news.room === room)).toBeDefined()
  expect(await directs(ann)).toMatchObject([{ room, unread: 1, last: { text: 'two' } }])
  expect((await ann.join({ room })).messages?.map(({ text }) => text)).toEqual(['one', 'two'])
})

test('[PE4] when neither has it any more it is burned, and begins anew', async () => {
  const [ann, ben] = await acquainted(server, 'Ann7', 'Ben7')
  const room = await paired(ann, ben)
  await ben.say(room, 'old')
  for (const one of [ann, ben]) await one.ask({ type: 'room.leave', room, forGood: true })
  await expect(ann.join({ room })).rejects.toMatchObject({ code: 'room.gone' })
  expect(await paired(ben, ann)).toBe(room)
  expect(ann.all('room.entered').at(-1)?.room.messages).toEqual([])
})

test('[PE5] of who was removed the other keeps what was said, and writes to nobody any more', async () => {
  const [ann, ben] = await acquainted(server, 'Ann9', 'Ben9')
  const room = await paired(ann, ben)
  await ben.say(room, 'a last word')
  const operator = await Person.come(server, { transport: 'unix' })
  await operator.ask({ type: 'server.user-remove', person: ben.id })
  await expect(ann.say(room, 'Ben?')).rejects.toMatchObject({ code: 'person.unknown' })
  expect(await directs(ann)).toMatchObject([{ room, last: { text: 'a last word' } }])
  await ann.ask({ type: 'room.leave', room, forGood: true })
  await expect(ann.join({ room })).rejects.toMatchObject({ code: 'room.gone' })
})

test('[PE5] one writes to whom one shares a room with; about all others the answer is the same', async () => {
  const [ann, ben] = await acquainted(server, 'Ann8', 'Ben8')
  const cleo = await account(server, 'Cleo8')
  const guest = await Person.come(server, { name: 'Guest' })
  const room = await acquaint([ben, cleo])
  for (const person of [cleo.id, guest.id, ann.id, 'nobody-at-all' as never, 'operator' as never])
    await expect(ann.ask({ type: 'room.direct', person })).rejects.toMatchObject({ code: 'person.unknown' })
  await expect(guest.ask({ type: 'room.direct', person: ann.id })).rejects.toMatchObject({
    code: 'forbidden',
  })
  const { room: pair } = await cleo.ask({ type: 'room.direct', person: ben.id })
  await ben.ask({ type: 'room.close', room: room as RoomId })
  // The 1:1 room itself is enough.
  expect(await ben.ask({ type: 'room.direct', person: cleo.id })).toEqual({ room: pair })
  const owner = await ownerOf(server)
  await expect(owner.ask({ type: 'room.direct', person: cleo.id })).resolves.toBeDefined()
})

test('[PE1][NM2][NM6] it comes through a restart as it was, and a cursor from before stays good', async () => {
  await using first = await start(config, undefined, { remember: true })
  const [ann, ben] = await acquainted(first, 'Ann', 'Ben')
  const room = await paired(ann, ben)
  await ann.say(room, 'before')
  await ben.hears('chat.said')
  await ben.ask({ type: 'room.leave', room })
  const { epoch } = ann.all('room.entered').at(-1)?.room ?? {}
  await using after = await first.restart()
  const again = await ann.comeAgain(after)
  const state = (await again.hears('room.entered', entered => entered.room.id === room)).room
  expect(state).toMatchObject({ role: 'partner', direct: { person: ben.id }, epoch, gap: false })
  const benAgain = await account(after, 'Ben')
  expect((await directs(benAgain))[0]).toMatchObject({ direct: { person: ann.id }, unread: 1 })
  expect(await benAgain.ask({ type: 'room.direct', person: ann.id })).toEqual({ room })
  await again.say(room, 'after')
  expect((await benAgain.join({ room })).messages?.map(({ text }) => text)).toEqual(['before', 'after'])
})
