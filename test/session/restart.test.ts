// The server is restarted under the people: what comes back, what does not, and who is believed.
import { expect, test } from 'vitest'
import { make } from '../support/invites.ts'
import { inviteIn } from '../support/links.ts'
import { Person } from '../support/person.ts'
import { start } from '../support/start.ts'
import { guest, home } from '../support/two.ts'

test('[SE7] the first who returns brings the room back: same id, link, roles and settings, another epoch, no words', async () => {
  await using server = await start()
  const ann = await guest(server, 'Ann')
  const room = await ann.startRoom('Plans')
  const ben = await Person.come(server, { name: 'Ben', transport: 'tcp' })
  await ben.enter(room.link)
  await ann.ask({ type: 'room.role', room: room.id, person: ben.id, role: 'admin' })
  await ann.ask({ type: 'room.set', room: room.id, locked: true, limit: 7, hideAddresses: true })
  await ann.say(room.id, 'before')
  await Promise.all([ann.settled(), ben.settled()])

  await using after = await server.restart()
  const benAgain = await ben.comeAgain(after, 'socket.io')
  const { room: state } = await benAgain.hears('room.entered')
  expect(state).toMatchObject({ id: room.id, role: 'admin', gap: true, messages: [], seq: 0 })
  expect(state.settings).toEqual({
    ...{ topic: 'Plans', locked: true, limit: 7, guestsInvite: false },
    ...{ liveLocked: false, hideAddresses: true },
  })
  const annAgain = await ann.comeAgain(after)
  expect((await annAgain.hears('room.entered')).room).toMatchObject({ role: 'owner', epoch: state.epoch })
  expect((await annAgain.ask({ type: 'invite.public', room: room.id })).path).toBe(room.link)
  await annAgain.ask({ type: 'room.set', room: room.id, locked: false })
  const cleo = await Person.come(after, { name: 'Cleo' })
  expect((await cleo.enter(room.link)).members.map(({ name }) => name)).toEqual(['Ben', 'Ann', 'Cleo'])
  await annAgain.say(room.id, 'after')
  await benAgain.hears('chat.said', ({ text }) => text === 'after')
})

test('[SE8] a ban holds after a restart, also when somebody returns first who had not heard of it', async () => {
  await using server = await start()
  const ann = await Person.come(server, { name: 'Ann' })
  const room = await ann.startRoom()
  const late = await Person.come(server, { name: 'Late' })
  await late.enter(room.link)
  const early = await late.comeAgain(server)
  await early.settled()
  // From here on he hears nothing more: his seal is of a time before the ban.
  early.carrier.drop()
  const bad = await guest(server, 'Bad')
  await bad.enter(room.link)
  await ann.ask({ type: 'room.ban', room: room.id, person: bad.id })
  await ann.ask({ type: 'room.set', room: room.id, topic: 'Calm' })
  await ann.settled()

  await using after = await server.restart()
  const lateAgain = await early.comeAgain(after)
  expect((await lateAgain.hears('room.entered')).room.settings.topic).toBe('')
  const badAgain = await guest(after, 'Bad')
  await badAgain.enter(room.link)
  const annAgain = await ann.comeAgain(after)
  await annAgain.hears('room.entered')
  expect(await badAgain.hears('room.out')).toMatchObject({ code: 'room.banned' })
  expect((await lateAgain.hears('room.changed')).settings.topic).toBe('Calm')
  await expect(badAgain.enter(room.link)).rejects.toMatchObject({ code: 'room.banned' })
})

test('[RM7][RM10] neither the kicked nor a purged room comes back by an old token after a restart', async () => {
  await using server = await start()
  const ann = await Person.come(server, { name: 'Ann' })
  const room = await ann.startRoom()
  const purged = await ann.startRoom()
  const ben = await Person.come(server, { name: 'Ben' })
  await ben.enter(room.link)
  await ben.settled()
  await ann.settled()
  // Copies of what they hold now, as somebody may keep them.
  const annBefore = { resume: ann.token, rooms: [await cursorOf(ann, purged.id)] }
  const benBefore = { resume: ben.token, rooms: [await cursorOf(ben, room.id)] }
  await ann.ask({ type: 'room.kick', room: room.id, person: ben.id })
  await ann.ask({ type: 'room.leave', room: purged.id })

  await using after = await server.restart()
  const annAgain = await Person.come(after, annBefore)
  expect(await annAgain.hears('room.out', ({ room }) => room === purged.id)).toMatchObject({
    code: 'room.gone',
  })
  const benAgain = await Person.come(after, benBefore)
  expect(await benAgain.hears('room.out')).toMatchObject({ code: 'room.gone' })
  expect(benAgain.all('room.entered')).toEqual([])
})

test('[SE9] who has signed out stays so after a restart', async () => {
  await using server = await start()
  const ann = await Person.come(server, { browser: 'the-key-of-anns-browser-0' })
  const other = await Person.come(server, { browser: 'the-key-of-anns-browser-0' })
  const tokens = [ann.token, other.token]
  await ann.ask({ type: 'session.end', everywhere: true })
  expect(await other.isClosed()).toBe(4500)
  await using after = await server.restart()
  for (const resume of tokens) {
    const stranger = await Person.stranger(after)
    await expect(stranger.hello({ resume })).rejects.toMatchObject({ code: 'resume.expired' })
  }
})

test('[RM15] the printed link is the same after a restart and leads to a room, whoever comes first', async () => {
  await using server = await start()
  const path = server.link.slice(server.url.length)
  const ann = await Person.come(server, { name: 'Ann' })
  expect(await ann.ask({ type: 'invite.look', invite: inviteIn(path) })).toMatchObject({
    count: 0,
  })
  expect((await ann.enter(path)).role).toBe('owner')
  const ben = await Person.come(server, { name: 'Ben' })
  const state = await ben.enter(path)
  expect(state).toMatchObject({ role: 'guest' })
  expect(state.members).toHaveLength(2)
  for (const person of [ann, ben]) await person.ask({ type: 'room.leave', room: state.id })
  expect((await ben.enter(path)).role).toBe('owner')
  await using after = await server.restart()
  expect(after.link).toBe(server.link)
})

test('[IN14] after a restart the invites of an unnamed room are void, its public link is not', async () => {
  await using server = await start()
  const { ann, room, link } = await home(server)
  const once = await make(ann, room, { uses: 1 })
  await ann.settled()
  await using after = await server.restart()
  const annAgain = await ann.comeAgain(after)
  await annAgain.hears('room.entered')
  const ben = await guest(after, 'Ben')
  await expect(ben.enter(once.path)).rejects.toMatchObject({ code: 'room.gone' })
  await ben.enter(link)
})

async function cursorOf(person: Person, room: string) {
  const state = await person.join({ room: room as never })
  return { room: state.id, epoch: state.epoch, seq: state.seq, seal: state.seal }
}
