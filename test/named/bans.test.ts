// The banned of a named room: listed by name after a restart, and let back in.
import { expect, test } from 'vitest'
import { Person } from '../support/person.ts'
import { start } from '../support/start.ts'

test('[RM17] the list of a named room comes through a restart, with its names', async () => {
  await using server = await start({}, undefined, { remember: true })
  const browser = 'the-key-of-anns-browser-0'
  const ann = await Person.come(server, { name: 'Ann', browser })
  const { id: room, link } = await ann.startRoom()
  await ann.ask({ type: 'room.name', room, name: 'Plans' })
  const ben = await Person.come(server, { name: 'Ben', browser: 'the-key-of-bens-browser-0' })
  await ben.enter(link)
  await ann.ask({ type: 'room.role', room, person: ben.id, role: 'member' })
  await ann.ask({ type: 'room.ban', room, person: ben.id })
  const before = await ann.ask({ type: 'room.bans', room })
  expect(before.people).toMatchObject([{ person: ben.id, name: 'Ben' }])

  await using after = await server.restart()
  const annAgain = await Person.come(after, { name: 'Ann', browser })
  await annAgain.join({ room })
  expect(await annAgain.ask({ type: 'room.bans', room })).toEqual(before)
  const benAgain = await Person.come(after, { name: 'Ben', browser: 'the-key-of-bens-browser-0' })
  await expect(benAgain.enter(link)).rejects.toMatchObject({ code: 'room.banned' })
  await annAgain.ask({ type: 'room.unban', room, person: ben.id })
  expect((await annAgain.ask({ type: 'room.bans', room })).people).toEqual([])
  await benAgain.enter(link)
})
