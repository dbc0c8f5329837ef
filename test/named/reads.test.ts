// Who was called and how far everybody has read, in rooms that stay: over leaving, and over a restart.
import { expect, test } from 'vitest'
import { signInByToken, tokenFor } from '../support/accounts.ts'
import { Person } from '../support/person.ts'
import { type Running, start } from '../support/start.ts'

const remember = { remember: true }

async function plans(server: Running) {
  const ann = await Person.come(server, { token: tokenFor('Ann') })
  const { id: room, link } = await ann.startRoom()
  const ben = await Person.come(server, { token: tokenFor('Ben') })
  await ben.enter(link)
  await ann.ask({ type: 'room.name', room, name: 'Plans' })
  await ben.hears('room.named')
  return { ann, ben, room }
}

const counted = async (person: Person) => {
  const [room] = (await person.ask({ type: 'room.mine' })).rooms
  return [room?.unread, room?.mentions]
}

test('[CH21] of what one has not read those are counted that call him, by name or with everyone', async () => {
  await using server = await start(signInByToken, undefined, remember)
  const { ann, ben, room } = await plans(server)
  await ben.ask({ type: 'chat.read', room, seq: 1 })
  await ben.ask({ type: 'room.leave', room })
  const say = (key: string, mentions?: object) =>
    ann.ask({ type: 'chat.send', room, key: key as never, text: key, ...(mentions && { mentions }) })
  await say('nobody')
  await say('another', { people: [ann.id] })
  await say('here', { all: 'here' })
  const named = await say('ben', { people: [ben.id, ann.id] })
  await say('everyone', { all: 'everyone' })
  expect(await counted(ben)).toEqual([5, 2])
  expect(await counted(ann)).toEqual([0, 0])
  await using after = await server.restart()
  const again = await Person.come(after, { token: tokenFor('Ben') })
  expect(await counted(again)).toEqual([5, 2])
  const state = await again.join({ room })
  expect(state.messages?.map(({ mentions }) => mentions)).toEqual([
    ...[undefined, { people: [ann.id] }, { all: 'here' }],
    ...[{ people: [ben.id, ann.id] }, { all: 'everyone' }],
  ])
  const annAgain = await Person.come(after, { token: tokenFor('Ann') })
  await annAgain.join({ room })
  await annAgain.ask({ type: 'chat.delete', room, id: named.id })
  expect(await counted(again)).toEqual([4, 1])
  await again.ask({ type: 'chat.read', room, seq: state.seq })
  expect(await counted(again)).toEqual([0, 0])
})

test('[CH23] the marks of those who belong to a named room outlive their leaving and the server', async () => {
  await using server = await start(signInByToken, undefined, remember)
  const { ann, ben, room } = await plans(server)
  await ann.say(room, 'read by Ben')
  await ben.ask({ type: 'chat.read', room, seq: 2 })
  const { marks } = await ann.hears('room.reads')
  expect(marks).toMatchObject([{ person: ben.id, seq: 2 }])
  await ben.ask({ type: 'room.leave', room })
  await ann.say(room, 'not read by Ben')
  await using after = await server.restart()
  const again = await Person.come(after, { token: tokenFor('Ann') })
  expect((await again.join({ room })).reads).toEqual(marks)
  const benAgain = await Person.come(after, { token: tokenFor('Ben') })
  await benAgain.join({ room })
  await benAgain.ask({ type: 'chat.read', room, seq: 1 })
  await benAgain.ask({ type: 'chat.read', room, seq: 3 })
  expect(await again.hears('room.reads')).toMatchObject({ marks: [{ person: ben.id, seq: 3 }] })
})

test('[CH23] what was read before the room had a name is known after it has one', async () => {
  await using server = await start(signInByToken, undefined, remember)
  const ann = await Person.come(server, { token: tokenFor('Ann') })
  const { id: room } = await ann.startRoom()
  await ann.say(room, 'one')
  await ann.ask({ type: 'chat.read', room, seq: 1 })
  await ann.ask({ type: 'room.name', room, name: 'Plans' })
  await using after = await server.restart()
  const again = await Person.come(after, { token: tokenFor('Ann') })
  expect((await again.join({ room })).reads).toMatchObject([{ person: ann.id, seq: 1 }])
})
