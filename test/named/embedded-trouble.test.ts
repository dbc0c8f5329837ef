// Folders and databases that are not as they should be: one sentence that says so, and nothing is harmed.
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { makeLog } from '../../server/base/log.ts'
import { Mistake } from '../../server/base/mistake.ts'
import { openFolder } from '../../server/store/folder.ts'
import { migrate } from '../../server/store/postgres/migrate.ts'
import { openDatabase } from '../../server/store/postgres/open.ts'
import type { Reachable } from '../support/carrier.ts'
import { Child } from '../support/child.ts'
import { alive, emptyDatabase, House } from '../support/house.ts'
import { temporaryFolder } from '../support/start.ts'
import { kept } from '../support/two.ts'

const log = makeLog('silent')
let house: House | undefined
afterEach(async () => {
  await house?.[Symbol.asyncDispose]()
  house = undefined
})

test('two servers on one data folder: the second says so and ends, the first and its database go on', async () => {
  house = new House({})
  await house.start()
  const database = house.databasePid
  const ports = { PRESENCE_PORT: '0', PRESENCE_TCP_PORT: '0' }
  await using second = new Child('server/main.ts', [], { PRESENCE_DATA: house.data, ...ports })
  const { code, err } = await second.ended()
  expect(code).toBe(1)
  expect(err).toMatch(/^Another Presence is running in this data folder/m)
  expect(house.databasePid).toBe(database)
  const { ann, room } = await kept(house.address as Reachable)
  await ann.say(room, 'still here')
  expect(await house.stop()).toBe(0)
  expect(alive(database)).toBe(false)
})

test('of servers that start on one data folder in the same instant one runs, and the others say so', async () => {
  const data = temporaryFolder()
  const ports = { PRESENCE_PORT: '0', PRESENCE_TCP_PORT: '0', PRESENCE_DATA: data }
  const all = Array.from({ length: 4 }, () => new Child('server/main.ts', [], ports))
  const winner = await Promise.any(all.map(child => child.says(/(http:)/).then(() => child)))
  for (const child of all) {
    if (child === winner) continue
    const { code, err } = await child.ended()
    expect(code).toBe(1)
    expect(err).toMatch(/^Another Presence is (running|starting)/m)
  }
  winner.kill('SIGTERM')
  expect((await winner.ended()).code).toBe(0)
  rmSync(data, { recursive: true })
})

test('a migration that fails leaves nothing of itself, says which it was, and is done when it is mended', async () => {
  const folder = temporaryFolder()
  const migrations = temporaryFolder()
  openFolder(folder)
  const memory = await openDatabase(null, folder, log)
  const other = await emptyDatabase(folder)
  const write = (name: string, sql: string) => writeFileSync(join(migrations, name), sql)
  const tables = async () => {
    const { rows } = await other.query(
      "select tablename from pg_tables where schemaname = 'public' order by 1",
    )
    return rows.map(({ tablename }) => tablename)
  }
  write('0001_one.sql', 'create table one (a int)')
  write('0002_two.sql', 'create table two (a int); insert into two values (1); select 1 / 0')
  write('0003_three.sql', 'create table three (a int)')
  const failed = await migrate(other, migrations).catch(error => error)
  expect(failed).toBeInstanceOf(Mistake)
  expect(failed.message).toBe('The migration 0002_two.sql failed, nothing of it was done: division by zero')
  expect(await tables()).toEqual(['migration', 'one'])
  write('0002_two.sql', 'create table two (a int)')
  await migrate(other, migrations)
  await migrate(other, migrations)
  expect(await tables()).toEqual(['migration', 'one', 'three', 'two'])
  rmSync(join(migrations, '0003_three.sql'))
  await expect(migrate(other, migrations)).rejects.toThrow(
    /of a newer Presence \(migration 3, this one knows 2\)/,
  )
  await other.end()
  await memory.close()
  for (const each of [folder, migrations]) rmSync(each, { recursive: true })
})

test('a folder of PostgreSQL that others may write to is refused in its own words', async () => {
  const folder = temporaryFolder()
  openFolder(folder)
  await (await openDatabase(null, folder, log)).close()
  chmodSync(join(folder, 'postgres'), 0o777)
  const refused = await openDatabase(null, folder, log).catch(error => error)
  expect(refused).toBeInstanceOf(Mistake)
  expect(refused.message).toMatch(/^PostgreSQL did not start in .*:\n.*has invalid permissions/)
  chmodSync(join(folder, 'postgres'), 0o700)
  await (await openDatabase(null, folder, log)).close()
  rmSync(folder, { recursive: true })
})

test('what an interrupted first start has left is not taken for a database', async () => {
  const folder = temporaryFolder()
  openFolder(folder)
  mkdirSync(join(folder, 'postgres.new'))
  writeFileSync(join(folder, 'postgres.new/PG_VERSION'), '18\n')
  const memory = await openDatabase(null, folder, log)
  expect(await memory.store.roomsOf('nobody' as never)).toEqual([])
  await memory.close()
  rmSync(folder, { recursive: true })
})
