// One room: its state, and how its news go out. What may be done to it, and by whom, is in the rules.
import { nanoid } from 'nanoid'
import type { Message } from '#protocol/chat.ts'
import { Frame } from '#protocol/frame.ts'
import type { Epoch, MessageId, PersonId, RoomId } from '#protocol/id.ts'
import type { ServerMessage } from '#protocol/message.ts'
import { Refusal, type RefusalCode, refusals } from '#protocol/refusal.ts'
import type { Fact, Knocker, Role, Settings } from '#protocol/room.ts'
import type { Log } from '../base/log.ts'
import type { Draft, StoredMember } from '../store/store.ts'
import { changed, isChange } from './change.ts'
import type { House, Kept, Memory } from './house.ts'
import { Invitations } from './invitations.ts'
import { Keeping } from './keeping.ts'
import { Links } from './links.ts'
import { Live } from './live.ts'
import type { Member, Who } from './member.ts'
import { may, type Right, type Standing } from './permission.ts'
import { Reads } from './reads.ts'
import type { RoomRecord } from './record.ts'
import { Roster } from './roster.ts'
import { Shelf } from './shelf.ts'
import { Standings } from './standings.ts'
import { Talk } from './talk.ts'

export interface Knock {
  readonly member: Member
  readonly who: Who
  readonly at: number
}

type OutCode = Extract<ServerMessage, { type: 'room.out' }>['code']

export class Room {
  readonly id: RoomId
  readonly created: number
  readonly opened: number
  readonly house: House
  readonly roster = new Roster()
  readonly standings: Standings
  readonly talk: Talk
  readonly reads: Reads
  readonly shelf: Shelf
  readonly links: Links
  readonly invitations: Invitations
  readonly live: Live
  readonly knocks = new Map<PersonId, Knock>()
  /** Who belongs to it, there or not, once it is kept. */
  readonly belongings = new Map<PersonId, StoredMember>()
  readonly log: Log
  settings: Settings
  /** The message that is kept in sight. */
  pinned: MessageId | null
  /** Null while it has none. */
  name: string | null
  /** On disk, and there when nobody is in it: it has a name, or is a 1:1 room. */
  kept: boolean
  /** The two whose 1:1 room it is. */
  readonly direct: RoomRecord['direct']
  /** While it is given its first name: what comes meanwhile waits. */
  naming: Promise<void> | undefined
  /** It was to be named and it is not known whether that was written. */
  perhapsKept = false
  readonly keeping: Keeping
  /** What is decided and has no number yet. */
  readonly #writing = new Set<Draft>()
  readonly #underway = new Map<string, Promise<unknown>>()

  constructor(house: House, record: RoomRecord, kept?: Kept) {
    this.house = house
    this.id = record.id
    this.created = record.created
    this.opened = house.clock.now()
    this.settings = record.settings
    this.keeping = new Keeping(this, record.rev)
    this.name = kept?.name ?? null
    this.kept = kept !== undefined
    this.direct = record.direct
    this.standings = new Standings(record.direct !== null)
    this.log = house.log.child({ room: record.id })
    this.shelf = new Shelf(this, house.uploads.files, kept?.fileBytes ?? 0)
    const epoch = kept?.epoch ?? (nanoid(10) as Epoch)
    this.talk = new Talk({ room: record.id, epoch, budget: house.budget, shelf: this.shelf }, kept?.recent)
    // Of an unnamed room nothing that was said comes back.
    this.pinned = kept?.pinned?.id ?? null
    if (kept?.pinned) this.talk.hold(kept.pinned)
    for (const member of kept?.members ?? []) this.belongings.set(member.person, member)
    this.reads = new Reads(this, kept?.members ?? [])
    this.links = new Links(house.seal, record)
    this.invitations = new Invitations(this, kept?.expected)
    this.live = new Live(this)
    for (const [person, role] of record.roles) this.standings.roles.set(person, role)
    this.standings.bans.take(record.bans)
  }

  get now(): number {
    return this.house.clock.now()
  }

  standingOf(who: Who): Standing {
    if (who.person.kind === 'operator' || who.person.kind === 'service') return who.person.kind
    return this.roster.role(who.person.id) ?? 'outsider'
  }

