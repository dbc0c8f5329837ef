// A room with a name stays: over an empty room, over a restart, over a crash.
import { expect, test } from 'vitest'
import { signInByToken, tokenFor } from '../support/accounts.ts'
import { roomy } from '../support/limits.ts'
import { Person } from '../support/person.ts'
import { start } from '../support/start.ts'
import { guest, home, nameIt } from '../support/two.ts'

const remember = { remember: true }

test('[NM1][NM2] a name keeps the room, its log, its people and its links over a restart', async () => {
  await using server = await start(signInByToken, undefined, remember)
  const { ann, room, link } = await home(server)
  const ben = await Person.come(server, { token: tokenFor('Ben') })
  await ben.enter(link)
  const first = await ann.say(room, 'before it had a name')
  await nameIt(ann, room)
  expect(await ben.hears('room.named')).toMatchObject({ name: 'Plans', by: ann.id, seq: first.seq + 1 })
  await ben.say(room, 'and after')
  await ann.ask({ type: 'room.set', room, topic: 'Everything' })
  await Promise.all([ann.settled(), ben.settled()])

  await using after = await server.restart()
  const stranger = await Person.come(after, { name: 'Cleo' })
  const state = await stranger.enter(link)
  expect(state).toMatchObject({ id: room, name: 'Plans', settings: { topic: 'Everything' } })
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
  expect((await benAgain.join({ room })).role).toBe('member')
})

test('[NM2] who was away over the restart gets what he missed, once and in order', async () => {
  await using server = await start({}, undefined, remember)
  const { ann, room, link } = await home(server)
  const ben = await guest(server, 'Ben')
  await ben.enter(link)
  await nameIt(ann, room)
  await ben.hears('room.named')
  ben.carrier.drop()
  await ann.hears('room.member', ({ member }) => member.away)
  for (const text of ['one', 'two', 'three']) await ann.say(room, text)
  await ann.settled()
  await using after = await server.restart()
  const annAgain = await ann.comeAgain(after)
  await annAgain.say(room, 'four')
  const benAgain = await ben.comeAgain(after, 'tcp')
  const { room: state } = await benAgain.hears('room.entered')
  expect(state.gap).toBe(false)
  expect(benAgain.texts(room)).toEqual(['one', 'two', 'three', 'four'])
})

test('[NM3] a named room outlives its last visitor, and is loaded when somebody asks', async () => {
  await using server = await start(signInByToken, undefined, remember)
  const { ann, room, link } = await home(server)
  await nameIt(ann, room)
  await ann.say(room, 'kept')
  await ann.ask({ type: 'room.leave', room })
  const ben = await Person.come(server, { token: tokenFor('Ben') })
  expect((await ben.enter(link)).messages).toMatchObject([{ text: 'kept' }])
  expect(await ben.ask({ type: 'room.mine' })).toMatchObject({
    rooms: [
      {
        room,
        name: 'Plans',
        unread: 1,
        present: [{ person: ben.id, name: 'Ben' }],
        live: 0,
        last: { name: 'Ann', text: 'kept' },
      },
    ],
  })
  await ben.ask({ type: 'chat.read', room, seq: 2 })
  await ben.ask({ type: 'live.join', room, mic: true, camera: false })
  expect(await ben.ask({ type: 'room.mine' })).toMatchObject({ rooms: [{ unread: 0, live: 1 }] })
})

test('[NM4] closing a named room burns it: nothing of it is left, in memory or on disk', async () => {
  await using server = await start({}, undefined, remember)
  const { ann, room, link } = await home(server)
  await nameIt(ann, room)
  await ann.ask({ type: 'room.close', room })
  await expect(ann.enter(link)).rejects.toMatchObject({ code: 'room.gone' })
  await using after = await server.restart()
  const ben = await Person.come(after)
  await expect(ben.enter(link)).rejects.toMatchObject({ code: 'room.gone' })
})

test('[NM5] the last owner who goes for good leaves the room to an admin, else a member, else burns it', async () => {
  await using server = await start(signInByToken, undefined, remember)
  const { ann, room, link } = await home(server)
  await nameIt(ann, room)
  const ben = await Person.come(server, { token: tokenFor('Ben') })
  const cleo = await Person.come(server, { token: tokenFor('Cleo') })
  for (const one of [ben, cleo]) await one.enter(link)
  await ann.ask({ type: 'room.role', room, person: cleo.id, role: 'admin' })
  await ann.ask({ type: 'room.leave', room, forGood: true })
  expect(await ben.hears('room.left')).toMatchObject({ person: ann.id, why: 'gone' })
  expect((await ann.ask({ type: 'room.mine' })).rooms).toEqual([])
  expect(await ben.hears('room.role-set', ({ role }) => role === 'owner')).toMatchObject({ person: cleo.id })
  await cleo.ask({ type: 'room.leave', room, forGood: true })
  expect(await ben.hears('room.role-set', ({ person }) => person === ben.id)).toMatchObject({ role: 'owner' })
  await ben.ask({ type: 'room.leave', room, forGood: true })
  await expect(ben.enter(link)).rejects.toMatchObject({ code: 'room.gone' })
})

test('[CH2][CH3][CH4] retries, edits and deletions reach what is only on disk', async () => {
  await using server = await start(roomy, undefined, remember)
  const { ann, room } = await home(server)
  await nameIt(ann, room)
  const old = await ann.say(room, 'old', 'old-key')
  const secret = await ann.say(room, 'a secret')
  await Promise.all(Array.from({ length: 1100 }, (_, at) => ann.say(room, String(at))))
  await ann.settled()
  await using after = await server.restart()
  const again = await ann.comeAgain(after, 'tcp')
  expect(await again.say(room, 'old', 'old-key')).toEqual(old)
  await again.ask({ type: 'chat.edit', room, id: old.id, text: 'mended' })
  await again.ask({ type: 'chat.delete', room, id: secret.id })
  const page = await again.ask({ type: 'chat.page', room, before: 5 })
  expect(page.messages.map(({ text }) => text)).toEqual(['mended', '', '0'])
  expect(page.more).toBe(false)
  const around = await again.ask({ type: 'chat.page', room, around: 400 })
  expect(around.messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, at) => 375 + at))
  expect(around).toMatchObject({ more: true, newer: true })
  const texts: string[] = []
  for (let before = 10_000, more = true; more; ) {
    const next = await again.ask({ type: 'chat.page', room, before })
    texts.unshift(...next.messages.map(({ text }) => text))
    before = next.messages[0]?.seq ?? 0
    more = next.more
  }
  expect(texts).toEqual(['mended', '', ...Array.from({ length: 1100 }, (_, at) => String(at))])
})
