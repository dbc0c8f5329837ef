// The database that comes with us, in the data folder.
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeLog } from '../../server/base/log.ts'
import type { Database } from '../../server/store/database.ts'
import { openFolder } from '../../server/store/folder.ts'
import { openDatabase } from '../../server/store/postgres/open.ts'
import { databaseContract } from '../contract/database.ts'
import { temporaryFolder } from '../support/start.ts'

const log = makeLog('silent')

describe('the embedded PostgreSQL', () => {
  const folder = temporaryFolder()
  let memory: Database
  beforeAll(async () => {
    openFolder(folder)
    memory = await openDatabase(null, folder, log)
  })
  afterAll(async () => {
    await memory.close()
    rmSync(folder, { recursive: true })
  })

  databaseContract(() => memory)

  test('its folder is closed to everyone else, and nothing listens on the network', async () => {
    expect(statSync(join(folder, 'postgres')).mode & 0o077).toBe(0)
    expect(statSync(join(folder, 'pg')).mode & 0o077).toBe(0)
    expect(readdirSync(join(folder, 'pg'))).toContain('.s.PGSQL.5432')
  })

  test('one that a crashed server has left running is adopted', async () => {
    const other = await openDatabase(null, folder, log)
    expect(await other.store.roomsOf('nobody' as never)).toEqual([])
  })
})

test('a database of another version is refused with a sentence', async () => {
  const folder = temporaryFolder()
  openFolder(folder)
  await (await openDatabase(null, folder, log)).close()
  writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '17\n')
  await expect(openDatabase(null, folder, log)).rejects.toThrow(/made by PostgreSQL 17/)
  rmSync(folder, { recursive: true })
})
