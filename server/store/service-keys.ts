// The port of the keys that programs come with. The key itself is never kept.
import type { Scope } from '#protocol/server.ts'

export interface StoredKey {
  readonly name: string
  readonly hash: string
  readonly scopes: readonly Scope[]
  readonly madeAt: number
}

export interface ServiceKeys {
  load(): Promise<StoredKey[]>
  add(key: StoredKey): Promise<void>
  remove(name: string): Promise<void>
}
