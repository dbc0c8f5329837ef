// Groups of accounts, made by the owner of the server. All of them are in memory, and on disk first.
import { nanoid } from 'nanoid'
import type { GroupId, PersonId } from '#protocol/id.ts'
import { Refusal } from '#protocol/refusal.ts'
import { Lanes } from '../base/lane.ts'
import type { GroupStore, StoredGroup } from '../store/groups.ts'
import { Twice } from '../store/store.ts'

const MOST = 200
const MOST_MEMBERS = 1000

/** What others may ask of groups, wherever those are kept. */
export interface Groups {
  all(): Group[]
  find(id: GroupId): Group | undefined
  /** Those that this person is in. */
  of(person: PersonId): Group[]
}

export interface Group {
  readonly id: GroupId
  readonly name: string
  readonly members: ReadonlySet<PersonId>
}

interface Known {
  readonly id: GroupId
  name: string
  readonly members: Set<PersonId>
}

export class LocalGroups implements Groups {
  readonly #store: GroupStore | undefined
  readonly #groups = new Map<GroupId, Known>()
  readonly #lanes = new Lanes()

  constructor(store: GroupStore | undefined, known: readonly StoredGroup[]) {
    this.#store = store
    for (const { id, name, members } of known) this.#groups.set(id, { id, name, members: new Set(members) })
  }

  all(): Group[] {
    return [...this.#groups.values()].sort((one, other) => (one.name < other.name ? -1 : 1))
  }

  find(id: GroupId): Group | undefined {
    return this.#groups.get(id)
  }

  of(person: PersonId): Group[] {
    return this.all().filter(({ members }) => members.has(person))
  }

  make(name: string, now: number): Promise<GroupId> {
    const id = nanoid(12) as GroupId
    return this.#inTurn(async store => {
      if (this.#groups.size >= MOST) throw new Refusal('groups.many')
      await store.make(id, name, now).catch(taken)
      this.#groups.set(id, { id, name, members: new Set() })
      return id
    })
  }

  rename(id: GroupId, name: string): Promise<void> {
    return this.#inTurn(async store => {
      const group = this.#the(id)
      await store.rename(id, name).catch(taken)
      group.name = name
    })
  }

  remove(id: GroupId): Promise<void> {
    return this.#inTurn(async store => {
      this.#the(id)
      await store.remove(id)
      this.#groups.delete(id)
    })
  }

  add(id: GroupId, person: PersonId): Promise<void> {
    return this.#inTurn(async store => {
      const { members } = this.#the(id)
      if (members.size >= MOST_MEMBERS && !members.has(person)) throw new Refusal('groups.many')
      await store.add(id, person)
      members.add(person)
    })
  }

  drop(id: GroupId, person: PersonId): Promise<void> {
    return this.#inTurn(async store => {
      const { members } = this.#the(id)
      if (!members.has(person)) throw new Refusal('person.unknown')
      await store.drop(id, person)
      members.delete(person)
    })
  }

  #the(id: GroupId): Known {
    const group = this.#groups.get(id)
    if (group) return group
    throw new Refusal('group.gone')
  }

  async #inTurn<Value>(work: (store: GroupStore) => Promise<Value>): Promise<Value> {
    const store = this.#store
    if (!store) throw new Refusal('store.none')
    return this.#lanes.run('groups', () => work(store))
  }
}

function taken(error: unknown): never {
  throw error instanceof Twice ? new Refusal('group.taken') : error
}
