// The invites of unnamed rooms: in memory only, and gone with their room or the server.
import type { InviteId, PersonId, RoomId } from '#protocol/id.ts'
import { PUBLIC } from '#protocol/public.ts'
import {
  type Guest,
  type Invites,
  type KeptInvite,
  type KeptInvites,
  type Lists,
  MOST_INVITES,
  MOST_NAMED,
  MOST_SHOWN,
  MOST_USES_KEPT,
  type Pass,
  type Revoked,
  type Spending,
  type Use,
  type Waiting,
} from '../store/invites.ts'

type Invite = { -readonly [Field in keyof KeptInvite]: KeptInvite[Field] }

interface Book {
  readonly invites: Map<InviteId, Invite>
  /** Who came by which, oldest first; turned out or not. */
  readonly uses: Map<InviteId, Map<PersonId, Use>>
}

export class UnkeptInvites implements Invites {
  readonly #books = new Map<RoomId, Book>()
  readonly #byHash = new Map<string, Invite>()
  readonly #byPerson = new Map<PersonId, Set<Invite>>()

  async add(invite: KeptInvite): Promise<boolean> {
    const book = this.#open(invite.room)
    if (book.invites.size >= MOST_INVITES)
      this.#drop([...book.invites.values()].find(one => !isOpen(one, invite.at)))
    if (book.invites.size >= MOST_INVITES) return false
    const own = { ...invite }
    book.invites.set(own.id, own)
    this.#byHash.set(own.hash.toString('hex'), own)
    if (own.person) this.#byPerson.set(own.person, (this.#byPerson.get(own.person) ?? new Set()).add(own))
    return true
  }

  async find(hash: Buffer, person: PersonId, now: number): Promise<Pass | undefined> {
    const invite = this.#byHash.get(hash.toString('hex'))
    return invite && (this.#hasCome(invite, person) || isOpenTo(invite, person, now))
      ? passOf(invite)
      : undefined
  }

  async spend(room: RoomId, id: InviteId, guest: Guest, now: number): Promise<Spending> {
    const invite = this.#books.get(room)?.invites.get(id)
    if (invite && this.#hasCome(invite, guest.person)) return 'again'
    if (!invite || !isOpenTo(invite, guest.person, now)) return 'gone'
    if (invite.left !== null) invite.left--
    this.#note(room, id, guest, now, invite.uses ?? MOST_USES_KEPT)
    return 'spent'
  }

  async came(room: RoomId, guest: Guest, now: number): Promise<void> {
    const before = this.#books.get(room)?.uses.get(PUBLIC)?.get(guest.person)
    if (!before || before.out) this.#note(room, PUBLIC, guest, now, MOST_USES_KEPT)
  }

  async list(room: RoomId): Promise<Lists> {
    const { invites, uses } = this.#books.get(room) ?? EMPTY
    const count = (id: InviteId) => uses.get(id)?.size ?? 0
    const listed = [...invites.values()].map(({ room: _, hash: __, ...rest }) => ({
      ...rest,
      count: count(rest.id),
    }))
    const newest = [...uses.values()].flatMap(of => [...of.values()]).sort((one, other) => other.at - one.at)
    return { invites: listed.reverse(), publicCount: count(PUBLIC), uses: newest.slice(0, MOST_NAMED) }
  }

  async revoke(room: RoomId, id: InviteId, by?: PersonId): Promise<Revoked | undefined> {
    const invite = this.#books.get(room)?.invites.get(id)
    if (!invite || (by && invite.by !== by)) return undefined
    const came = this.#whoCame(room, id)
    this.#drop(invite)
    return { person: invite.person, came }
  }

  async forgetPublic(room: RoomId): Promise<readonly PersonId[]> {
    const came = this.#whoCame(room, PUBLIC)
    this.#books.get(room)?.uses.delete(PUBLIC)
    return came
  }

  async decline(room: RoomId, id: InviteId, person: PersonId): Promise<boolean> {
    const invite = this.#books.get(room)?.invites.get(id)
    if (invite?.person !== person || invite.left === 0) return false
    this.#drop(invite)
    return true
  }

  async turnedOut(room: RoomId, person: PersonId): Promise<void> {
    const { invites, uses } = this.#books.get(room) ?? EMPTY
    for (const of of uses.values()) {
      const use = of.get(person)
      if (use) of.set(person, { ...use, out: true })
    }
    for (const invite of invites.values())
      if (invite.person === person && invite.left !== 0) this.#drop(invite)
  }

  async expected(room: RoomId) {
    const invites = [...(this.#books.get(room)?.invites.values() ?? [])]
    return invites.flatMap(one =>
      one.person && one.left !== 0 ? { ...passOf(one), person: one.person } : [],
    )
  }

  async of(person: PersonId, now: number): Promise<readonly Waiting[]> {
    const open = [...(this.#byPerson.get(person) ?? [])].filter(invite => isOpen(invite, now))
    return open
      .slice(-MOST_SHOWN)
      .reverse()
      .map(({ room, id, name, at }) => ({ room, id, roomName: null, by: name, at }))
  }

  /** All of a room, for the memory that it gets with its name. */
  all(room: RoomId): KeptInvites {
    const { invites, uses } = this.#books.get(room) ?? EMPTY
    return { invites: [...invites.values()], uses: [...uses.values()].flatMap(of => [...of.values()]) }
  }

  /** The room is gone, or has its invites elsewhere now. */
  release(room: RoomId): void {
    for (const invite of this.#books.get(room)?.invites.values() ?? []) this.#drop(invite)
    this.#books.delete(room)
  }

  #open(room: RoomId): Book {
    const book = this.#books.get(room) ?? { invites: new Map(), uses: new Map() }
    this.#books.set(room, book)
    return book
  }

  #note(room: RoomId, id: InviteId, { person, name }: Guest, at: number, most: number): void {
    const { uses } = this.#open(room)
    const of = uses.get(id) ?? new Map<PersonId, Use>()
    of.delete(person)
    uses.set(id, of.set(person, { invite: id, person, name, at, out: false }))
    const [oldest] = of.keys()
    if (of.size > most && oldest) of.delete(oldest)
  }

  #hasCome({ room, id }: Invite, person: PersonId): boolean {
    return this.#books.get(room)?.uses.get(id)?.get(person)?.out === false
  }

  #whoCame(room: RoomId, id: InviteId): PersonId[] {
    const uses = [...(this.#books.get(room)?.uses.get(id)?.values() ?? [])]
    return uses.flatMap(({ person, out }) => (out ? [] : person))
  }

  #drop(invite: Invite | undefined): void {
    if (!invite) return
    const book = this.#books.get(invite.room)
    book?.invites.delete(invite.id)
    book?.uses.delete(invite.id)
    this.#byHash.delete(invite.hash.toString('hex'))
    const theirs = invite.person ? this.#byPerson.get(invite.person) : undefined
    theirs?.delete(invite)
    if (invite.person && theirs?.size === 0) this.#byPerson.delete(invite.person)
  }
}

const EMPTY: Book = { invites: new Map(), uses: new Map() }

const isOpen = ({ left, expires }: Invite, now: number) => left !== 0 && (expires === null || expires > now)
const isOpenTo = (invite: Invite, person: PersonId, now: number) =>
  isOpen(invite, now) && (invite.person === null || invite.person === person)

const passOf = ({ room, id, role, person, expires }: Invite): Pass => ({
  ...{ room, id, role, expires },
  direct: person !== null,
})
