// Links for one or for some, for a while, with a role, for one person; and what becomes of those who came by them.
import { expect, test } from 'vitest'
import { PUBLIC } from '#protocol/public.ts'
import { signInByToken, tokenFor } from '../support/accounts.ts'
import { HandClock, passes } from '../support/clock.ts'
import { list, make } from '../support/invites.ts'
import { roomy } from '../support/limits.ts'
import { inviteIn } from '../support/links.ts'
import { Person } from '../support/person.ts'
import { start } from '../support/start.ts'
import { guest, guests, home } from '../support/two.ts'

const HOUR = 3600_000
const gone = { code: 'room.gone' }

test('[IN5][IN6] an invite for one lets in one, and shows itself to others no more; looking spends nothing', async () => {
  await using server = await start()
  const { ann, room } = await home(server, 'Plans')
  const { path, id } = await make(ann, room, { uses: 1, note: 'For Ben' })
  expect(path).toMatch(/^\/i\/[A-Za-z0-9_-]{22}$/)
  const [ben, cleo] = await guests(server, 'Ben', 'Cleo')
  for (let looks = 0; looks < 3; looks++)
    expect(await look(cleo, path)).toMatchObject({ topic: 'Plans', count: 1 })
  expect(await list(ann, room)).toMatchObject([
    { id: PUBLIC },
    { id, note: 'For Ben', uses: 1, left: 1, count: 0 },
  ])
  expect((await ben.enter(path)).role).toBe('guest')
  expect(await ann.hears('room.joined')).toMatchObject({ member: { name: 'Ben' } })
  await expect(cleo.enter(path)).rejects.toMatchObject(gone)
  await expect(look(cleo, path)).rejects.toMatchObject(gone)
  expect(await look(ben, path)).toMatchObject({ count: 2 })
  const [, invite] = await list(ann, room)
  expect(invite).toMatchObject({ left: 0, count: 1, by: { person: ann.id, name: 'Ann' } })
  expect(invite?.came).toEqual([{ person: ben.id, name: 'Ben', at: expect.any(Number), out: false }])
})

test('[IN5] an invite for three lets in three, one for an hour lets in for an hour', async () => {
  const clock = new HandClock()
  await using server = await start({}, clock)
  const { ann, room } = await home(server, 'Plans')
  const three = await make(ann, room, { uses: 3 })
  for (const name of ['Ben', 'Cleo', 'Dan']) await (await guest(server, name)).enter(three.path)
  const [eve, fay] = await guests(server, 'Eve', 'Fay')
  await expect(eve.enter(three.path)).rejects.toMatchObject(gone)
  const hour = await make(ann, room, { hours: 1 })
  await passes(clock, HOUR - 1, ann, eve, fay)
  await eve.enter(hour.path)
  clock.advance(1)
  await expect(fay.enter(hour.path)).rejects.toMatchObject(gone)
  await expect(look(fay, hour.path)).rejects.toMatchObject(gone)
  await eve.ask({ type: 'room.leave', room })
  await eve.enter(hour.path)
})

test('[IN3] every link that leads nowhere is answered alike, whatever is wrong with it', async () => {
  const clock = new HandClock()
  await using server = await start({}, clock)
  const { ann, room } = await home(server, 'Plans')
  const [ben, eve] = await guests(server, 'Ben', 'Eve')
  await ben.enter((await ann.ask({ type: 'invite.public', room })).path)
  const used = await make(ann, room, { uses: 1 })
  await (await guest(server, 'Cleo')).enter(used.path)
  const expired = await make(ann, room, { hours: 1 })
  const revoked = await make(ann, room, {})
  await ann.ask({ type: 'invite.revoke', room, id: revoked.id })
  const another = await make(ann, room, { person: ben.id })
  await passes(clock, HOUR, ann, ben, eve)
  const unknown = `/i/${'x'.repeat(22)}`
  for (const way of ['invite.look', 'room.join', 'knock.ask'] as const) {
    const answers = new Set<string>()
    for (const path of [used.path, expired.path, revoked.path, another.path, unknown]) {
      await eve.ask({ type: way, invite: inviteIn(path) }).catch(() => {})
      const { ref: _, ...answer } = eve.all('refused').at(-1) ?? {}
      answers.add(JSON.stringify(answer))
    }
    expect([...answers]).toEqual([expect.stringContaining('"code":"room.gone"')])
  }
})

