// All rooms of this server, and the one door into them: `ask`.
import type { InviteToken, PersonId, RoomId, SessionId } from '#protocol/id.ts'
import type { Result } from '#protocol/message.ts'
import { Refusal } from '#protocol/refusal.ts'
import { type Clock, every } from '../base/clock.ts'
import { Lanes } from '../base/lane.ts'
import type { Log } from '../base/log.ts'
import type { Seal } from '../base/seal.ts'
import type { Person } from '../people/person.ts'
import type { Ended } from '../store/ended.ts'
import { asRefusal, failAsRefusal } from '../store/trouble.ts'
import { Budget } from './budget.ts'
import type { Command, CommandOf, CommandType, Reply, Way } from './command.ts'
import { assertPartner, assertWelcome, direct } from './direct.ts'
import { Front } from './front.ts'
import type { House, Kept, Memory } from './house.ts'
import { invitePath, linkHash, openHostLink } from './links.ts'
import { load } from './loading.ts'
import type { Who } from './member.ts'
import { mineOf } from './mine.ts'
import { may, permissions, permit, permitOutside, type Right, standingOutside } from './permission.ts'
import { emptyRecord, openRecord, type RoomRecord } from './record.ts'
import { Room } from './room.ts'
import { type InRoom, rules } from './rules.ts'
import type { Seat } from './seat.ts'
import { UnkeptInvites } from './unkept.ts'
import type { Uploads } from './uploads.ts'

/** How long a room that nobody has entered yet waits for the first. */
const UNVISITED = 3600_000
const SWEEP = 60_000

export interface RoomsSettings {
  readonly create: 'anyone' | 'accounts'
  readonly most: number
  readonly userLimit: number
}

/** A room, and what of the way there counts at its door. */
export interface Found {
  readonly room: RoomId
  readonly way: Way
}

type Given = 'clock' | 'seal' | 'ended' | 'log' | 'uploads' | 'memory' | 'people' | 'calls' | 'tellPerson'
type Parts = Pick<House, Given>

export class Rooms implements House {
  readonly clock: Clock
  readonly seal: Seal
  readonly ended: Ended
  readonly log: Log
  readonly userLimit: number
  readonly memory: Memory | undefined
  readonly unkept = new UnkeptInvites()
  readonly people: House['people']
  readonly calls: House['calls']
  readonly tellPerson: House['tellPerson']
  readonly budget = new Budget()
  readonly lanes = new Lanes()
  readonly uploads: Uploads
  readonly #settings: RoomsSettings
  readonly #rooms = new Map<RoomId, Room>()
  readonly #loading = new Map<RoomId, Promise<Room | undefined>>()
  readonly #links = new Map<string, RoomId>()
  readonly #front: Front
  readonly #stop: () => void

  constructor(
    settings: RoomsSettings,
    { clock, seal, ended, log, memory, uploads, people, calls, tellPerson }: Parts,
  ) {
    this.calls = calls
    this.uploads = uploads
    this.tellPerson = tellPerson
    this.memory = memory
    this.people = people
    this.clock = clock
    this.seal = seal
    this.ended = ended
    this.log = log
    this.userLimit = settings.userLimit
    this.#settings = settings
    this.#front = new Front(seal)
    this.#stop = every(clock, SWEEP, () => this.#sweep())
  }

