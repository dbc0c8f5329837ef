// Whom somebody knows: accounts that share a room that is kept, or a group, with him. Nobody else is shown to him,
// found by him or written to by him. Who has blocked him is not found by him.
import type { GroupId, PersonId } from '#protocol/id.ts'
import { wordsOf } from '#protocol/words.ts'
import type { Account } from '../store/accounts.ts'
import type { Store } from '../store/store.ts'
import type { Blocks } from './blocks.ts'
import type { Directory } from './directory.ts'
import type { Group, Groups } from './groups.ts'
import type { Person } from './person.ts'

const MOST_FOUND = 20

interface Parts {
  readonly directory: Directory
  readonly groups: Groups
  readonly blocks: Blocks
  readonly store: Pick<Store, 'roommates' | 'shareRoom'> | undefined
}

export class Circle {
  readonly #parts: Parts
  /** Cut up once for each account as it is, and forgotten with it. */
  readonly #words = new WeakMap<Account, readonly string[]>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  find(person: PersonId): Account | undefined {
    return this.#parts.directory.find(person)
  }

  blocks(by: PersonId, person: PersonId): boolean {
    return this.#parts.blocks.has(by, person)
  }

  /** The groups that are shown to somebody: the owner of the server sees all of them. */
  groupsOf({ id, trusted }: Person): Group[] {
    const { groups } = this.#parts
    return trusted ? groups.all() : groups.of(id)
  }

  sees(person: Person, group: GroupId): boolean {
    return this.groupsOf(person).some(({ id }) => id === group)
  }

  /** Those that call him when they are called. */
  groupsWith(person: PersonId): GroupId[] {
    return this.#parts.groups.of(person).map(({ id }) => id)
  }

  /** The owner of the server knows everybody. */
  async knows(person: Person, other: PersonId): Promise<boolean> {
    const { groups, store } = this.#parts
    if (other === person.id || !this.find(other)) return false
    if (person.trusted || groups.of(person.id).some(({ members }) => members.has(other))) return true
    return (await store?.shareRoom(person.id, other)) ?? false
  }

  /** What it takes depends on whom he knows, and on nobody else. */
  async search(person: Person, text: string): Promise<Account[]> {
    const wanted = wordsOf(text)
    const found = (await this.#known(person)).filter(account => {
      const words = this.#wordsOf(account)
      return wanted.every(want => words.some(word => word.startsWith(want)))
    })
    const blocked = (id: PersonId) => this.blocks(id, person.id)
    const shown = found.filter(({ id }) => id !== person.id && !blocked(id))
    return shown.sort((one, other) => this.#compare(one, other)).slice(0, MOST_FOUND)
  }

  async #known(person: Person): Promise<Account[]> {
    const { directory, groups, store } = this.#parts
    if (person.trusted) return directory.list()
    const ids = new Set(await store?.roommates(person.id))
    for (const { members } of groups.of(person.id)) for (const id of members) ids.add(id)
    return [...ids].flatMap(id => directory.find(id) ?? [])
  }

  #wordsOf(account: Account): readonly string[] {
    const known = this.#words.get(account)
    if (known) return known
    const words = wordsOf(account.name)
    this.#words.set(account, words)
    return words
  }

  #compare(one: Account, other: Account): number {
    const [a, b] = [one, other].map(account => this.#wordsOf(account).join(' '))
    return (a ?? '') < (b ?? '') ? -1 : 1
  }
}
