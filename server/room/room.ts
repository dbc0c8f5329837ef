// One room: its state, and how its news go out. What may be done to it, and by whom, is in the rules.
import { nanoid } from 'nanoid'
import { Frame } from '#protocol/frame.ts'
import type { Cursor } from '#protocol/hello.ts'
import type { Epoch, PersonId, RoomId, Sealed } from '#protocol/id.ts'
import type { ServerMessage } from '#protocol/message.ts'
import { type RefusalCode, refusals } from '#protocol/refusal.ts'
import type { Knocker, Role, RoomState, Settings } from '#protocol/room.ts'
import type { Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Seal } from '../base/seal.ts'
import type { Ended } from '../store/ended.ts'
import { Links } from './links.ts'
import type { Member, Who } from './member.ts'
import { may, type Right, rightsOf, type Standing } from './permission.ts'
import { type RoomRecord, sealRecord } from './record.ts'
import { Roster } from './roster.ts'
import { Standings } from './standings.ts'
import { Talk } from './talk.ts'

/** What every room has from the house it stands in. */
export interface House {
  readonly clock: Clock
  readonly seal: Seal
  readonly ended: Ended
  readonly log: Log
  readonly userLimit: number
  /** The room's public link came, changed or went. */
  relink(room: Room, before: string | undefined): void
  /** Nobody is left in it. */
  emptied(room: Room): void
}

export interface Knock {
  readonly member: Member
  readonly who: Who
  readonly at: number
}

type OutCode = Extract<ServerMessage, { type: 'room.out' }>['code']

export class Room {
  readonly id: RoomId
  readonly epoch = nanoid(10) as Epoch
  readonly created: number
  readonly opened: number
  readonly house: House
  readonly roster = new Roster()
  readonly standings = new Standings()
  readonly talk: Talk
  readonly links: Links
  readonly knocks = new Map<PersonId, Knock>()
  readonly log: Log
  settings: Settings
  rev: number
  /** The revision that it was opened from: a record that knows more than this has news from before a restart. */
  base: number
  #sealed: { token: Sealed; rev: number; at: number } | undefined

  constructor(house: House, record: RoomRecord) {
    this.house = house
    this.id = record.id
    this.created = record.created
    this.opened = house.clock.now()
    this.settings = record.settings
    this.rev = record.rev
    this.base = record.rev
    this.talk = new Talk(record.id)
    this.links = new Links(house.seal, record.id, record)
    this.log = house.log.child({ room: record.id })
    for (const [person, role] of record.roles) this.standings.roles.set(person, role)
    for (const person of record.bans) this.standings.bans.add(person)
  }

  get now(): number {
    return this.house.clock.now()
  }

  standingOf(who: Who): Standing {
    if (who.person.kind === 'operator' || who.person.kind === 'service') return who.person.kind
    return this.roster.role(who.person.id) ?? 'outsider'
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
    for (const member of this.roster.remove(person)) {
      member.send(frame)
      member.out(this.id)
    }
  }

  endKnock(person: PersonId, code?: Extract<RefusalCode, 'room.denied' | 'room.closed'>): void {
    const knock = this.knocks.get(person)
    if (!knock) return
    this.knocks.delete(person)
    this.tellWhoMay('knock.answer', { type: 'knock.gone', room: this.id, person })
    if (!code) return
    knock.member.send(new Frame({ type: 'knock.denied', room: this.id, code, text: refusals[code].text }))
    knock.member.out(this.id)
  }

  /** Something that must hold after a restart has changed: every page gets the new seal. */
  changed(): void {
    this.rev++
    this.tell({ type: 'room.sealed', room: this.id, seal: this.sealed() })
  }

  sealed(maxAge = Number.POSITIVE_INFINITY): Sealed {
    const now = this.now
    if (this.#sealed?.rev !== this.rev || this.#sealed.at + maxAge < now) {
      this.#sealed = { token: sealRecord(this.house.seal, this.record(), now), rev: this.rev, at: now }
    }
    return this.#sealed.token
  }

  record(): RoomRecord {
    const { current: link, made: links, hostNumber: hostLinks } = this.links
    return {
      id: this.id,
      rev: this.rev,
      created: this.created,
      settings: this.settings,
      roles: [...this.standings.roles],
      bans: [...this.standings.bans],
      link,
      links,
      hostLinks,
    }
  }

  /** The room as somebody in it may see it; with a cursor, what he missed. */
  stateFor(who: Who, role: Role, cursor?: Cursor): RoomState {
    const facts = cursor?.epoch === this.epoch ? this.talk.since(cursor.seq) : undefined
    const page = facts ? { more: true } : this.talk.page()
    return {
      id: this.id,
      epoch: this.epoch,
      seq: this.talk.seq,
      settings: this.settings,
      role,
      may: rightsOf(role, who.person.scopes),
      members: this.roster.list(),
      knocks: this.knockersFor(who, role),
      seal: this.sealed(SEAL_AGE),
      ...(facts ? { facts } : {}),
      ...page,
      gap: cursor !== undefined && facts === undefined,
    }
  }

  knockersFor(who: Who, role: Role): Knocker[] {
    if (!may(role, who.person.scopes, 'knock.answer')) return []
    return [...this.knocks.values()].map(knockerOf)
  }
}

/** A seal older than this is made anew before it is handed out. */
const SEAL_AGE = 6 * 3600_000

export const knockerOf = (knock: Knock): Knocker => ({
  person: knock.who.person.id,
  name: knock.who.person.name,
  at: knock.at,
})
