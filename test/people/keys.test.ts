// Browser keys, owner links, and that a token of one purpose opens no other.
import { expect, test } from 'vitest'
import { Seal } from '../../server/base/seal.ts'
import { operatorOf, signInByToken, tokenFor } from '../support/accounts.ts'
import { publicTransports } from '../support/carrier.ts'
import { HandClock } from '../support/clock.ts'
import { inviteIn, tokenIn } from '../support/links.ts'
import { Person } from '../support/person.ts'
import { type Running, start } from '../support/start.ts'

const browser = 'the-key-of-anns-browser-0'
const DAY = 24 * 3600_000

test.each(publicTransports)('[HE5] the same browser key is the same guest, on %s', async transport => {
  await using server = await start()
  const ann = await Person.come(server, { name: 'Ann', browser, transport })
  const again = await Person.come(server, { name: 'Anna', browser })
  expect([again.id, again.welcome.kind]).toEqual([ann.id, 'guest'])
  expect((await Person.come(server, { name: 'Ann', browser: `${browser}x` })).id).not.toBe(ann.id)
})

test('[HE5] also after a restart, and another one on another server', async () => {
  await using server = await start()
  await using elsewhere = await start()
  const ann = await Person.come(server, { browser })
  expect((await Person.come(elsewhere, { browser })).id).not.toBe(ann.id)
  await using after = await server.restart()
  expect((await Person.come(after, { browser })).id).toBe(ann.id)
})

test('[HE5] the key cannot be worked out from the person, and is told to nobody', async () => {
  await using server = await start()
  const ann = await Person.come(server, { browser })
  const room = await ann.startRoom()
  const ben = await Person.come(server, { name: 'Ben' })
  await ben.enter(room.link)
  expect(JSON.stringify([ann.heard, ben.heard])).not.toContain(browser)
  expect(browser).not.toContain(ann.id)
})

test('[HE7] the owner link makes the owner of the server, who is admin in every room', async () => {
  await using server = await start()
  const ann = await Person.come(server, { name: 'Ann' })
  const room = await ann.startRoom()
  const owner = await Person.come(server, { owner: await ownerToken(server), name: 'Olga' })
  expect(owner.welcome).toMatchObject({ kind: 'account', name: 'Olga', mayCreate: true })
  expect((await owner.enter(room.link)).role).toBe('admin')
  const same = await Person.come(server, { owner: await ownerToken(server), transport: 'tcp' })
  expect(same.id).toBe(owner.id)
})

test('[HE7][HE10] an owner link is good for a day, on its own server', async () => {
  const clock = new HandClock()
  await using server = await start({}, clock)
  await using elsewhere = await start({}, clock)
  const token = await ownerToken(server)
  await expect(Person.come(elsewhere, { owner: token })).rejects.toMatchObject({ code: 'signin.failed' })
  clock.advance(DAY - 1000)
  await Person.come(server, { owner: token })
  clock.advance(2000)
  await expect(Person.come(server, { owner: token })).rejects.toMatchObject({ code: 'signin.failed' })
})

test('[HE7] who does not run the server gets no owner link', async () => {
  await using server = await start()
  const ann = await Person.come(server)
  await expect(ann.ask({ type: 'server.owner-link' })).rejects.toMatchObject({ code: 'forbidden' })
})

test('[AC6] without a database no account is made, and owner links and tokens work', async () => {
  await using server = await start(signInByToken)
  const operator = await operatorOf(server)
  for (const message of [
    { type: 'server.user-add', name: 'Ann' },
    { type: 'server.key-make', name: 'bot', scopes: ['read'] },
  ] as const)
    await expect(operator.ask(message)).rejects.toMatchObject({ code: 'store.none' })
  const owner = await ownerToken(server)
  expect((await Person.come(server, { owner, browser })).welcome.kind).toBe('account')
  expect((await Person.come(server, { browser })).welcome.kind).toBe('guest')
  expect((await Person.come(server, { token: tokenFor('Carl') })).welcome.kind).toBe('account')
})

test('[SE13][HE10] a token of one purpose opens no other', async () => {
  await using server = await start()
  const ann = await Person.come(server, { name: 'Ann' })
  const room = await ann.startRoom()
  const state = await ann.join({ room: room.id })
  await ann.settled()
  const tokens = {
    resume: ann.token,
    owner: await ownerToken(server),
    host: tokenIn(room.host),
    seal: state.seal ?? '',
    invite: inviteIn(room.link),
  }
  for (const [name, token] of Object.entries(tokens)) {
    expect(token).toMatch(/^[\w-]+$/)
    expect([name, await answerTo(server, { resume: token })]).toEqual([
      name,
      name === 'resume' ? 'welcome' : 'resume.expired',
    ])
    expect([name, await answerTo(server, { owner: token })]).toEqual([
      name,
      name === 'owner' ? 'welcome' : 'signin.failed',
    ])
    const ben = await Person.come(server)
    const entered = await ben.join({ host: token as never }).then(
      ({ role }) => role,
      error => error.code,
    )
    expect([name, entered]).toEqual([name, name === 'host' ? 'owner' : 'room.gone'])
  }
})

test('[SE13] a sealed token that was changed anywhere opens nothing', () => {
  const seal = new Seal(Buffer.alloc(32, 1))
  const token = seal.close('resume', { who: 'ann' }, 1000, 1000)
  expect(seal.open('resume', token, 1500)).toEqual({ value: { who: 'ann' }, issued: 1000 })
  expect(seal.open('resume', token, 2000)).toBeUndefined()
  expect(seal.open('owner', token, 1500)).toBeUndefined()
  expect(new Seal(Buffer.alloc(32, 2)).open('resume', token, 1500)).toBeUndefined()
  const bytes = Buffer.from(token, 'base64url')
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(seal.open('resume', changed.toString('base64url'), 1500)).toBeUndefined()
    expect(seal.open('resume', bytes.subarray(0, at).toString('base64url'), 1500)).toBeUndefined()
  }
  for (const odd of ['', '=', '%', 'x'.repeat(50_000), '\0'])
    expect(seal.open('resume', odd, 1500)).toBeUndefined()
  expect(seal.close('resume', 1, 0, 1)).not.toBe(seal.close('resume', 1, 0, 1))
})

async function ownerToken(server: Running) {
  const operator = await operatorOf(server)
  const { path } = await operator.ask({ type: 'server.owner-link' })
  operator.carrier.close()
  expect(path).toMatch(/^\/#owner=[\w-]+$/)
  return tokenIn(path)
}

async function answerTo(server: Running, hello: { resume?: string; owner?: string }): Promise<string> {
  const stranger = await Person.stranger(server)
  return stranger.hello(hello as never).then(
    ({ type }) => type,
    error => error.code,
  )
}
