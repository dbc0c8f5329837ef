// Single messages: edits and what they replaced, reactions, the one that is kept in sight.
import { expect, test } from 'vitest'
import type { MessageId } from '#protocol/id.ts'
import { Calendar } from '../support/clock.ts'
import { roomy } from '../support/limits.ts'
import { Person } from '../support/person.ts'
import { type Running, start } from '../support/start.ts'
import { two } from '../support/two.ts'

const MINUTE = 60_000

test('[CH10] within five minutes a mistake is mended without a mark, later the message is marked', async () => {
  const clock = new Calendar()
  await using server = await start({}, clock)
  const { ann, ben, room, id } = await said(server, 'helo')
  clock.advance(5 * MINUTE)
  await ann.ask({ type: 'chat.edit', room, id, text: 'hello' })
  expect(await ben.hears('chat.edited')).toMatchObject({ id, text: 'hello', silent: true })
  expect(await messageOf(ben, room, id)).not.toHaveProperty('edited')
  clock.advance(1)
  await ann.ask({ type: 'chat.edit', room, id, text: 'Hello' })
  const { edited } = await messageOf(ben, room, id)
  expect(await ben.hears('chat.edited', ({ silent }) => !silent)).toMatchObject({ text: 'Hello', at: edited })
})

test('[CH11] the versions of a message are kept, without what was mended silently', async () => {
  const clock = new Calendar()
  await using server = await start({}, clock)
  const { ann, ben, room, id } = await said(server, 'At teh station')
  const { at } = await messageOf(ben, room, id)
  const edit = (text: string) => ann.ask({ type: 'chat.edit', room, id, text })
  await edit('At the station')
  clock.advance(6 * MINUTE)
  await edit('At the port')
  clock.advance(MINUTE)
  await edit('At home')
  expect(await ben.ask({ type: 'chat.history', room, id })).toEqual({
    versions: [
      { text: 'At the station', at },
      { text: 'At the port', at: at + 6 * MINUTE },
      { text: 'At home', at: at + 7 * MINUTE },
    ],
    more: false,
  })
  await ann.ask({ type: 'chat.delete', room, id })
  await expect(ben.ask({ type: 'chat.history', room, id })).rejects.toMatchObject({ code: 'message.gone' })
})

test('[CH11] of many versions the newest fifty are shown', async () => {
  const clock = new Calendar()
  await using server = await start(roomy, clock)
  const { ann, ben, room, id } = await said(server, 'version 0')
  clock.advance(6 * MINUTE)
  for (let at = 1; at <= 60; at++) await ann.ask({ type: 'chat.edit', room, id, text: `version ${at}` })
  const { versions, more } = await ben.ask({ type: 'chat.history', room, id })
  expect(versions.map(({ text }) => text)).toEqual(
    Array.from({ length: 50 }, (_, index) => `version ${index + 11}`),
  )
  expect(more).toBe(true)
})

test('[CH12] a reaction reaches everyone, and whoever comes later; the same again is no news', async () => {
  await using server = await start()
  const { ann, ben, room, link, id } = await said(server, 'Bread is ready')
  await ben.ask(reaction(room, id, '🎉'))
  expect(await ann.hears('chat.reacted')).toMatchObject({ id, by: ben.id, emoji: '🎉', on: true, seq: 2 })
  await ben.ask(reaction(room, id, '🎉'))
  await ann.ask(reaction(room, id, '🎉'))
  await ann.ask(reaction(room, id, '👍🏽'))
  const cleo = await Person.come(server)
  const state = await cleo.enter(link)
  const reactions = [
    { emoji: '🎉', by: [ben.id, ann.id] },
    { emoji: '👍🏽', by: [ann.id] },
  ]
  expect(state).toMatchObject({ seq: 4, messages: [{ id, reactions }] })
  await ann.ask(reaction(room, id, '👍🏽', false))
  await ann.ask(reaction(room, id, '👍🏽', false))
  expect(await cleo.hears('chat.reacted')).toMatchObject({ seq: 5, emoji: '👍🏽', on: false })
  expect(await messageOf(cleo, room, id)).toMatchObject({ reactions: reactions.slice(0, 1) })
  expect((await cleo.say(room, 'next')).seq).toBe(6)
})

test('[CH12] who was away gets the reactions that he missed', async () => {
  await using server = await start()
  const { ann, ben, room, id } = await said(server, 'Bread is ready')
  ben.carrier.drop()
  await ann.hears('room.member', ({ member }) => member.away)
  await ann.ask(reaction(room, id, '👀'))
  await ann.settled()
  const back = await ben.comeAgain(server, 'tcp')
  expect((await back.hears('room.entered')).room.facts).toMatchObject([
    { type: 'chat.reacted', id, by: ann.id, emoji: '👀', on: true },
  ])
})

test('[CH12] only one emoji is a reaction, and only twenty different ones are', async () => {
  await using server = await start(roomy)
  const { ann, ben, room, id } = await said(server, 'React!')
  for (const emoji of ['', 'x', '👍👍', '👍 ', '❤', '1', ':smile:', '🏳️‍🌈🏳️‍🌈']) {
    await expect(ben.ask(reaction(room, id, emoji))).rejects.toMatchObject({ code: 'message.invalid' })
  }
  const many = [...'🍇🍈🍉🍊🍋🍌🍍🥭🍎🍏🍐🍑🍒🍓🫐🥝🍅🫒🥥🥑🍆🥔🥕']
  const answers = await Promise.allSettled(many.map(emoji => ben.ask(reaction(room, id, emoji))))
  const refused = answers.filter(answer => answer.status === 'rejected')
  expect(refused.map(({ reason }) => reason.code)).toEqual(Array(3).fill('reactions.many'))
  await ann.ask(reaction(room, id, '🍇'))
  expect((await messageOf(ann, room, id)).reactions).toHaveLength(20)
})

