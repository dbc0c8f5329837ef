// Single messages of named rooms: what became of them outlives a restart, and reaches what is only on disk.
import { expect, test } from 'vitest'
import type { MessageId, RoomId } from '#protocol/id.ts'
import { Calendar } from '../support/clock.ts'
import { roomy } from '../support/limits.ts'
import { Person } from '../support/person.ts'
import { start } from '../support/start.ts'
import { nameIt, two } from '../support/two.ts'

const MINUTE = 60_000
const remember = { remember: true }

test('[CH10][CH11] versions are kept over a restart, of what was said before the name and after', async () => {
  const clock = new Calendar()
  await using server = await start({}, clock, remember)
  const { ann, room } = await two(server)
  const before = (await ann.say(room, 'befor')).id
  await edit(ann, room, before, 'before')
  await nameIt(ann, room)
  const after = (await ann.say(room, 'after')).id
  clock.advance(6 * MINUTE)
  await edit(ann, room, before, 'before, later')
  await edit(ann, room, after, 'after, later')
  await ann.settled()
  await using again = await server.restart()
  const back = await ann.comeAgain(again)
  expect(await versions(back, room, before)).toEqual(['before', 'before, later'])
  expect(await versions(back, room, after)).toEqual(['after', 'after, later'])
  const { messages } = await back.join({ room })
  expect(messages?.map(({ edited }) => typeof edited)).toEqual(['number', 'number'])
})

test('[CH12][CH13] reactions and what is pinned are kept over a restart', async () => {
  await using server = await start({}, undefined, remember)
  const { ann, ben, room, link } = await two(server)
  const { id } = await ann.say(room, 'Bread is ready')
  await react(ben, room, id, '🎉')
  await ann.ask({ type: 'chat.pin', room, id, on: true })
  await nameIt(ann, room)
  await react(ann, room, id, '🎉')
  await react(ann, room, id, '👍')
  await react(ann, room, id, '👍', false)
  await ann.settled()
  await using again = await server.restart()
  const cleo = await Person.come(again)
  const reactions = [{ emoji: '🎉', by: [ben.id, ann.id] }]
  const kept = { id, text: 'Bread is ready', reactions }
  expect(await cleo.enter(link)).toMatchObject({ pinned: kept, messages: [kept] })
})

test('[CH11][CH12][CH13][CH14] what is only on disk is found, changed and kept in sight', async () => {
  const clock = new Calendar()
  await using server = await start(roomy, clock, remember)
  const { ann, room, link } = await two(server)
  await nameIt(ann, room)
  const old = (await ann.say(room, 'Door code: 1234')).id
  clock.advance(6 * MINUTE)
  await edit(ann, room, old, 'Door code: 4321')
  await talkOn(ann, room)
  await using again = await server.restart()
  const back = await ann.comeAgain(again, 'tcp')
  expect(await back.ask({ type: 'chat.get', room, id: old })).toMatchObject({ text: 'Door code: 4321' })
  expect(await versions(back, room, old)).toEqual(['Door code: 1234', 'Door code: 4321'])
  await react(back, room, old, '👀')
  await back.ask({ type: 'chat.pin', room, id: old, on: true })
  await edit(back, room, old, 'Door code: 9999')
  await talkOn(back, room)
  await using third = await again.restart()
  const cleo = await Person.come(third)
  const { pinned, messages } = await cleo.enter(link)
  expect(pinned).toMatchObject({
    id: old,
    text: 'Door code: 9999',
    reactions: [{ emoji: '👀', by: [ann.id] }],
  })
  expect(messages?.map(({ id }) => id)).not.toContain(old)
  const annAgain = await back.comeAgain(third)
  expect(await versions(annAgain, room, old)).toHaveLength(3)
  await annAgain.ask({ type: 'chat.delete', room, id: old })
  expect((await cleo.hears('room.pinned')).message).toBeNull()
  await cleo.settled()
  await using fourth = await third.restart()
  expect((await (await Person.come(fourth)).enter(link)).pinned).toBeNull()
})

test('[CH12] the last wish counts, also of one who cannot decide', async () => {
  await using server = await start(roomy, undefined, remember)
  const { ann, ben, room } = await two(server)
  await nameIt(ann, room)
  const { id } = await ann.say(room, 'Yes or no?')
  const wishes = Array.from({ length: 21 }, (_, at) => at % 2 === 0)
  await Promise.all(wishes.map(on => react(ben, room, id, '👍', on)))
  await Promise.all(wishes.map(on => react(ben, room, id, '👎', !on)))
  await ann.settled()
  const reactions = [{ emoji: '👍', by: [ben.id] }]
  expect(await ann.ask({ type: 'chat.get', room, id })).toMatchObject({ reactions })
  await using again = await server.restart()
  const back = await ann.comeAgain(again)
  expect(await back.ask({ type: 'chat.get', room, id })).toMatchObject({ reactions })
})

test('[CH12] however many react at once, a message takes twenty different ones', async () => {
  await using server = await start(roomy, undefined, remember)
  const { ann, ben, room } = await two(server)
  await nameIt(ann, room)
  const { id } = await ann.say(room, 'React!')
  const many = [...'🍇🍈🍉🍊🍋🍌🍍🥭🍎🍏🍐🍑🍒🍓🫐🥝🍅🫒🥥🥑🍆🥔🥕']
  await Promise.allSettled(many.map(emoji => react(ben, room, id, emoji)))
  const { reactions } = await ann.ask({ type: 'chat.get', room, id })
  expect(reactions?.map(({ emoji }) => emoji)).toEqual(many.slice(0, 20))
})

const edit = (person: Person, room: RoomId, id: MessageId, text: string) =>
  person.ask({ type: 'chat.edit', room, id, text })

const react = (person: Person, room: RoomId, id: MessageId, emoji: string, on = true) =>
  person.ask({ type: 'chat.react', room, id, emoji, on })

const versions = async (person: Person, room: RoomId, id: MessageId) =>
  (await person.ask({ type: 'chat.history', room, id })).versions.map(({ text }) => text)

/** So much that what was said before is no longer in memory. */
async function talkOn(person: Person, room: RoomId): Promise<void> {
  await Promise.all(Array.from({ length: 1100 }, (_, at) => person.say(room, String(at))))
  await person.settled()
}
