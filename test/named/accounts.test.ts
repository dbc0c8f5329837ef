// Accounts of this server: made by command, signed in by a link, known again by the browser, removed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Hello } from '#protocol/hello.ts'
import { accountFor, operatorOf, signInByToken, tokenFor } from '../support/accounts.ts'
import { HandClock } from '../support/clock.ts'
import { tokenIn } from '../support/links.ts'
import { Person } from '../support/person.ts'
import { type Running, start } from '../support/start.ts'

const remember = { remember: true }
const phone = 'the-key-of-anns-phone-00'
const laptop = 'the-key-of-anns-laptop-0'
const WEEK = 7 * 24 * 3600_000

/** For those that need no end and no clock of their own. */
let server: Running
beforeAll(async () => {
  server = await start({}, undefined, remember)
})
afterAll(() => server[Symbol.asyncDispose]())

test('[AC1][AC2] a link signs in every browser that uses it, and each is known again after a restart', async () => {
  await using server = await start({}, undefined, remember)
  const { person, signin } = await accountFor(server, 'Ann')
  const first = await Person.come(server, { signin, browser: phone, name: 'somebody else' })
  const second = await Person.come(server, { signin, browser: laptop })
  for (const { welcome } of [first, second])
    expect(welcome).toMatchObject({ person, kind: 'account', name: 'Ann' })
  await using after = await server.restart()
  for (const browser of [phone, laptop])
    expect((await Person.come(after, { browser })).welcome).toMatchObject({ person, name: 'Ann' })
  const stranger = await Person.come(after, { browser: 'the-key-of-another-one-0' })
  expect(stranger.welcome.kind).toBe('guest')
})

test('[AC1] a link is good for a week, and until there is a newer one', async () => {
  const clock = new HandClock()
  await using server = await start({}, clock, remember)
  const operator = await operatorOf(server)
  const { person, signin } = await accountFor(server, 'Ann')
  const newer = tokenIn((await operator.ask({ type: 'server.user-link', person })).path)
  await isRefused(server, { signin })
  const ann = await Person.come(server, { signin: newer })
  const own = tokenIn((await ann.ask({ type: 'me.link' })).path)
  await isRefused(server, { signin: newer })
  clock.advance(WEEK - 60_000)
  await Person.come(server, { signin: own })
  clock.advance(60_000)
  await isRefused(server, { signin: own })
})

test('[AC1][HE10] a link of another server, a changed one, and tokens of other purposes open nothing', async () => {
  await using other = await start({}, undefined, remember)
  const ann = await accountFor(server, 'Ann')
  const foreign = await accountFor(other, 'Ann')
  await isRefused(server, { signin: foreign.signin })
  const session = await Person.come(server, { signin: ann.signin })
  const operator = await operatorOf(server)
  const owner = tokenIn((await operator.ask({ type: 'server.owner-link' })).path)
  for (const signin of [session.token, owner]) await isRefused(server, { signin })
  await isRefused(server, { owner: ann.signin })
  await expect(Person.come(server, { resume: ann.signin })).rejects.toMatchObject({ code: 'resume.expired' })
  const bytes = Buffer.from(ann.signin, 'base64url')
  for (let at = 0; at < bytes.length; at += 7) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    await isRefused(server, { signin: changed.toString('base64url') as never })
  }
})

test('[AC2] who signs out is a guest there, and still signed in elsewhere; everywhere is everywhere', async () => {
  await using server = await start({}, undefined, remember)
  const { person, signin } = await accountFor(server, 'Ann')
  const one = await Person.come(server, { signin, browser: phone })
  const page = await Person.come(server, { browser: phone })
  const other = await Person.come(server, { signin, browser: laptop })
  await one.ask({ type: 'session.end' })
  // All pages of that browser, and no other.
  expect(await page.isClosed()).toBe(4500)
  await other.settled()
  for (const gone of [one, page])
    await expect(gone.comeAgain(server)).rejects.toMatchObject({ code: 'resume.expired' })
  await using after = await server.restart()
  expect((await Person.come(after, { browser: phone })).welcome.kind).toBe('guest')
  const third = await other.comeAgain(after)
  expect(third.id).toBe(person)
  await Person.come(after, { signin, browser: phone })
  await third.ask({ type: 'session.end', everywhere: true })
  for (const browser of [phone, laptop])
    expect((await Person.come(after, { browser })).welcome.kind).toBe('guest')
})

test('[AC2] another account that signs in in a browser takes it over, and a guest leaves to the guest what he had', async () => {
  const guest = await Person.come(server, { browser: phone, name: 'Guest' })
  const room = await guest.startRoom()
  const [ann, ben] = [await accountFor(server, 'Ann'), await accountFor(server, 'Ben')]
  const asAnn = await Person.come(server, { signin: ann.signin, browser: phone })
  expect((await asAnn.enter(room.link)).role).toBe('member')
  const asBen = await Person.come(server, { signin: ben.signin, browser: phone })
  expect((await Person.come(server, { browser: phone })).id).toBe(asBen.id)
  await expect(asAnn.comeAgain(server)).rejects.toMatchObject({ code: 'resume.expired' })
  await asBen.ask({ type: 'session.end' })
  expect((await Person.come(server, { browser: phone })).id).toBe(guest.id)
})

