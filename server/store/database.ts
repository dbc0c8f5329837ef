// All that is kept, each port by its name, over one set of connections.
import type { Accounts } from './accounts.ts'
import type { Attached } from './attached.ts'
import type { BlockStore } from './blocks.ts'
import type { GroupStore } from './groups.ts'
import type { Invites } from './invites.ts'
import type { ServiceKeys } from './service-keys.ts'
import type { Store } from './store.ts'

export interface Database {
  readonly store: Store
  readonly accounts: Accounts
  readonly serviceKeys: ServiceKeys
  readonly blocks: BlockStore
  readonly groups: GroupStore
  readonly invites: Invites
  readonly attached: Attached
  close(): Promise<void>
}