test('[CH12][CH8] a deleted message takes no reactions, and none reaches another room', async () => {
  await using server = await start()
  const { ann, ben, room, id } = await said(server, 'here')
  const elsewhere = await ben.startRoom()
  const gone = { code: 'message.gone' }
  await expect(ben.ask(reaction(elsewhere.id, id, '👍'))).rejects.toMatchObject(gone)
  await ben.ask(reaction(room, id, '👍'))
  await ann.ask({ type: 'chat.delete', room, id })
  await expect(ben.ask(reaction(room, id, '🎉'))).rejects.toMatchObject(gone)
  const { messages } = await ben.ask({ type: 'chat.page', room, before: 100 })
  expect(messages[0]).not.toHaveProperty('reactions')
})

test('[CH13] one message is kept in sight, as it is now, until it is deleted', async () => {
  await using server = await start()
  const { ann, ben, room, link, id } = await said(server, 'Door code: 1234')
  await expect(ben.ask(pin(room, id))).rejects.toMatchObject({ code: 'forbidden' })
  await ann.ask(pin(room, id))
  expect(await ben.hears('room.pinned')).toMatchObject({ message: { id, text: 'Door code: 1234' } })
  await ann.ask({ type: 'chat.edit', room, id, text: 'Door code: 4321' })
  const cleo = await Person.come(server)
  expect((await cleo.enter(link)).pinned).toMatchObject({ id, text: 'Door code: 4321' })
  const other = (await ben.say(room, 'No smoking')).id
  await ann.ask(pin(room, other))
  // Of what is pinned no more, nothing is to be taken down.
  await ann.ask(pin(room, id, false))
  await ann.ask(pin(room, other))
  expect((await cleo.join({ room })).pinned).toMatchObject({ id: other })
  await ben.ask({ type: 'chat.delete', room, id: other })
  await cleo.settled()
  expect(cleo.all('room.pinned').map(({ message }) => message?.id ?? null)).toEqual([other, null])
  expect((await cleo.join({ room })).pinned).toBeNull()
})

test('[CH13] it may be taken down, and is of this room', async () => {
  await using server = await start()
  const { ann, ben, room, id } = await said(server, 'here')
  const elsewhere = await ann.startRoom()
  await expect(ann.ask(pin(elsewhere.id, id))).rejects.toMatchObject({ code: 'message.gone' })
  await ann.ask(pin(room, id))
  await ann.ask(pin(room, id, false))
  await ben.settled()
  expect(ben.all('room.pinned').map(({ message }) => message?.id ?? null)).toEqual([id, null])
})

test('[CH13] it outlives what is kept of the talk, and is changed all the same', async () => {
  await using server = await start(roomy)
  const { ann, ben, room, id } = await said(server, 'Door code: 1234')
  await ann.ask(pin(room, id))
  await Promise.all(Array.from({ length: 1100 }, (_, at) => ben.say(room, String(at))))
  const page = await ann.ask({ type: 'chat.page', room, before: 200 })
  expect(page.messages.map(({ text }) => text)).not.toContain('Door code: 1234')
  await ann.ask({ type: 'chat.edit', room, id, text: 'Door code: 4321' })
  expect((await ben.join({ room })).pinned).toMatchObject({ text: 'Door code: 4321' })
  await ann.ask({ type: 'chat.delete', room, id })
  expect((await ben.join({ room })).pinned).toBeNull()
})

test('[CH13] a restart takes it from a room without a name', async () => {
  await using server = await start()
  const { ann, room, id } = await said(server, 'Door code: 1234')
  await ann.ask(pin(room, id))
  await ann.settled()
  await using after = await server.restart()
  const back = await ann.comeAgain(after)
  expect((await back.hears('room.entered')).room).toMatchObject({ id: room, seq: 0, pinned: null })
})

test('[CH14] one message is had by its id, in its own room only', async () => {
  await using server = await start()
  const { ann, ben, room, id } = await said(server, 'here')
  expect(await ben.ask({ type: 'chat.get', room, id })).toMatchObject({
    id,
    text: 'here',
    by: ann.id,
    seq: 1,
  })
  const elsewhere = await ben.startRoom()
  const stray = ben.ask({ type: 'chat.get', room: elsewhere.id, id })
  await expect(stray).rejects.toMatchObject({ code: 'message.gone' })
})

const reaction = (room: Room, id: MessageId, emoji: string, on = true) =>
  ({ type: 'chat.react', room, id, emoji, on }) as const
const pin = (room: Room, id: MessageId, on = true) => ({ type: 'chat.pin', room, id, on }) as const

type Room = Awaited<ReturnType<typeof said>>['room']

const messageOf = (person: Person, room: Room, id: MessageId) => person.ask({ type: 'chat.get', room, id })

/** A room with Ann, who has said something, and Ben. */
async function said(server: Running, text: string) {
  const at = await two(server)
  const { id } = await at.ann.say(at.room, text)
  await at.ben.settled()
  return { ...at, id }
}
