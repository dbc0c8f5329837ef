// The operator's own database, here Debian's.
// needs: postgresql
import { afterAll, beforeAll, describe } from 'vitest'
import { makeLog } from '../../server/base/log.ts'
import type { Database } from '../../server/store/database.ts'
import { openDatabase } from '../../server/store/postgres/open.ts'
import { accountsContract } from '../contract/accounts.ts'
import { attachedContract } from '../contract/attached.ts'
import { circleContract } from '../contract/circle.ts'
import { invitesContract } from '../contract/invites.ts'
import { searchContract } from '../contract/search.ts'
import { serviceKeysContract } from '../contract/service-keys.ts'
import { named, storeContract } from '../contract/store.ts'
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

  storeContract(() => memory.store)
  searchContract(() => memory.store)
  accountsContract(() => memory.accounts)
  serviceKeysContract(() => memory.serviceKeys)
  invitesContract(
    () => memory.invites,
    async () => (await named(memory.store)).room,
  )
  attachedContract(() => memory)
  circleContract(() => memory)
})
