// The banned of a named room: listed by name after a restart, and let back in.
import { expect, test } from 'vitest'
import { start } from '../support/start.ts'
import { guest, plans } from '../support/two.ts'

test('[RM17] the list of a named room comes through a restart, with its names', async () => {
  await using server = await start({}, undefined, { remember: true })
  const { ann, ben, room, link } = await plans(server)
  await ann.ask({ type: 'room.role', room, person: ben.id, role: 'member' })
  await ann.ask({ type: 'room.ban', room, person: ben.id })
  const before = await ann.ask({ type: 'room.bans', room })
  expect(before.people).toMatchObject([{ person: ben.id, name: 'Ben' }])

  await using after = await server.restart()
  const annAgain = await guest(after, 'Ann')
  await annAgain.join({ room })
  expect(await annAgain.ask({ type: 'room.bans', room })).toEqual(before)
  const benAgain = await guest(after, 'Ben')
  await expect(benAgain.enter(link)).rejects.toMatchObject({ code: 'room.banned' })
  await annAgain.ask({ type: 'room.unban', room, person: ben.id })
  expect((await annAgain.ask({ type: 'room.bans', room })).people).toEqual([])
  await benAgain.enter(link)
})
