// Calling people: who can be called, by whom, and that it goes with the message.
import { nanoid } from 'nanoid'
import { expect, test } from 'vitest'
import { Person } from '../support/person.ts'
import { start } from '../support/start.ts'
import { two } from '../support/two.ts'

async function together() {
  const server = await start()
  const at = await two(server)
  const say = (by: Person, mentions: object, text = 'Look!') =>
    by.ask({ type: 'chat.send', room: at.room, key: nanoid() as never, text, mentions })
  return { server, ...at, say }
}

test('[CH20] who is called is told with the message, also to who comes later or returns', async () => {
  const { server, ann, ben, room, link, say } = await together()
  await using _server = server
  await say(ann, { people: [ben.id] })
  expect(await ben.hears('chat.said')).toMatchObject({ mentions: { people: [ben.id] } })
  const cleo = await Person.come(server)
  expect((await cleo.enter(link)).messages).toMatchObject([{ mentions: { people: [ben.id] } }])
  ben.carrier.drop()
  await ann.hears('room.member', ({ member }) => member.away)
  await say(ann, { people: [ben.id], all: 'everyone' }, 'Ben!')
  const back = await ben.comeAgain(server)
  const { facts } = (await back.hears('room.entered')).room
  expect(facts).toMatchObject([{ text: 'Ben!', mentions: { people: [ben.id], all: 'everyone' } }])
  const page = await back.ask({ type: 'chat.page', room, before: 2 })
  expect(page.messages).toMatchObject([{ mentions: { people: [ben.id] } }])
})

test('[CH20] nobody is called who is not known in the room, and not too many at once', async () => {
  const { server, ann, ben, say } = await together()
  await using _server = server
  const stranger = await Person.come(server)
  await expect(say(ann, { people: [ben.id, stranger.id] })).rejects.toMatchObject({
    code: 'person.unknown',
    place: 'mentions.people',
  })
  for (const mentions of [{}, { people: [] }, { people: Array(21).fill(ben.id) }, { all: 'nobody' }])
    await expect(say(ann, mentions)).rejects.toMatchObject({ code: 'message.invalid' })
  await ben.settled()
  expect(ben.all('chat.said')).toEqual([])
  // Who has just left can be called: he may come back.
  const { room } = await ben.hears('room.entered')
  await ben.ask({ type: 'room.leave', room: room.id })
  await say(ann, { people: [ben.id] })
})

test('[CH20] to call everybody is a right of its own, which guests have not', async () => {
  const { server, ann, ben, say } = await together()
  await using _server = server
  for (const all of ['everyone', 'here'] as const) {
    await expect(say(ben, { all })).rejects.toMatchObject({ code: 'forbidden' })
    await say(ann, { all }, all)
    expect(await ben.hears('chat.said', ({ text }) => text === all)).toMatchObject({ mentions: { all } })
  }
})

test('[CH20] a deleted message calls nobody any more', async () => {
  const { server, ann, ben, room, link, say } = await together()
  await using _server = server
  const { id } = await say(ann, { people: [ben.id] })
  await ann.ask({ type: 'chat.delete', room, id })
  const cleo = await Person.come(server)
  const [message] = (await cleo.enter(link)).messages ?? []
  expect(message).toMatchObject({ id, text: '' })
  expect(message).not.toHaveProperty('mentions')
})
