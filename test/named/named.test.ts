// A room with a name stays: over an empty room, over a restart, over a crash.
import { expect, test } from 'vitest'
import { signInByToken, tokenFor } from '../support/accounts.ts'
import { Person } from '../support/person.ts'
import { type Running, start } from '../support/start.ts'

const remember = { remember: true }
const browser = 'the-key-of-anns-browser-0'

test('[NM1][NM2] a name keeps the room, its log, its people and its links over a restart', async () => {
  await using server = await start(signInByToken, undefined, remember)
  const { ann, room } = await home(server)
  const ben = await Person.come(server, { token: tokenFor('Ben') })
  await ben.enter(room.link)
  const first = await ann.say(room.id, 'before it had a name')
  await ann.ask({ type: 'room.name', room: room.id, name: 'Plans' })
  expect(await ben.hears('room.named')).toMatchObject({ name: 'Plans', by: ann.id, seq: first.seq + 1 })
  await ben.say(room.id, 'and after')
  await ann.ask({ type: 'room.set', room: room.id, topic: 'Everything' })
  await Promise.all([ann.settled(), ben.settled()])

  await using after = await server.restart()
  const stranger = await Person.come(after, { name: 'Cleo' })
  const state = await stranger.enter(room.link)
  expect(state).toMatchObject({ id: room.id, name: 'Plans', settings: { topic: 'Everything' } })
  expect(state.messages?.map(({ text, seq }) => [text, seq])).toEqual([
    ['before it had a name', 1],
    ['and after', 3],
  ])
  expect(state.absent.map(({ name, role }) => [name, role]).sort()).toEqual([
    ['Ann', 'owner'],
    ['Ben', 'member'],
  ])
  const annAgain = await ann.comeAgain(after)
  expect((await annAgain.hears('room.entered')).room).toMatchObject({ role: 'owner', gap: false, facts: [] })
  const benAgain = await Person.come(after, { token: tokenFor('Ben') })
  expect((await benAgain.join({ room: room.id })).role).toBe('member')
})

test('[NM2] who was away over the restart gets what he missed, once and in order', async () => {
  await using server = await start({}, undefined, remember)
  const { ann, room } = await home(server)
  const ben = await Person.come(server, { browser: 'the-key-of-bens-browser-0' })
  await ben.enter(room.link)
  await ann.ask({ type: 'room.name', room: room.id, name: 'Plans' })
  await ben.hears('room.named')
  ben.carrier.drop()
  await ann.hears('room.member', ({ member }) => member.away)
  for (const text of ['one', 'two', 'three']) await ann.say(room.id, text)
  await ann.settled()
  await using after = await server.restart()
  const annAgain = await ann.comeAgain(after)
  await annAgain.say(room.id, 'four')
  const benAgain = await ben.comeAgain(after, 'tcp')
  const { room: state } = await benAgain.hears('room.entered')
  expect(state.gap).toBe(false)
  expect(benAgain.texts(room.id)).toEqual(['one', 'two', 'three', 'four'])
})

test('[NM3] a named room outlives its last visitor, and is loaded when somebody asks', async () => {
  await using server = await start(signInByToken, undefined, remember)
  const { ann, room } = await home(server)
  await ann.ask({ type: 'room.name', room: room.id, name: 'Plans' })
  await ann.say(room.id, 'kept')
  await ann.ask({ type: 'room.leave', room: room.id })
  const ben = await Person.come(server, { token: tokenFor('Ben') })
  expect((await ben.enter(room.link)).messages).toMatchObject([{ text: 'kept' }])
  expect(await ben.ask({ type: 'room.mine' })).toMatchObject({
    rooms: [
      {
        room: room.id,
        name: 'Plans',
        unread: 1,
        present: [{ person: ben.id, name: 'Ben' }],
        last: { name: 'Ann', text: 'kept' },
      },
    ],
  })
  await ben.ask({ type: 'chat.read', room: room.id, seq: 2 })
  expect((await ben.ask({ type: 'room.mine' })).rooms[0]?.unread).toBe(0)
})

