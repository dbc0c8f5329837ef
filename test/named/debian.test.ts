// The operator's own database, here Debian's.
// needs: postgresql
import { afterAll, beforeAll, describe } from 'vitest'
import { makeLog } from '../../server/base/log.ts'
import type { Database } from '../../server/store/database.ts'
import { openDatabase } from '../../server/store/postgres/open.ts'
import { databaseContract } from '../contract/database.ts'
import { debianPostgres } from '../support/postgres.ts'

describe("Debian's PostgreSQL", () => {
  let database: Awaited<ReturnType<typeof debianPostgres>>
  let memory: Database
  beforeAll(async () => {
    database = await debianPostgres()
    memory = await openDatabase(database.url, '', makeLog('silent'))
  })
  afterAll(async () => {
    await memory.close()
    await database[Symbol.asyncDispose]()
  })

  databaseContract(() => memory)
})
