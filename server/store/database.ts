// All that is kept, each port by its name, over one set of connections.
import type { Store } from './store.ts'

export interface Database {
  readonly store: Store
  close(): Promise<void>
}
