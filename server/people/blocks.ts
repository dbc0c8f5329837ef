// Who has blocked whom. All of it is in memory, because it is asked about every word between two, and on disk first.
import type { PersonId } from '#protocol/id.ts'
import { Refusal } from '#protocol/refusal.ts'
import { Lanes } from '../base/lane.ts'
import type { Block, BlockStore } from '../store/blocks.ts'

/** More than anybody means, and little enough to be held for everybody. */
const MOST = 1000

export class Blocks {
  readonly #store: BlockStore | undefined
  readonly #blocked = new Map<PersonId, Set<PersonId>>()
  readonly #lanes = new Lanes()

  constructor(store: BlockStore | undefined, known: readonly Block[]) {
    this.#store = store
    for (const { by, person } of known) this.#of(by).add(person)
  }

  has(by: PersonId, person: PersonId): boolean {
    return this.#blocked.get(by)?.has(person) ?? false
  }

  /** The newest last. */
  of(by: PersonId): PersonId[] {
    return [...(this.#blocked.get(by) ?? [])]
  }

  add(block: Block, now: number): Promise<void> {
    return this.#inTurn(block, async store => {
      const people = this.#of(block.by)
      if (people.size >= MOST && !people.has(block.person)) throw new Refusal('blocks.many')
      await store.add(block, now)
      people.add(block.person)
    })
  }

  lift(block: Block): Promise<void> {
    return this.#inTurn(block, async store => {
      await store.lift(block)
      this.#of(block.by).delete(block.person)
    })
  }

  async #inTurn({ by }: Block, work: (store: BlockStore) => Promise<void>): Promise<void> {
    const store = this.#store
    if (!store) throw new Refusal('store.none')
    await this.#lanes.run(by, () => work(store))
  }

  #of(by: PersonId): Set<PersonId> {
    const people = this.#blocked.get(by) ?? new Set()
    this.#blocked.set(by, people)
    return people
  }
}
