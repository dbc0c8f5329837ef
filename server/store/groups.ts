// The port of what is kept of local groups.
import type { GroupId, PersonId } from '#protocol/id.ts'

export interface StoredGroup {
  readonly id: GroupId
  readonly name: string
  readonly members: readonly PersonId[]
}

export interface GroupStore {
  all(): Promise<StoredGroup[]>
  /** Fails with `Twice` when another one has this name; so does `rename`. */
  make(id: GroupId, name: string, at: number): Promise<void>
  rename(id: GroupId, name: string): Promise<void>
  remove(id: GroupId): Promise<void>
  add(id: GroupId, person: PersonId): Promise<void>
  drop(id: GroupId, person: PersonId): Promise<void>
}
