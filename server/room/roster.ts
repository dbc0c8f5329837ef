// Who is in a room. A person is in it once, however many pages he has open; he is away when all of them are.
import type { Frame } from '#protocol/frame.ts'
import type { PersonId, SessionId } from '#protocol/id.ts'
import type { MemberState, Role } from '#protocol/room.ts'
import type { Person } from '../people/person.ts'
import type { Member } from './member.ts'

interface Seat {
  person: Person
  role: Role
  readonly since: number
  /** A page of this person, and whether its connection is lost for now. */
  readonly pages: Map<SessionId, { readonly member: Member; away: boolean }>
}

export class Roster {
  readonly #seats = new Map<PersonId, Seat>()
  #people = 0

  /** People who count; services never do. */
  get people(): number {
    return this.#people
  }

  /** Not even a service is in it. */
  get empty(): boolean {
    return this.#seats.size === 0
  }

  has(person: PersonId): boolean {
    return this.#seats.has(person)
  }

  role(person: PersonId): Role | undefined {
    return this.#seats.get(person)?.role
  }

  setRole(person: PersonId, role: Role): void {
    const seat = this.#seats.get(person)
    if (seat) seat.role = role
  }

  rename(person: Person): void {
    const seat = this.#seats.get(person.id)
    if (seat) seat.person = person
  }

  /** One page of somebody, if that is in the room. */
  page(person: PersonId, session: SessionId): Member | undefined {
    return this.#seats.get(person)?.pages.get(session)?.member
  }

  /** True when the person was not in the room before. */
  enter(person: Person, role: Role, member: Member, now: number): boolean {
    let seat = this.#seats.get(person.id)
    const fresh = !seat
    if (!seat) {
      seat = { person, role, since: now, pages: new Map() }
      this.#seats.set(person.id, seat)
      if (counts(person)) this.#people++
    }
    seat.pages.set(member.id, { member, away: !member.here })
    return fresh
  }

  /** Takes one page away; true when it was the person's last. */
  leave(person: PersonId, member: Member): boolean {
    const seat = this.#seats.get(person)
    if (!seat?.pages.delete(member.id)) return false
    if (seat.pages.size > 0) return false
    this.#drop(seat)
    return true
  }

  /** Takes the whole person away, giving back his pages. */
  remove(person: PersonId): Member[] {
    const seat = this.#seats.get(person)
    if (!seat) return []
    this.#drop(seat)
    return [...seat.pages.values()].map(page => page.member)
  }

  /** True when this changed what others see. */
  setAway(person: PersonId, session: SessionId, away: boolean): boolean {
    const seat = this.#seats.get(person)
    const page = seat?.pages.get(session)
    if (!seat || !page) return false
    const before = isAway(seat)
    page.away = away
    return isAway(seat) !== before
  }

  state(person: PersonId): MemberState | undefined {
    const seat = this.#seats.get(person)
    return seat && stateOf(seat)
  }

  /** Everybody who counts, in the order of coming. */
  list(): MemberState[] {
    return [...this.#seats.values()].filter(seat => counts(seat.person)).map(stateOf)
  }

  send(frame: Frame, to: (person: Person, role: Role) => boolean = () => true, except?: PersonId): void {
    for (const seat of this.#seats.values()) {
      if (seat.person.id === except || !to(seat.person, seat.role)) continue
      for (const page of seat.pages.values()) page.member.send(frame)
    }
  }

  sendTo(person: PersonId, frame: Frame): void {
    for (const page of this.#seats.get(person)?.pages.values() ?? []) page.member.send(frame)
  }

  *everyone(): Generator<{ person: Person; role: Role }> {
    yield* this.#seats.values()
  }

  #drop(seat: Seat): void {
    this.#seats.delete(seat.person.id)
    if (counts(seat.person)) this.#people--
  }
}

export const counts = (person: Person) => person.kind !== 'service'

const isAway = (seat: Seat) => [...seat.pages.values()].every(page => page.away)

function stateOf(seat: Seat): MemberState {
  const { id, name, kind, avatar } = seat.person
  const { role, since } = seat
  return { person: id, name, kind, role, since, away: isAway(seat), ...(avatar ? { avatar } : {}) }
}
