// What accounts say and show of themselves, and who sees it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountFor, signInByToken, tokenFor } from '../support/accounts.ts'
import { roomy } from '../support/limits.ts'
import { tokenIn } from '../support/links.ts'
import { Person } from '../support/person.ts'
import { chunk, png } from '../support/png.ts'
import { type Running, start } from '../support/start.ts'

let server: Running
beforeAll(async () => {
  server = await start({ ...signInByToken, ...roomy }, undefined, { remember: true })
})
afterAll(() => server[Symbol.asyncDispose]())

const asBase64 = (bytes: Buffer) => bytes.toString('base64')
const come = async (name: string) => Person.come(server, { signin: (await accountFor(server, name)).signin })

test('[AC7] another name and picture reach everyone who is with him, and who comes later', async () => {
  const ann = await come('Ann')
  const page = await Person.come(server, { signin: await link(ann) })
  const ben = await Person.come(server, { name: 'Ben' })
  const room = await ben.startRoom()
  await ann.enter(room.link)
  await ann.ask({ type: 'me.set', name: 'Anna', about: 'Tea, mostly', avatar: asBase64(png()) })
  const { member } = await ben.hears('room.member', ({ member }) => member.person === ann.id)
  expect(member).toMatchObject({ name: 'Anna', avatar: expect.any(String) })
  for (const one of [ann, page])
    expect(await one.hears('me.changed')).toMatchObject({
      name: 'Anna',
      profile: { about: 'Tea, mostly', avatar: member.avatar, local: true },
    })
  const cleo = await Person.come(server, { name: 'Cleo' })
  const { members } = await cleo.enter(room.link)
  expect(members.find(({ person }) => person === ann.id)).toMatchObject({
    name: 'Anna',
    avatar: member.avatar,
  })
  expect(await cleo.ask({ type: 'room.about', room: room.id, person: ann.id })).toEqual({
    about: 'Tea, mostly',
  })
  expect(await cleo.ask({ type: 'room.about', room: room.id, person: ben.id })).toEqual({ about: '' })
  await expect(
    ben.ask({ type: 'room.about', room: room.id, person: 'nobody-here' as never }),
  ).rejects.toMatchObject({
    code: 'person.unknown',
  })
})

test('[AC7] a name reaches rooms where he is not, there and on disk', async () => {
  const [ann, ben] = [await come('Ann'), await come('Ben')]
  const room = await ben.startRoom()
  await ben.ask({ type: 'room.name', room: room.id, name: 'Plans' })
  await ann.enter(room.link)
  await ann.ask({ type: 'room.leave', room: room.id })
  await ann.ask({ type: 'me.set', name: 'Anna', avatar: asBase64(png()) })
  expect((await ben.hears('room.absent')).absent).toMatchObject({
    person: ann.id,
    name: 'Anna',
    avatar: expect.any(String),
  })
  await ben.settled()
  server = await server.restart()
  const again = await ben.comeAgain(server)
  const { room: state } = await again.hears('room.entered')
  expect(state.absent).toMatchObject([{ person: ann.id, name: 'Anna', avatar: expect.any(String) }])
})

test('[AC8] a picture is served as we have drawn it, until there is another', async () => {
  const ann = await come('Ann')
  const first = await setPicture(ann, png({ more: [chunk('tEXt', Buffer.from('Comment\0a secret'))] }))
  const shown = await picture(ann, first)
  expect(shown.status).toBe(200)
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  })
  expect(Buffer.from(await shown.arrayBuffer()).toString('latin1')).not.toContain('secret')
  const second = await setPicture(ann, png({ width: 9 }))
  expect(second).not.toBe(first)
  expect((await picture(ann, first)).status).toBe(404)
  expect((await picture(ann, second)).status).toBe(200)
  const ben = await come('Ben')
  expect((await picture(ben, second)).status).toBe(404)
  await ann.ask({ type: 'me.set', avatar: null })
  await ann.hears('me.changed', ({ profile }) => profile.avatar === undefined)
  expect((await picture(ann, second)).status).toBe(404)
})

test('[AC8] what is no picture changes nothing, whatever else is asked with it', async () => {
  const ann = await come('Ann')
  const bad = asBase64(Buffer.concat([png(), Buffer.from('<script>')]))
  await expect(ann.ask({ type: 'me.set', name: 'Anna', avatar: bad })).rejects.toMatchObject({
    code: 'picture.wrong',
  })
  await ann.settled()
  expect(ann.all('me.changed')).toEqual([])
  for (const avatar of ['not base64!', 'A'.repeat(64_001), ''])
    await expect(ann.ask({ type: 'me.set', avatar })).rejects.toMatchObject({
      code: 'message.invalid',
      place: 'avatar',
    })
})

test('[AC7] what he says of himself is a line, and comes as it was said', async () => {
  const ann = await come('Ann')
  const hostile = `<script>alert("x")</script> & 'quoted' </style>`
  await ann.ask({ type: 'me.set', name: hostile.slice(0, 60), about: hostile })
  const { profile, name } = await ann.hears('me.changed')
  expect([name, profile.about]).toEqual([hostile.slice(0, 60).trim(), hostile])
  for (const about of ['x'.repeat(201), 'two\nlines', 'turned \u202e round'])
    await expect(ann.ask({ type: 'me.set', about })).rejects.toMatchObject({ code: 'message.invalid' })
  await expect(ann.ask({ type: 'me.set', name: '' })).rejects.toMatchObject({ code: 'message.invalid' })
})

test('[AC4][AC7] an account of a token keeps the name that it came with, and has the rest', async () => {
  const carl = await Person.come(server, { token: tokenFor('Carl') })
  await expect(carl.ask({ type: 'me.set', name: 'Carlo' })).rejects.toMatchObject({
    code: 'account.elsewhere',
  })
  await carl.ask({ type: 'me.set', about: 'Coffee' })
  expect((await Person.come(server, { token: tokenFor('Carl') })).welcome).toMatchObject({
    name: 'Carl',
    profile: { about: 'Coffee', local: false },
  })
  const guest = await Person.come(server)
  expect(guest.welcome).not.toHaveProperty('profile')
  await expect(guest.ask({ type: 'me.set', about: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
})

async function setPicture(person: Person, bytes: Buffer): Promise<string> {
  const before = person.all('me.changed').length
  await person.ask({ type: 'me.set', avatar: asBase64(bytes) })
  await person.settled()
  return person.all('me.changed')[before]?.profile.avatar ?? ''
}

const picture = (person: Person, version: string) => fetch(`${server.url}/avatar/${person.id}/${version}.png`)

async function link(person: Person) {
  const { path } = await person.ask({ type: 'me.link' })
  return tokenIn(path)
}
