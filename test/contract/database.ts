// What every database must do, whatever it is made of: all the suites, each on what it is about.
import type { Database } from '../../server/store/database.ts'
import { accountsContract } from './accounts.ts'
import { attachedContract } from './attached.ts'
import { circleContract } from './circle.ts'
import { invitesContract } from './invites.ts'
import { searchContract } from './search.ts'
import { serviceKeysContract } from './service-keys.ts'
import { named, storeContract } from './store.ts'

export function databaseContract(open: () => Database): void {
  storeContract(() => open().store)
  searchContract(() => open().store)
  accountsContract(() => open().accounts)
  serviceKeysContract(() => open().serviceKeys)
  invitesContract(
    () => open().invites,
    async () => (await named(open().store)).room,
  )
  attachedContract(open)
  circleContract(open)
}