test('[NM4] closing a named room burns it: nothing of it is left, in memory or on disk', async () => {
  await using server = await start({}, undefined, remember)
  const { ann, room } = await home(server)
  await ann.ask({ type: 'room.name', room: room.id, name: 'Plans' })
  await ann.ask({ type: 'room.close', room: room.id })
  await expect(ann.enter(room.link)).rejects.toMatchObject({ code: 'room.gone' })
  await using after = await server.restart()
  const ben = await Person.come(after)
  await expect(ben.enter(room.link)).rejects.toMatchObject({ code: 'room.gone' })
})

test('[NM5] the last owner who goes for good leaves the room to an admin, else a member, else burns it', async () => {
  await using server = await start(signInByToken, undefined, remember)
  const { ann, room } = await home(server)
  await ann.ask({ type: 'room.name', room: room.id, name: 'Plans' })
  const ben = await Person.come(server, { token: tokenFor('Ben') })
  const cleo = await Person.come(server, { token: tokenFor('Cleo') })
  for (const one of [ben, cleo]) await one.enter(room.link)
  await ann.ask({ type: 'room.role', room: room.id, person: cleo.id, role: 'admin' })
  await ann.ask({ type: 'room.leave', room: room.id, forGood: true })
  expect(await ben.hears('room.left')).toMatchObject({ person: ann.id, why: 'gone' })
  expect((await ann.ask({ type: 'room.mine' })).rooms).toEqual([])
  expect(await ben.hears('room.role-set', ({ role }) => role === 'owner')).toMatchObject({ person: cleo.id })
  await cleo.ask({ type: 'room.leave', room: room.id, forGood: true })
  expect(await ben.hears('room.role-set', ({ person }) => person === ben.id)).toMatchObject({ role: 'owner' })
  await ben.ask({ type: 'room.leave', room: room.id, forGood: true })
  await expect(ben.enter(room.link)).rejects.toMatchObject({ code: 'room.gone' })
})

test('[CH2][CH3][CH4] retries, edits and deletions reach what is only on disk', async () => {
  const fast = { limits: { messagesPerSecond: 10_000, messagesAtOnce: 10_000 } }
  await using server = await start(fast, undefined, remember)
  const { ann, room } = await home(server)
  await ann.ask({ type: 'room.name', room: room.id, name: 'Plans' })
  const old = await ann.say(room.id, 'old', 'old-key')
  const secret = await ann.say(room.id, 'a secret')
  await Promise.all(Array.from({ length: 1100 }, (_, at) => ann.say(room.id, String(at))))
  await ann.settled()
  await using after = await server.restart()
  const again = await ann.comeAgain(after, 'tcp')
  expect(await again.say(room.id, 'old', 'old-key')).toEqual(old)
  await again.ask({ type: 'chat.edit', room: room.id, id: old.id, text: 'mended' })
  await again.ask({ type: 'chat.delete', room: room.id, id: secret.id })
  const page = await again.ask({ type: 'chat.page', room: room.id, before: 5 })
  expect(page.messages.map(({ text }) => text)).toEqual(['mended', '', '0'])
  expect(page.more).toBe(false)
  const around = await again.ask({ type: 'chat.page', room: room.id, around: 400 })
  expect(around.messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, at) => 375 + at))
  expect(around).toMatchObject({ more: true, newer: true })
  const texts: string[] = []
  for (let before = 10_000, more = true; more; ) {
    const next = await again.ask({ type: 'chat.page', room: room.id, before })
    texts.unshift(...next.messages.map(({ text }) => text))
    before = next.messages[0]?.seq ?? 0
    more = next.more
  }
  expect(texts).toEqual(['mended', '', ...Array.from({ length: 1100 }, (_, at) => String(at))])
})

async function home(server: Running) {
  const ann = await Person.come(server, { name: 'Ann', browser })
  return { ann, room: await ann.startRoom() }
}
