// Files that nobody has any more, where there is no database at all.
import { expect, test } from 'vitest'
import { bring, onDisk, send } from '../support/files.ts'
import { Person } from '../support/person.ts'
import { start } from '../support/start.ts'

test('[FL9] without a database no room is kept, and its files do not outlive the server', async () => {
  await using first = await start()
  const ann = await Person.come(first, { name: 'Ann' })
  const { id: room } = await ann.startRoom()
  await send(ann, room, [await bring(first, ann, room, Buffer.from('gone'))])
  expect(onDisk(first, room)).toHaveLength(1)
  await using server = await first.restart()
  expect(onDisk(server, room)).toEqual([])
})
