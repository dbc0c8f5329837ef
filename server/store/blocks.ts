// The port of what is kept of blocks: who has blocked whom.
import type { PersonId } from '#protocol/id.ts'

export interface Block {
  readonly by: PersonId
  readonly person: PersonId
}

export interface BlockStore {
  all(): Promise<Block[]>
  add(block: Block, at: number): Promise<void>
  lift(block: Block): Promise<void>
}
