// The port of the memory: what named rooms need kept. Plain values in, plain values out; whoever implements it has
// everything on disk when a promise resolves.
import type { Message, Version } from '#protocol/chat.ts'
import type { Epoch, GroupId, MessageId, PersonId, RoomId } from '#protocol/id.ts'
import type { Role } from '#protocol/room.ts'
import type { KeptInvites } from './invites.ts'

interface Drafts {
  'chat.said': { message: Omit<Message, 'seq'> }
  /** `silent`: so soon that it is not marked. */
  'chat.edited': { message: MessageId; text: string; at: number; silent?: true }
  'chat.deleted': { message: MessageId; by: PersonId; at: number }
  'chat.reacted': { message: MessageId; by: PersonId; emoji: string; on: boolean }
  'room.role-set': { person: PersonId; role: Role; by: PersonId }
  'room.named': { name: string; by: PersonId }
}
type OneOf<Table> = { [T in keyof Table]: { type: T; id: string } & Table[T] }[keyof Table]

/** A fact before it has a number. Its id is its own; what was said has that of the message. */
export type Draft = OneOf<Drafts>

/** What happens to a message after it was said. */
export type Change = Extract<Draft, { message: MessageId }>

export type Numbered = Draft & { readonly seq: number }

interface Notes extends Omit<Drafts, 'chat.said' | 'chat.edited'> {
  'chat.said': { message: MessageId }
  /** `was`: what it replaced, as long as that is kept. */
  'chat.edited': { message: MessageId; at: number; silent?: true; was?: Version }
}
/** A fact as it is kept. */
export type Noted = OneOf<Notes> & { readonly seq: number }

/** A numbered fact of a room, on its way to the disk. */
export interface Row {
  readonly room: RoomId
  readonly fact: Numbered
}

export interface StoredRoom {
  readonly id: RoomId
  /** Null is that of a 1:1 room. */
  readonly name: string | null
  readonly epoch: Epoch
  /** What the room itself knows how to read. */
  readonly record: unknown
  /** The hash of its public link. */
  readonly link: Buffer | null
}

/** The number of the newest fact that somebody has seen, and when that was. */
export interface ReadMark {
  readonly seq: number
  readonly at: number
}
export const UNREAD: ReadMark = { seq: 0, at: 0 }

export interface StoredMember {
  readonly person: PersonId
  readonly name: string
  readonly since: number
  readonly read: ReadMark
}

/** A room's newest facts, oldest first, with the messages that they speak of as those are now. */
export interface Recent {
  readonly facts: readonly Noted[]
  readonly messages: readonly Message[]
}

/** What a room has when it gets its name. */
export interface Belongings {
  readonly recent: Recent
  readonly members: readonly StoredMember[]
  readonly invites: KeptInvites
}

export interface RoomOfMine {
  readonly room: RoomId
  readonly name: string | null
  /** The two, in a 1:1 room. */
  readonly direct: readonly [PersonId, PersonId] | null
  readonly unread: number
  /** Those of the unread that call him. */
  readonly mentions: number
  readonly last: { readonly name: string; readonly text: string; readonly at: number } | null
}

/** Where a page of messages begins, in either direction. */
export type Place = { readonly before: number } | { readonly after: number }

/** All these patterns, in a message's text or in the names of its files, before that number. */
export interface Wanted {
  readonly patterns: readonly string[]
  readonly before: number
}

/** The newest that a piece of the log has of it. `before`: where the piece begins, if more lies before it. */
export interface Finds {
  readonly messages: readonly Message[]
  readonly before?: number
}

export interface Store {
  /**
   * All of them or none. The very same rows a second time are done already; a row whose message key is known
   * already fails with `Twice`.
   */
  append(rows: readonly Row[]): Promise<void>
  /** One transaction: the room, all that was said, its members and its links. */
  name(room: StoredRoom, belongings: Belongings): Promise<void>
  /** A 1:1 room and its two members, unless it is there already. */
  pair(room: StoredRoom, members: readonly [StoredMember, StoredMember]): Promise<void>
  save(room: StoredRoom): Promise<void>
  burn(room: RoomId): Promise<void>
  load(room: RoomId): Promise<(StoredRoom & { recent: Recent; members: readonly StoredMember[] }) | undefined>
  roomOfLink(link: Buffer): Promise<RoomId | undefined>
  /** The nearest to that place, oldest first. */
  page(room: RoomId, place: Place, most: number): Promise<Message[]>
  search(room: RoomId, wanted: Wanted, most: number): Promise<Finds>
  message(room: RoomId, id: MessageId): Promise<Message | undefined>
  /** What marked edits of a message replaced, the newest of them, oldest first. */
  replaced(room: RoomId, id: MessageId, most: number): Promise<Version[]>
  sent(room: RoomId, by: PersonId, key: string): Promise<Message | undefined>
  join(room: RoomId, member: StoredMember): Promise<void>
  leave(room: RoomId, person: PersonId): Promise<void>
  /** In every room that he belongs to. */
  rename(person: PersonId, name: string): Promise<void>
  /** Never back. */
  read(room: RoomId, person: PersonId, mark: ReadMark): Promise<void>
  /** Of 1:1 rooms only those in which something was said. `groups`: those whose call is his. */
  roomsOf(person: PersonId, groups?: readonly GroupId[]): Promise<RoomOfMine[]>
  /** Whether there is a room that both belong to. */
  shareRoom(one: PersonId, other: PersonId): Promise<boolean>
  /** Everybody who belongs to a room that this person belongs to. */
  roommates(person: PersonId): Promise<PersonId[]>
}

/** The database cannot be reached, or not now: the same may work later. */
export class StoreAway extends Error {}
/** And it has certainly not been done: nothing was sent, or it said no and goes on. */
export class StoreUnreached extends StoreAway {}
/** This message was said before, under the same key. */
export class Twice extends Error {}
/** The database will never take this. */
export class Unstorable extends Error {}
