// The operator's database by its address, or one of our own in the data folder.
import type { Log } from '../../base/log.ts'
import type { Database } from '../database.ts'
import { PostgresAccounts } from './accounts.ts'
import { PostgresAttached } from './attached.ts'
import { PostgresBlocks } from './blocks.ts'
import { Connection } from './connection.ts'
import { startEmbedded } from './embedded.ts'
import { PostgresGroups } from './groups.ts'
import { PostgresInvites } from './invites.ts'
import { migrate } from './migrate.ts'
import { PostgresServiceKeys } from './service-keys.ts'
import { PostgresStore } from './store.ts'

export async function openDatabase(url: string | null, folder: string, log: Log): Promise<Database> {
  const embedded = url ? undefined : await startEmbedded(folder, log)
  const config = embedded ? embedded.connection : { connectionString: url as string }
  const connection = new Connection(config, async () => embedded?.ensure(), log)
  await connection.use(migrate)
  return {
    store: new PostgresStore(connection),
    accounts: new PostgresAccounts(connection),
    serviceKeys: new PostgresServiceKeys(connection),
    blocks: new PostgresBlocks(connection),
    groups: new PostgresGroups(connection),
    invites: new PostgresInvites(connection),
    attached: new PostgresAttached(connection),
    async close() {
      await connection.close()
      await embedded?.stop()
    },
  }
}
