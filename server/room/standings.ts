// Who is what in a room, also while he is not there: given roles, bans, and those who were let in once.
import type { PersonId } from '#protocol/id.ts'
import type { Role } from '#protocol/room.ts'
import type { Person } from '../people/person.ts'
import { Bans } from './bans.ts'

const REMEMBERED = 1000

export class Standings {
  readonly roles = new Map<PersonId, Role>()
  readonly bans = new Bans()
  /** With their names. */
  readonly #letIn = new Map<PersonId, string>()
  readonly #direct: boolean

  constructor(direct: boolean) {
    this.#direct = direct
  }

  /** The role in which somebody comes in. */
  roleOf(person: Person): Role {
    if (person.kind === 'service') return 'service'
    if (this.#direct) return 'partner'
    const given = this.roles.get(person.id)
    if (given === 'owner') return given
    if (person.trusted) return 'admin'
    return given ?? (person.kind === 'account' ? 'member' : 'guest')
  }

  letIn({ id, name }: Person): void {
    this.#letIn.delete(id)
    this.#letIn.set(id, name)
    const [oldest] = this.#letIn.keys()
    if (this.#letIn.size > REMEMBERED && oldest) this.#letIn.delete(oldest)
  }

  wasLetIn(person: PersonId): boolean {
    return this.#letIn.has(person)
  }

  /** What somebody is called who was let in. */
  nameOf(person: PersonId): string | undefined {
    return this.#letIn.get(person)
  }

  turnOut(person: PersonId): void {
    this.#letIn.delete(person)
    this.roles.delete(person)
  }

  get owners(): number {
    return [...this.roles.values()].filter(role => role === 'owner').length
  }
}
