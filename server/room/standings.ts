// Who is what in a room, also while he is not there: given roles, bans, and those who were let in once.
import type { PersonId } from '#protocol/id.ts'
import type { Role } from '#protocol/room.ts'
import type { Person } from '../people/person.ts'

const REMEMBERED = 1000

export class Standings {
  readonly roles = new Map<PersonId, Role>()
  readonly bans = new Set<PersonId>()
  /** Those that came with the record, as against those made since. */
  readonly #oldBans = new Set<PersonId>()
  readonly #letIn = new Set<PersonId>()
  readonly #direct: boolean

  constructor(direct: boolean) {
    this.#direct = direct
  }

  takeBans(bans: readonly PersonId[]): void {
    for (const person of bans) {
      this.bans.add(person)
      this.#oldBans.add(person)
    }
  }

  forgetOldBans(): void {
    for (const person of this.#oldBans) this.bans.delete(person)
    this.#oldBans.clear()
  }

  ban(person: PersonId): void {
    this.bans.add(person)
    this.#oldBans.delete(person)
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

  letIn(person: PersonId): void {
    this.#letIn.delete(person)
    this.#letIn.add(person)
    const [oldest] = this.#letIn
    if (this.#letIn.size > REMEMBERED && oldest) this.#letIn.delete(oldest)
  }

  wasLetIn(person: PersonId): boolean {
    return this.#letIn.has(person)
  }

  turnOut(person: PersonId): void {
    this.#letIn.delete(person)
    this.roles.delete(person)
  }

  get owners(): number {
    return [...this.roles.values()].filter(role => role === 'owner').length
  }
}
