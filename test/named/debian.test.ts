// The operator's own database, here Debian's.
// needs: postgresql
import { afterAll, beforeAll, describe, vi } from 'vitest'
import { makeLog } from '../../server/base/log.ts'
import { openStore } from '../../server/store/postgres/store.ts'
import type { Store } from '../../server/store/store.ts'
import { storeContract } from '../contract/store.ts'
import { type Database, debianPostgres } from '../support/postgres.ts'

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 })

describe("Debian's PostgreSQL", () => {
  let database: Database
  let store: Store
  beforeAll(async () => {
    database = await debianPostgres()
    store = await openStore(database.url, '', makeLog('silent'))
  })
  afterAll(async () => {
    await store.close()
    await database[Symbol.asyncDispose]()
  })

  storeContract(() => store)
})