  close(): void {
    this.#stop()
    for (const room of this.#rooms.values()) room.stop()
  }

  /** The only way in. Whatever may be asked of a room is asked here, by whomever and from wherever. */
  async ask<T extends CommandType>(id: RoomId, who: Who, command: Command & { type: T }): Promise<Reply<T>> {
    if (command.type === 'room.create')
      return this.#create(id, who, command as CommandOf<'room.create'>) as Reply<T>
    const room = this.#rooms.get(id) ?? this.#reopen(id, command) ?? (await this.#fetch(id, who, command))
    if (!room) return (this.#front.look(id, command) ?? nobodyThere()) as Reply<T>
    if (room.standings.bans.has(who.person.id) && !room.roster.has(who.person.id))
      throw new Refusal('room.banned')
    assertPartner(room, who)
    if (Object.hasOwn(permissions, command.type)) {
      permit(room.standingOf(who), who.person.scopes, command.type as Right)
    }
    assertWelcome(room, who, command.type)
    const rule = rules[command.type as InRoom] as (
      room: Room,
      who: Who,
      command: Command,
    ) => Promise<Reply<T>>
    try {
      return await rule(room, who, command)
    } catch (error) {
      throw asRefusal(error)
    }
  }

  /** Which room a way leads this person to. Opens nothing and spends nothing. */
  async find({ room, invite, host }: Way & { room?: RoomId }, person: PersonId): Promise<Found | undefined> {
    if (room) return { room, way: {} }
    if (invite) return this.#findByLink(invite, person)
    const opened = host && openHostLink(this.seal, host, this.clock.now())
    return opened && { room: opened.room, way: { host } }
  }

  async #findByLink(invite: InviteToken, person: PersonId): Promise<Found | undefined> {
    const { id, token } = this.#front
    const known = this.#links.get(invite) ?? (invite === token && !this.#rooms.has(id) ? id : undefined)
    if (known) return { room: known, way: { invite } }
    const hash = linkHash(invite)
    const now = this.clock.now()
    const unkept = await this.unkept.find(hash, person, now)
    if (unkept) return { room: unkept.room, way: { invite, pass: unkept } }
    const named = await this.memory?.store.roomOfLink(hash).catch(failAsRefusal)
    if (named) return { room: named, way: { invite } }
    const pass = await this.memory?.invites.find(hash, person, now).catch(failAsRefusal)
    return pass && { room: pass.room, way: { invite, pass } }
  }

  /** The room of somebody and another account, made when there is none. */
  direct(who: Who, other: PersonId): Promise<Result<'room.direct'>> {
    return direct(this, who, other)
  }

  /** The rooms that somebody belongs to, and where he is invited to. */
  mine({ person }: Who): Promise<Result<'room.mine'>> {
    return mineOf(this, this.#rooms, person.id)
  }

  /** Those open ones where somebody is, waits, belongs or has a role. */
  knowing(person: PersonId): Room[] {
    return [...this.#rooms.values()].filter(room => room.knows(person) || room.standings.roles.has(person))
  }

  /** Where this page is in a call. */
  seatsOf(session: SessionId, rooms: Iterable<RoomId>): Seat[] {
    return [...rooms].flatMap(id => this.#rooms.get(id)?.live.seatFor(session) ?? [])
  }

  /** The link that the server prints: to a room that is there whenever somebody comes. */
  frontPath(): string {
    return this.#front.path
  }

  get size(): number {
    return this.#rooms.size
  }

  list() {
    return [...this.#rooms.values()].map(room => ({
      room: room.id,
      name: room.name,
      topic: room.settings.topic,
      count: room.roster.people,
      since: room.created,
    }))
  }

  relink(room: Room, before: string | undefined): void {
    if (before) this.#links.delete(before)
    if (room.links.token) this.#links.set(room.links.token, room.id)
  }

  /** The last one left: an unnamed room and all that was said in it are gone, and no old token brings it back. */
  emptied(room: Room): void {
    // One that is kept is forgotten by the next sweep.
    if (this.#rooms.get(room.id) !== room || room.kept || room.naming) return
    for (const person of room.knocks.keys()) room.endKnock(person, 'room.closed')
    room.invitations.end()
    this.#forget(room)
    this.uploads.endRoom(room.id)
    this.ended.mark(room.id, this.clock.now())
    if (room.perhapsKept) this.#burn(room)
    room.log.info('purged')
  }

  mayCreate(person: Person): boolean {
    const open = person.kind !== 'guest' || this.#settings.create === 'anyone'
    return open && may(standingOutside(person), person.scopes, 'room.create')
  }

  #create(id: RoomId, who: Who, { topic = '' }: CommandOf<'room.create'>): Reply<'room.create'> {
    const { kind } = who.person
    permitOutside(who.person, 'room.create')
    if (kind === 'guest' && this.#settings.create === 'accounts') throw new Refusal('rooms.accounts')
    const roles: RoomRecord['roles'] = kind === 'service' ? [] : [[who.person.id, 'owner']]
    const empty = emptyRecord(id, this.clock.now())
    const room = this.#open({ ...empty, settings: { ...empty.settings, topic }, roles })
    return { room: id, link: invitePath(room.links.make()), host: room.links.hostPath(this.clock.now()) }
  }

  #open(record: RoomRecord, kept?: Kept): Room {
    if (this.#rooms.size >= this.#settings.most) throw new Refusal('server.full')
    const room = new Room(this, record, kept)
    this.#rooms.set(room.id, room)
    this.relink(room, undefined)
    room.log.info('opened')
    return room
  }

  /** After a restart the first who returns brings the room back. A seal is proof that it has no name: no need to ask. */
  #reopen(id: RoomId, command: Command): Room | undefined {
    if (command.type !== 'member.back' || !command.cursor?.seal) return undefined
    const sealed = openRecord(this.seal, command.cursor.seal, this.clock.now())
    if (sealed?.record.id !== id) return undefined
    const over = [id, `seal ${id}`].some(key => this.ended.covers(key, sealed.issued))
    return over ? undefined : this.#open(sealed.record)
  }

  /** A named room from the memory, or the front room, which opens for whoever comes by its link and is then his. */
  async #fetch(id: RoomId, { person }: Who, command: Command): Promise<Room | undefined> {
    const room = (await this.#load(id)) ?? this.#rooms.get(id)
    if (room || !this.#front.opensFor(id, command)) return room
    const roles: RoomRecord['roles'] = person.kind === 'service' ? [] : [[person.id, 'owner']]
    const opened = this.#open({ ...emptyRecord(id, this.clock.now()), roles })
    // It knows less than any seal does: an owner from before a restart has more to say.
    opened.keeping.base = 0
    return opened
  }

  /** A named room that is not in memory. Everybody who asks meanwhile gets the same one. */
  #load(id: RoomId): Promise<Room | undefined> {
    const known = this.#loading.get(id)
    if (known || !this.memory) return known ?? Promise.resolve(undefined)
    const loading = load(this.memory, id)
      .then(found => found && this.#open(found.record, found.kept))
      .catch(failAsRefusal)
      .finally(() => this.#loading.delete(id))
    this.#loading.set(id, loading)
    return loading
  }

  /** Rooms that nobody came to are given up; named ones that nobody is in are forgotten until somebody asks. */
  #sweep(): void {
    this.uploads.forget(this.clock.now())
    for (const room of this.#rooms.values()) {
      if (room.keeping.unsaved) room.keeping.save().catch(() => {})
      room.keeping.renewSeal()
      if (room.roster.people > 0) continue
      const unvisited = !room.kept && room.opened + UNVISITED < this.clock.now()
      if (unvisited) this.emptied(room)
      // Services may be listening in a named one that nobody else is in.
      else if (room.kept && room.idle) this.#forget(room)
    }
  }

  #burn(room: Room): void {
    const failed = (error: unknown) =>
      room.log.error({ err: error }, 'a room that vanished may still be on disk')
    room.memory.store.burn(room.id).catch(failed)
  }

  #forget(room: Room): void {
    room.live.end()
    for (const { person } of [...room.roster.everyone()]) room.turnOut(person.id, 'room.closed')
    this.#rooms.delete(room.id)
    room.talk.release()
    room.stop()
    if (room.links.token) this.#links.delete(room.links.token)
  }
}

function nobodyThere(): never {
  throw new Refusal('room.gone')
}
