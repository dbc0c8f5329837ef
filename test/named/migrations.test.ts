// Tables of an older Presence are brought up to date with what is in them.
import { copyFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeLog } from '../../server/base/log.ts'
import { openFolder } from '../../server/store/folder.ts'
import { migrate } from '../../server/store/postgres/migrate.ts'
import { openDatabase } from '../../server/store/postgres/open.ts'
import { emptyDatabase } from '../support/house.ts'
import { temporaryFolder } from '../support/start.ts'

const MIGRATIONS = join(import.meta.dirname, '../../server/store/postgres/migrations')

test('edits from before their versions were kept: of each that is known, what it replaced', async () => {
  const folder = temporaryFolder()
  openFolder(folder)
  const memory = await openDatabase(null, folder, makeLog('silent'))
  const older = await emptyDatabase(folder)
  const before = untilThen('_reactions.sql')
  await migrate(older, before)
  await older.query(`
    insert into room (id, name, epoch, record, named_at) values ('room', 'Plans', 'epoch-1', '{}', 0);
    insert into message (room, id, seq, key, by, name, text, at, edited)
      values ('room', 'message', 1, 'key', 'ann', 'Ann', 'third', 1, 3);
    insert into fact (room, seq, id, type, message, body) values
      ('room', 2, 'one', 'chat.edited', 'message', '{"text": "second", "at": 2}'),
      ('room', 3, 'two', 'chat.edited', 'message', '{"text": "third", "at": 3}'),
      ('room', 4, 'three', 'chat.edited', 'gone', '{"at": 4}'),
      ('room', 5, 'four', 'room.named', null, '{"name": "Plans", "by": "ann"}')`)
  await migrate(older)
  const { rows } = await older.query('select body from fact order by seq')
  expect(rows.map(({ body }) => body)).toEqual([
    { at: 2 },
    { at: 3, was: { text: 'second', at: 2 } },
    { at: 4 },
    { name: 'Plans', by: 'ann' },
  ])
  await older.end()
  await memory.close()
  for (const each of [folder, before]) rmSync(each, { recursive: true })
})

/** A folder with the migrations that there were before the one that is called so. */
function untilThen(end: string): string {
  const folder = temporaryFolder()
  const files = readdirSync(MIGRATIONS).sort()
  files.length = files.findIndex(file => file.endsWith(end))
  for (const file of files) copyFileSync(join(MIGRATIONS, file), join(folder, file))
  return folder
}