  /** He is here, waits or is waited for, belongs here, or has just been here. */
  knows(person: PersonId): boolean {
    const { roster, knocks, belongings, standings, live } = this
    return [roster, knocks, belongings, live].some(one => one.has(person)) || standings.wasLetIn(person)
  }

  /** What somebody whom it knows is called. */
  nameOf(person: PersonId): string | undefined {
    const { roster, knocks, belongings, standings, live } = this
    const there =
      roster.state(person) ?? knocks.get(person)?.who.person ?? belongings.get(person) ?? live.of(person)
    return there?.name ?? standings.nameOf(person)
  }

  tell(message: ServerMessage, except?: PersonId): void {
    this.roster.send(new Frame(message), undefined, except)
  }

  /** To those who may do something about it. */
  tellWhoMay(right: Right, message: ServerMessage): void {
    this.roster.send(new Frame(message), (person, role) => may(role, person.scopes, right))
  }

  tellPerson(person: PersonId, message: ServerMessage): void {
    this.roster.sendTo(person, new Frame(message))
  }

  /** Says to all pages of somebody that the room is over for him, after which nothing more reaches them. */
  turnOut(person: PersonId, code: OutCode): void {
    const frame = new Frame({ type: 'room.out', room: this.id, code, text: refusals[code].text })
    const pages = this.roster.remove(person)
    this.live.happens({ type: 'leave', person, why: 'removed' })
    for (const member of pages) {
      member.send(frame)
      member.out(this.id)
    }
  }

  endKnock(person: PersonId, code?: Extract<RefusalCode, 'room.denied' | 'room.closed'>): void {
    const knock = this.knocks.get(person)
    if (!knock) return
    this.knocks.delete(person)
    this.tellWhoMay('knock.admit', { type: 'knock.gone', room: this.id, person })
    if (!code) return
    knock.member.send(new Frame({ type: 'knock.denied', room: this.id, code, text: refusals[code].text }))
    knock.member.out(this.id)
  }

  get seq(): number {
    return this.talk.seq
  }

  get memory(): Memory {
    if (this.house.memory) return this.house.memory
    throw new Refusal('store.none')
  }

  /** Nobody is in it or at its door, and nothing of it on its way to the disk: it can be forgotten and loaded again. */
  get idle(): boolean {
    const writing = this.#underway.size > 0 || this.#writing.size > 0 || this.naming || this.keeping.unsaved
    return !writing && !this.invitations.busy && this.roster.empty && this.knocks.size === 0
  }

  /** Puts a fact into the log: at once while the room is not kept, else when it is on disk. */
  async write(draft: Draft): Promise<Fact> {
    this.#writing.add(draft)
    try {
      if (this.naming) await this.naming.catch(() => {})
      if (!this.kept) return this.enter(draft, this.seq + 1)
      return await this.memory.writer.add(this, draft)
    } finally {
      this.#writing.delete(draft)
    }
  }

  /** A message as it will be when all is written that is on its way: what is decided now comes after that. */
  foresee(message: Message): Message {
    return [...this.#writing].reduce(
      (now, draft) => (isChange(draft) && draft.message === now.id ? changed(now, draft) : now),
      message,
    )
  }

  /** A fact has its number: from now on everyone knows it. */
  enter(draft: Draft, seq: number): Fact {
    const fact = this.talk.enter(draft, seq)
    this.tell(fact)
    return fact
  }

  /** Something that must hold after a restart has changed. */
  changed(): Promise<void> {
    return this.keeping.changed()
  }

  /** The same work under the same name is done once at a time; who asks meanwhile gets the same result. */
  once<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
    const known = this.#underway.get(name)
    if (known) return known as Promise<Value>
    const promise = work().finally(() => this.#underway.delete(name))
    this.#underway.set(name, promise)
    return promise
  }

  /** Nothing happens in it by itself any more. */
  stop(): void {
    this.reads.stop()
    this.live.stop()
  }

  knockersFor(who: Who, role: Role): Knocker[] {
    if (!may(role, who.person.scopes, 'knock.admit')) return []
    return [...this.knocks.values()].map(knockerOf)
  }
}

export function knockerOf({ who, at }: Knock): Knocker {
  const { id, name, avatar } = who.person
  return { person: id, name, at, ...(avatar ? { avatar } : {}) }
}
