// The disk of the database is full: what cannot be kept is refused, until there is room again.
// needs: postgresql, tmpfs
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { smallDisk } from '../support/disk.ts'
import { debianPostgres } from '../support/postgres.ts'
import { start } from '../support/start.ts'
import { kept } from '../support/two.ts'

/** Cannot be made smaller, and a page of a table holds only one of it. */
const TEXT = randomBytes(4500).toString('base64')

test('[NM6][NM7] a full disk: named rooms are refused, unnamed ones go on, and afterwards nothing is missing', async () => {
  using disk = smallDisk(120, '0755')
  await using database = await debianPostgres(disk.folder)
  await using server = await start({ databaseUrl: database.url }, undefined, { remember: true })
  const { ann, room } = await kept(server)
  const unnamed = await ann.startRoom()
  const acknowledged: string[] = []
  const say = async (count: number) => {
    await ann.say(room, `${count} ${TEXT}`, `key-number-${count}`)
    acknowledged.push(`${count} ${TEXT}`)
  }
  await say(0)
  disk.fill()
  let count = 1
  const refusal = await untilRefused(() => say(count++))
  expect(refusal).toMatchObject({ code: 'store.away', retry: true })
  await ann.say(unnamed.id, 'as ever')
  disk.free()
  // The last one was refused: said again it is the same message, once.
  for (count--; acknowledged.length < 30; count++) await say(count)
  const stored = await server.desk.rooms.memory?.store.page(room, { before: Number.MAX_SAFE_INTEGER }, 100)
  expect(stored?.map(({ text }) => text)).toEqual(acknowledged)
  expect(stored?.map(({ seq }) => seq)).toEqual(acknowledged.map((_, at) => at + 2))
})

async function untilRefused(say: () => Promise<void>): Promise<unknown> {
  for (let tries = 0; tries < 25; tries++) {
    const refusal = await say().catch(error => error)
    if (refusal) return refusal
  }
  return 'never refused'
}