test('[AC2] the owner is known again by his browser too', async () => {
  await using server = await start({}, undefined, remember)
  const operator = await operatorOf(server)
  const owner = tokenIn((await operator.ask({ type: 'server.owner-link' })).path)
  const one = await Person.come(server, { owner, browser: phone })
  const ben = await Person.come(server, { name: 'Ben' })
  const { link } = await ben.startRoom()
  await using after = await server.restart()
  const again = await Person.come(after, { browser: phone })
  expect(again.id).toBe(one.id)
  await ben.comeAgain(after)
  expect((await again.enter(link)).role).toBe('admin')
})

test('[AC3] a removed account whose pages are open is out at once, and nothing brings it back', async () => {
  await using server = await start({}, undefined, remember)
  const operator = await operatorOf(server)
  const { person, signin } = await accountFor(server, 'Ann')
  const ann = await Person.come(server, { signin, browser: phone })
  const programme = await Person.come(server, { signin, transport: 'tcp' })
  const ben = await Person.come(server, { name: 'Ben' })
  const room = await ben.startRoom()
  await ann.enter(room.link)
  await ann.say(room.id, 'still here?')
  await operator.ask({ type: 'server.user-remove', person })
  expect(await ann.isClosed()).toBe(4504)
  expect((await ann.hears('refused')).code).toBe('account.ended')
  await programme.isClosed()
  expect(await ben.hears('room.left')).toMatchObject({ person, why: 'gone' })
  await ben.settled()
  expect(ben.texts(room.id)).toEqual(['still here?'])
  await isRefused(server, { signin })
  await expect(ann.comeAgain(server)).rejects.toMatchObject({ code: 'resume.expired' })
  await using after = await server.restart()
  await isRefused(after, { signin, browser: phone })
  await expect(ann.comeAgain(after)).rejects.toMatchObject({ code: 'resume.expired' })
  expect((await Person.come(after, { browser: phone })).welcome.kind).toBe('guest')
  const late = await operatorOf(after)
  for (const ask of ['server.user-link', 'server.user-remove'] as const)
    await expect(late.ask({ type: ask, person })).rejects.toMatchObject({ code: 'person.unknown' })
})

test('[AC3] its named rooms go to somebody else, also those that nobody was in, and stay without anybody', async () => {
  await using server = await start({}, undefined, remember)
  const operator = await operatorOf(server)
  const ann = await accountFor(server, 'Ann')
  const ben = await Person.come(server, { signin: (await accountFor(server, 'Ben')).signin })
  const one = await Person.come(server, { signin: ann.signin })
  const [shared, alone] = [await one.startRoom(), await one.startRoom()]
  for (const { id } of [shared, alone]) await one.ask({ type: 'room.name', room: id, name: id })
  await ben.enter(shared.link)
  await one.say(shared.id, 'kept')
  await Promise.all([one.settled(), ben.settled()])
  await using after = await server.restart()
  // Nobody is in either room now, and neither is in memory.
  await (await operatorOf(after)).ask({ type: 'server.user-remove', person: ann.person })
  const benAgain = await Person.come(after, { resume: ben.token })
  const state = await benAgain.join({ room: shared.id })
  expect(state).toMatchObject({ role: 'owner', absent: [], messages: [{ text: 'kept', name: 'Ann' }] })
  const stranger = await Person.come(after)
  expect(await stranger.enter(alone.link)).toMatchObject({ name: alone.id, absent: [], role: 'guest' })
  expect(operator.closed).toBe(true)
})

test('[AC3] the owner of the server cannot be removed', async () => {
  const operator = await operatorOf(server)
  const owner = tokenIn((await operator.ask({ type: 'server.owner-link' })).path)
  const { id } = await Person.come(server, { owner })
  await expect(operator.ask({ type: 'server.user-remove', person: id })).rejects.toMatchObject({
    code: 'account.owner',
  })
})

test('[AC4] an account of a token is known after a restart, is nobody else, and comes no more once removed', async () => {
  await using server = await start(signInByToken, undefined, remember)
  const local = await accountFor(server, 'Ann')
  // Whatever the other program calls its people: none of them is an account of ours.
  const carl = await Person.come(server, { token: tokenFor('Ann', local.person) })
  expect(carl.id).not.toBe(local.person)
  await expect(carl.ask({ type: 'me.link' })).rejects.toMatchObject({ code: 'account.elsewhere' })
  await carl.settled()
  await expect.poll(async () => (await users(server)).length).toBe(2)
  await using after = await server.restart()
  expect(await users(after)).toMatchObject([
    { person: local.person, origin: 'local' },
    { person: carl.id, origin: 'token', name: 'Ann' },
  ])
  const operator = await operatorOf(after)
  await expect(operator.ask({ type: 'server.user-link', person: carl.id })).rejects.toMatchObject({
    code: 'account.elsewhere',
  })
  await operator.ask({ type: 'server.user-remove', person: carl.id })
  await isRefused(after, { token: tokenFor('Ann', local.person) })
  expect(await users(after)).toMatchObject([{ person: local.person }])
})

const users = async (server: Running) =>
  (await (await operatorOf(server)).ask({ type: 'server.users' })).users

async function isRefused(server: Running, hello: Partial<Hello>): Promise<void> {
  await expect(Person.come(server, hello)).rejects.toMatchObject({ code: 'signin.failed' })
}
