// What a room knows of its invites, beside where they are kept: who is on his way in by one, and whom it waits for.
import type { InviteId, PersonId } from '#protocol/id.ts'
import { Refusal } from '#protocol/refusal.ts'
import type { Person } from '../people/person.ts'
import type { Invites, KeptInvite, Pass, Spending } from '../store/invites.ts'
import type { Room } from './room.ts'
import { counts } from './roster.ts'

/** Kept for somebody while his invite is being spent: nobody else gets it, and who turns him out takes it away. */
export interface Seat {
  readonly person: Person
  kept: boolean
}

export class Invitations {
  readonly #room: Room
  readonly #waitedFor = new Map<PersonId, Pass>()
  readonly #seats = new Set<Seat>()
  /** Turned out, but what is kept does not say so yet. */
  readonly #owed = new Set<PersonId>()
  #working = 0
  #over = false

  constructor(room: Room, expected: readonly (Pass & { person: PersonId })[] = []) {
    this.#room = room
    for (const { person, ...pass } of expected) this.#waitedFor.set(person, pass)
  }

  get busy(): boolean {
    return this.#working > 0 || this.#seats.size > 0
  }

  /** How many are on their way in, and count. */
  get onTheWay(): number {
    const { roster } = this.#room
    const coming = [...this.#seats].filter(
      ({ person, kept }) => kept && counts(person) && !roster.has(person.id),
    )
    return new Set(coming.map(({ person }) => person.id)).size
  }

  keepSeat(person: Person): Seat {
    const seat = { person, kept: true }
    this.#seats.add(seat)
    return seat
  }

  freeSeat(seat: Seat): void {
    this.#seats.delete(seat)
  }

  /** An invitation to him that still holds. */
  to(person: PersonId): Pass | undefined {
    const pass = this.#waitedFor.get(person)
    return pass && (pass.expires === null || pass.expires > this.#room.now) ? pass : undefined
  }

  async make(invite: KeptInvite): Promise<boolean> {
    const { person, role, id, expires } = invite
    const before = person && this.#waitedFor.get(person)
    if (before) await this.revoke(before.id)
    if (!(await this.#kept(invites => invites.add(invite)))) return false
    if (person) this.#waitFor(person, { room: this.#room.id, id, role, expires, direct: true }, invite)
    return true
  }

  async spend(pass: Pass, { id: person, name }: Person): Promise<Spending> {
    if (this.#owed.has(person)) await this.#settle(person)
    const { id, now } = this.#room
    const spending = await this.#kept(invites => invites.spend(id, pass.id, { person, name }, now))
    if (pass.direct) this.#waitNoMore(person, pass.id)
    return spending
  }

  /** Nobody waits for the disk to come in. */
  came({ id: person, name }: Person): void {
    const { id, now, log } = this.#room
    this.#kept(invites => invites.came(id, { person, name }, now)).catch(error =>
      log.warn({ err: error }, 'who came by the public link was not kept'),
    )
  }

  list() {
    return this.#kept(invites => invites.list(this.#room.id))
  }

  async revoke(id: InviteId, by?: PersonId) {
    const revoked = await this.#kept(invites => invites.revoke(this.#room.id, id, by))
    if (revoked?.person) this.#waitNoMore(revoked.person, id)
    return revoked
  }

  forgetPublic() {
    return this.#kept(invites => invites.forgetPublic(this.#room.id))
  }

  async decline(id: InviteId, person: PersonId): Promise<boolean> {
    const declined = await this.#kept(invites => invites.decline(this.#room.id, id, person))
    if (declined) this.#waitNoMore(person, id)
    return declined
  }

  /** What he came by lets him in no more. Done when that is kept, or has been tried. */
  async turnedOut(person: PersonId): Promise<void> {
    for (const seat of this.#seats) if (seat.person.id === person) seat.kept = false
    const waiting = this.#waitedFor.get(person)
    if (waiting) this.#waitNoMore(person, waiting.id)
    this.#owed.add(person)
    const failed = (error: unknown) =>
      this.#room.log.warn({ err: error }, 'the invite of somebody turned out is tried again when he comes')
    await this.#settle(person).catch(failed)
  }

  /** The room is gone. */
  end(): void {
    this.#over = true
    for (const seat of this.#seats) seat.kept = false
    for (const [person, { id }] of this.#waitedFor) this.#waitNoMore(person, id)
    this.#room.house.unkept.release(this.#room.id)
  }

  #settle(person: PersonId): Promise<void> {
    return this.#room.once(`out ${person}`, async () => {
      await this.#kept(invites => invites.turnedOut(this.#room.id, person))
      this.#owed.delete(person)
    })
  }

  #waitFor(person: PersonId, pass: Pass, { name: by, at }: KeptInvite): void {
    const { id: room, name, settings, house } = this.#room
    this.#waitedFor.set(person, pass)
    house.tellPerson(person, { type: 'invite.came', room, id: pass.id, name: name ?? settings.topic, by, at })
  }

  #waitNoMore(person: PersonId, id: InviteId): void {
    if (this.#waitedFor.get(person)?.id !== id) return
    this.#waitedFor.delete(person)
    this.#room.house.tellPerson(person, { type: 'invite.gone', room: this.#room.id, id })
  }

  /** Where they are kept now: while the room gets its name, that is not decided. */
  async #kept<Value>(work: (invites: Invites) => Promise<Value>): Promise<Value> {
    this.#working++
    try {
      const room = this.#room
      if (room.naming) await room.naming.catch(() => {})
      if (this.#over) throw new Refusal('room.gone')
      return await work(room.kept ? room.memory.invites : room.house.unkept)
    } finally {
      this.#working--
    }
  }
}