test('[IN7] the same join twice is one: over a lost answer, a reload, another page', async () => {
  await using server = await start({ grace: { closedSeconds: 0.01 } })
  const { ann, room } = await home(server, 'Plans')
  const { path } = await make(ann, room, { uses: 2 })
  const first = await guest(server, 'Ben')
  // The line ends with the question on its way: he never hears the answer.
  first.carrier.send({ type: 'room.join', ref: 99, invite: inviteIn(path) })
  first.carrier.close()
  await ann.hears('room.joined')
  await ann.hears('room.left')
  const again = await guest(server, 'Ben')
  await again.enter(path)
  const page = await guest(server, 'Ben', 'tcp')
  await page.enter(path)
  expect((await list(ann, room))[1]).toMatchObject({ left: 1, count: 1 })
  await (await guest(server, 'Cleo')).enter(path)
  await expect((await guest(server, 'Dan')).enter(path)).rejects.toMatchObject(gone)
})

test('[IN7] who needs no invite, or does not get in, spends none', async () => {
  await using server = await start()
  const { ann, room, link } = await home(server, 'Plans')
  const [ben, cleo, dan] = await guests(server, 'Ben', 'Cleo', 'Dan')
  const { path } = await make(ann, room, { uses: 1 })
  await ann.enter(path)
  await ben.enter(link)
  await ben.ask({ type: 'room.leave', room })
  await ben.enter(path)
  await ann.ask({ type: 'room.set', room, limit: 2 })
  await expect(cleo.enter(path)).rejects.toMatchObject({ code: 'room.full' })
  await ann.ask({ type: 'room.set', room, limit: 0, locked: true })
  await expect(cleo.enter(path)).rejects.toMatchObject({ code: 'room.knock' })
  await cleo.ask({ type: 'knock.ask', invite: inviteIn(path) })
  await ann.ask({ type: 'knock.admit', room, person: cleo.id })
  expect((await list(ann, room))[1]).toMatchObject({ left: 1, came: [] })
  await ann.ask({ type: 'room.set', room, locked: false })
  await dan.enter(path)
})

test('[IN7] who was turned out does not come back by the invite that he came by', async () => {
  await using server = await start()
  const { ann, room } = await home(server, 'Plans')
  const [ben, cleo] = await guests(server, 'Ben', 'Cleo')
  const once = await make(ann, room, { uses: 1 })
  await ben.enter(once.path)
  ann.carrier.send({ type: 'room.kick', room, person: ben.id })
  await ben.hears('room.out')
  await expect(ben.enter(once.path)).rejects.toMatchObject(gone)
  expect((await list(ann, room))[1]).toMatchObject({ came: [{ person: ben.id, out: true }] })
  const twice = await make(ann, room, { uses: 2 })
  await cleo.enter(twice.path)
  await ann.ask({ type: 'room.kick', room, person: cleo.id })
  await cleo.enter(twice.path)
  expect((await list(ann, room))[1]).toMatchObject({ left: 0, count: 1, came: [{ out: false }] })
})

test('[IN8] a role, or an invite to oneself, opens a locked room; the others knock, and spend nothing', async () => {
  await using server = await start()
  const { ann, room, link } = await home(server, 'Plans')
  const [ben, cleo, dan] = await guests(server, 'Ben', 'Cleo', 'Dan')
  await dan.enter(link)
  await dan.ask({ type: 'room.leave', room })
  await ann.ask({ type: 'room.set', room, locked: true })
  const member = await make(ann, room, { uses: 1, role: 'member' })
  const plain = await make(ann, room, { uses: 1 })
  expect(await look(ben, member.path)).toMatchObject({ locked: false })
  expect(await look(ben, plain.path)).toMatchObject({ locked: true })
  expect((await ben.enter(member.path)).role).toBe('member')
  await expect(cleo.enter(plain.path)).rejects.toMatchObject({ code: 'room.knock' })
  await make(ann, room, { person: dan.id })
  await dan.join({ room })
  expect((await list(ann, room)).find(({ id }) => id === plain.id)).toMatchObject({ left: 1 })
})

test('[IN9] an invite raises and never lowers, and gives its role once', async () => {
  await using server = await start()
  const { ann, room, link } = await home(server, 'Plans')
  const ben = await guest(server, 'Ben')
  const admin = await make(ann, room, { role: 'admin' })
  const member = await make(ann, room, { role: 'member' })
  await ben.enter(link)
  expect((await ben.enter(admin.path)).role).toBe('admin')
  expect(await ben.hears('room.may')).toMatchObject({ role: 'admin' })
  expect(await ann.hears('room.role-set')).toMatchObject({ person: ben.id, role: 'admin' })
  await ben.enter(member.path)
  await ann.enter(member.path)
  expect((await ann.ask({ type: 'room.who', room })).members.map(({ role }) => role)).toEqual([
    'owner',
    'admin',
  ])
  await ann.ask({ type: 'room.role', room, person: ben.id, role: 'guest' })
  await ben.ask({ type: 'room.leave', room })
  expect((await ben.enter(admin.path)).role).toBe('guest')
})

