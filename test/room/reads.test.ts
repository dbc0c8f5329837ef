// How far everybody has read: told to the others, seldom, truly, and not in a crowd.
import { expect, test } from 'vitest'
import { CROWD } from '#protocol/limits.ts'
import { serviceKey } from '../support/accounts.ts'
import { HandClock } from '../support/clock.ts'
import { roomy } from '../support/limits.ts'
import { Person } from '../support/person.ts'
import { start } from '../support/start.ts'
import { guests, home } from '../support/two.ts'

async function together<const Names extends readonly string[]>(...names: Names) {
  const clock = new HandClock()
  const bot = serviceKey('bot', 'key-of-bot', ['post', 'read'])
  const server = await start({ ...roomy, serviceKeys: [bot] }, clock)
  const at = await home(server)
  const others = await guests(server, ...names)
  for (const other of others as readonly Person[]) await other.enter(at.link)
  const read = (by: Person, seq: number) => by.ask({ type: 'chat.read', room: at.room, seq })
  return { clock, server, ...at, others, read }
}

const told = (person: Person) =>
  person.all('room.reads').map(({ marks }) => marks.map(({ person, seq }) => [person, seq]))

test('[CH22] the others learn how far somebody has read; it never goes back, nor beyond what was said', async () => {
  const { clock, server, ann, room, link, others, read } = await together('Ben')
  await using _server = server
  const [ben] = others
  for (const text of ['one', 'two', 'three']) await ann.say(room, text)
  await read(ben, 2)
  expect(await ann.hears('room.reads')).toMatchObject({
    room,
    marks: [{ person: ben.id, seq: 2, at: clock.now() }],
  })
  clock.advance(1000)
  await read(ben, 1)
  clock.advance(1000)
  await read(ben, 2 ** 40)
  const marks = [{ person: ben.id, seq: 3, at: clock.now() }]
  expect(await ann.hears('room.reads', message => message.marks[0]?.seq === 3)).toMatchObject({ marks })
  const cleo = await Person.come(server)
  expect((await cleo.enter(link)).reads).toEqual(marks)
})

test('[CH22] however many read at once, the room is told once a second', async () => {
  const { clock, server, ann, room, others, read } = await together('Ben', 'Cleo', 'Dan')
  await using _server = server
  const [ben, cleo, dan] = others
  for (const text of ['one', 'two', 'three']) await ann.say(room, text)
  await read(ben, 1)
  for (const seq of [1, 2, 3]) for (const one of [ben, cleo, dan]) await read(one, seq)
  await ann.settled()
  expect(told(ann)).toEqual([[[ben.id, 1]]])
  clock.advance(1000)
  await ann.settled()
  expect(told(ann)[1]?.sort()).toEqual([ben, cleo, dan].map(({ id }) => [id, 3]).sort())
  clock.advance(10_000)
  await ann.settled()
  expect(told(ann)).toHaveLength(2)
})

test('[CH22] who has left has no mark, and services have none', async () => {
  const { server, ann, room, link, others, read } = await together('Ben')
  await using _server = server
  const [ben] = others
  await ann.say(room, 'one')
  await read(ben, 1)
  await ben.ask({ type: 'room.leave', room })
  const cleo = await Person.come(server)
  expect((await cleo.enter(link)).reads).toEqual([])
  const bot = await Person.come(server, { service: 'bot', key: 'key-of-bot' })
  await expect(read(bot, 1)).rejects.toMatchObject({ code: 'forbidden' })
})

test('[CH22] in a crowd nobody is told how far the others are, only how far he is himself', async () => {
  const names = Array.from({ length: CROWD }, (_, at) => `Guest-${at}`)
  const { clock, server, ann, room, others, read } = await together(...names)
  await using _server = server
  const [ben, cleo] = others as readonly Person[]
  if (!ben || !cleo) return expect.unreachable()
  await ann.say(room, 'one')
  await read(ben, 1)
  clock.advance(5000)
  await ann.settled()
  expect(told(ann)).toEqual([])
  expect((await ben.join({ room })).reads).toMatchObject([{ person: ben.id, seq: 1 }])
  expect((await cleo.join({ room })).reads).toEqual([])
})

test('[CH22] a room that is gone tells nothing any more', async () => {
  const { clock, server, ann, room, others, read } = await together('Ben')
  await using _server = server
  const [ben] = others
  await ann.say(room, 'one')
  await read(ben, 1)
  await read(ann, 1)
  await ann.ask({ type: 'room.close', room })
  clock.advance(5000)
  await ben.settled()
  expect(told(ben)).toEqual([[[ben.id, 1]]])
})