test('[IN10] guests invite where the room says so, and nobody gives more than is his to give', async () => {
  await using server = await start()
  const { ann, room, link } = await home(server, 'Plans')
  const [ben, cleo] = await guests(server, 'Ben', 'Cleo')
  await ben.enter(link)
  const forbidden = { code: 'forbidden' }
  await expect(make(ben, room, { uses: 1 })).rejects.toMatchObject(forbidden)
  await ann.ask({ type: 'room.set', room, guestsInvite: true })
  expect((await ben.hears('room.changed')).settings.guestsInvite).toBe(true)
  const own = await make(ben, room, { uses: 1 })
  await cleo.enter(own.path)
  await expect(make(ben, room, { role: 'member' })).rejects.toMatchObject(forbidden)
  await ann.ask({ type: 'room.role', room, person: ben.id, role: 'admin' })
  await make(ben, room, { role: 'member' })
  await expect(make(ben, room, { role: 'admin' })).rejects.toMatchObject(forbidden)
})

test('[IN11] one sees and revokes the invites that are one’s own; who runs the room all of them', async () => {
  await using server = await start()
  const { ann, room, link } = await home(server, 'Plans')
  const ben = await guest(server, 'Ben')
  await ben.enter(link)
  await ann.ask({ type: 'room.set', room, guestsInvite: true })
  const anns = await make(ann, room, {})
  const bens = await make(ben, room, {})
  expect((await list(ben, room)).map(({ id }) => id)).toEqual([bens.id])
  const [publicOne, ...others] = await list(ann, room)
  expect(publicOne).toMatchObject({ id: PUBLIC, by: null, count: 1, came: [{ person: ben.id }] })
  expect(others.map(({ id }) => id)).toEqual([bens.id, anns.id])
  const invite = { code: 'invite.gone' }
  await expect(ben.ask({ type: 'invite.revoke', room, id: anns.id })).rejects.toMatchObject(invite)
  await expect(ben.ask({ type: 'invite.revoke', room, id: PUBLIC })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(ben.ask({ type: 'invite.revoke', room, id: bens.id, people: true })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await ben.ask({ type: 'invite.revoke', room, id: bens.id })
  await expect(ben.ask({ type: 'invite.revoke', room, id: bens.id })).rejects.toMatchObject(invite)
  await ann.ask({ type: 'invite.revoke', room, id: PUBLIC })
  await expect(ann.ask({ type: 'invite.revoke', room, id: PUBLIC })).rejects.toMatchObject(invite)
  expect((await list(ann, room)).map(({ id }) => id)).toEqual([anns.id])
})

test('[IN11] revoked with the people, those who came by it are out, with what it gave them, there or not', async () => {
  await using server = await start()
  const { ann, room, link } = await home(server, 'Plans')
  const [ben, cleo, dan, eve] = await guests(server, 'Ben', 'Cleo', 'Dan', 'Eve')
  const invite = await make(ann, room, { role: 'admin' })
  for (const one of [ben, cleo, dan]) await one.enter(invite.path)
  await eve.enter(link)
  await cleo.ask({ type: 'room.leave', room })
  await ann.ask({ type: 'room.role', room, person: dan.id, role: 'owner' })
  const early = ben.holds()
  await ann.ask({ type: 'invite.revoke', room, id: invite.id, people: true })
  expect(await ben.hears('room.out')).toMatchObject({ code: 'room.removed' })
  expect(await eve.hears('room.left', ({ person }) => person === ben.id)).toMatchObject({ why: 'kicked' })
  const { members } = await ann.ask({ type: 'room.who', room })
  expect(members.map(({ name, role }) => [name, role])).toEqual([
    ['Ann', 'owner'],
    ['Dan', 'owner'],
    ['Eve', 'guest'],
  ])
  await expect(ben.enter(invite.path)).rejects.toMatchObject(gone)
  await expect(cleo.join({ room })).rejects.toMatchObject({ code: 'room.knock' })
  const benAgain = await Person.come(server, early)
  await benAgain.settled()
  expect(benAgain.all('room.entered')).toEqual([])
  expect((await cleo.enter(link)).role).toBe('guest')
})

test('[IN11] also the public link can be revoked with those who came by it', async () => {
  await using server = await start()
  const { ann, room, link } = await home(server, 'Plans')
  const [ben, cleo] = await guests(server, 'Ben', 'Cleo')
  await ben.enter(link)
  await cleo.enter((await make(ann, room, {})).path)
  await ann.ask({ type: 'invite.revoke', room, id: PUBLIC, people: true })
  expect(await ben.hears('room.out')).toMatchObject({ code: 'room.removed' })
  expect((await ann.ask({ type: 'room.who', room })).members.map(({ name }) => name)).toEqual(['Ann', 'Cleo'])
  const { path } = await ann.ask({ type: 'invite.public', room })
  expect(path).not.toBe(link)
  expect((await list(ann, room))[0]).toMatchObject({ id: PUBLIC, count: 0, came: [] })
})

test('[IN12] somebody who is invited hears it wherever he is, and comes in by the room alone', async () => {
  await using server = await start(signInByToken)
  const { ann, room, link } = await home(server, 'Plans')
  const ben = await Person.come(server, { token: tokenFor('Ben') })
  const benAtHome = await Person.come(server, { token: tokenFor('Ben'), transport: 'tcp' })
  await expect(make(ann, room, { person: ben.id })).rejects.toMatchObject({ code: 'person.unknown' })
  await ben.enter(link)
  await ben.ask({ type: 'room.leave', room })
  await ann.ask({ type: 'room.set', room, locked: true })
  const { id } = await make(ann, room, { person: ben.id, role: 'admin' })
  const invitation = { room, id, name: 'Plans', by: 'Ann', at: expect.any(Number) }
  for (const page of [ben, benAtHome]) expect(await page.hears('invite.came')).toMatchObject(invitation)
  expect((await benAtHome.ask({ type: 'room.mine' })).invites).toEqual([invitation])
  expect((await benAtHome.join({ room })).role).toBe('admin')
  expect(await ben.hears('invite.gone')).toEqual({ type: 'invite.gone', room, id })
  expect((await ben.ask({ type: 'room.mine' })).invites).toEqual([])
  await expect(ben.ask({ type: 'invite.decline', room, id })).rejects.toMatchObject({ code: 'invite.gone' })
})

test('[IN12] he declines, or it is revoked, or the room is gone, or there is a newer one: then it is over', async () => {
  await using server = await start()
  const { ann, room, link } = await home(server, 'Plans')
  const [ben, cleo] = await guests(server, 'Ben', 'Cleo')
  for (const one of [ben, cleo]) {
    await one.enter(link)
    await one.ask({ type: 'room.leave', room })
  }
  await ann.ask({ type: 'invite.revoke', room, id: PUBLIC })
  await ann.ask({ type: 'room.set', room, locked: true })
  const first = await make(ann, room, { person: ben.id })
  const second = await make(ann, room, { person: ben.id })
  await ben.hears('invite.gone', ({ id }) => id === first.id)
  await expect(cleo.ask({ type: 'invite.decline', room, id: second.id })).rejects.toMatchObject({
    code: 'invite.gone',
  })
  await ben.ask({ type: 'invite.decline', room, id: second.id })
  await ben.hears('invite.gone', ({ id }) => id === second.id)
  await expect(ben.join({ room })).rejects.toMatchObject({ code: 'room.knock' })
  expect(await list(ann, room)).toEqual([])
  const third = await make(ann, room, { person: ben.id })
  await ann.ask({ type: 'invite.revoke', room, id: third.id })
  await ben.hears('invite.gone', ({ id }) => id === third.id)
  const last = await make(ann, room, { person: cleo.id })
  await ann.ask({ type: 'room.leave', room })
  await cleo.hears('invite.gone', ({ id }) => id === last.id)
  expect((await cleo.ask({ type: 'room.mine' })).invites).toEqual([])
})

test('[IN13] a room has two hundred invites and no more', async () => {
  await using server = await start(roomy)
  const { ann, room } = await home(server, 'Plans')
  for (let count = 0; count < 200; count++) await make(ann, room, { note: 'x'.repeat(64) })
  await expect(make(ann, room, {})).rejects.toMatchObject({ code: 'invites.many' })
  expect(await list(ann, room)).toHaveLength(201)
})

test('[IN6] a seat is kept for who is on his way in: the last one goes to one of many, and to nobody twice', async () => {
  await using server = await start()
  const { ann, room } = await home(server, 'Plans')
  await ann.ask({ type: 'room.set', room, limit: 3 })
  const { path } = await make(ann, room, { uses: 10 })
  const racers = await guests(server, ...Array.from({ length: 8 }, (_, at) => `racer${at}`))
  const results = await Promise.all(racers.map(racer => racer.enter(path).catch(error => error.code)))
  expect(results.filter(code => code === 'room.full')).toHaveLength(6)
  expect((await list(ann, room))[1]).toMatchObject({ left: 8, count: 2 })
})

const look = (by: Person, path: string) => by.ask({ type: 'invite.look', invite: inviteIn(path) })
