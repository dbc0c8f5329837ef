// All that the page knows, as one value. Whatever happens makes another one of it.
import type { Message } from '#protocol/chat.ts'
import type { Attachment } from '#protocol/file.ts'
import type { Kind, Profile } from '#protocol/hello.ts'
import type {
  ClientKey,
  Epoch,
  InviteToken,
  MessageId,
  PeerId,
  PersonId,
  RoomId,
  Sealed,
} from '#protocol/id.ts'
import type { Invitation, Invite } from '#protocol/invite.ts'
import type { LiveState } from '#protocol/live.ts'
import type { Mentions } from '#protocol/mention.ts'
import type { Result, ServerMessage } from '#protocol/message.ts'
import type { Someone } from '#protocol/people.ts'
import type { Mark } from '#protocol/reading.ts'
import type { RefusalCode } from '#protocol/refusal.ts'
import type { Banned, Belonging, Knocker, MemberState, Role, Settings } from '#protocol/room.ts'
import type { NoCode } from '../net/refused.ts'

export type Link =
  | { readonly at: 'connecting' }
  | { readonly at: 'open' }
  | { readonly at: 'lost' }
  | { readonly at: 'ended'; readonly code: RefusalCode }

export interface Me {
  readonly person: PersonId
  readonly name: string
  readonly kind: Kind
  readonly mayCreate: boolean
  /** Whether the server is his. */
  readonly owner: boolean
  /** Of an account. */
  readonly profile?: Profile
}

/** What leads to a room. */
export type Way =
  | { readonly room: RoomId }
  | { readonly invite: InviteToken }
  | { readonly room: RoomId; readonly host: Sealed }

export type Look = Result<'invite.look'>

/** Where he stands, as the address bar says it and the server answered. */
export type Door =
  | { readonly at: 'home' }
  | { readonly at: 'nowhere' }
  | { readonly at: 'entry'; readonly way: Way; readonly look?: Look; readonly trouble?: NoCode }
  | { readonly at: 'entering'; readonly way?: Way }
  | { readonly at: 'knock'; readonly way: Way; readonly trouble?: NoCode }
  | { readonly at: 'waiting'; readonly way: Way; readonly room: RoomId; readonly hosts: number }
  | { readonly at: 'room'; readonly room: RoomId }
  | { readonly at: 'over'; readonly code: RefusalCode; readonly way?: Way }

/** What somebody is about to say. */
export interface Draft {
  readonly text: string
  /** What he has brought for it. */
  readonly files?: Attachment[]
  /** The message that it answers. */
  readonly reply?: MessageId
  readonly mentions?: Mentions | undefined
}

/** Written here and not yet said there. */
export interface Pending extends Draft {
  readonly key: ClientKey
  readonly at: number
  /** Why it was not taken; undefined while it is on its way. */
  readonly trouble?: string
}

/** The room was given a name, between two messages. */
export interface Naming {
  readonly seq: number
  /** Undefined when he is not known here. */
  readonly by: string | undefined
  readonly name: string
  /** From then on it stays; a later one only renames it. */
  readonly first: boolean
}

export type Aim = { readonly at: 'message'; readonly seq: number } | { readonly at: 'end' }

export interface Room {
  readonly id: RoomId
  readonly epoch: Epoch
  readonly seq: number
  /** Undefined once it has a name: the server keeps it then. */
  readonly seal: Sealed | undefined
  /** Null while it has none and vanishes with the last one who leaves, and in a 1:1 room. */
  readonly name: string | null
  /** With whom, in a 1:1 room. */
  readonly direct: Someone | null
  readonly settings: Settings
  /** The message that is kept in sight. */
  readonly pinned: Message | null
  /** How many bytes a file may have; 0: none can be sent. */
  readonly fileLimit: number
  readonly role: Role
  readonly may: readonly string[]
  readonly members: readonly MemberState[]
  /** Who belongs to it and is not there. */
  readonly absent: readonly Belonging[]
  readonly knocks: readonly Knocker[]
  readonly typing: readonly PersonId[]
  /** How far who has read. */
  readonly reads: readonly Mark[]
  /** Who is live; null while nobody is. */
  readonly live: LiveState | null
  /** Which of them is this page. */
  readonly seat: PeerId | null
  /** Why it is none of them any more, until it is again. */
  readonly unseated?: Extract<ServerMessage, { type: 'live.out' }>['code'] | undefined
  /** What came after this was new to him when he came in. */
  readonly readTo?: number | undefined
  /** What was said before restarts of the server: on this screen and nowhere else. */
  readonly past: readonly (readonly Message[])[]
  /** One unbroken piece of the talk, which need not reach to the newest. */
  readonly messages: readonly Message[]
  /** The number of the newest message that is known to be there. */
  readonly newest: number
  /** Where the visitor wants to look now. */
  readonly aim?: Aim | undefined
  /** As far as they were heard of here. */
  readonly namings: readonly Naming[]
  /** Whether the server has older ones. */
  readonly more: boolean
  readonly pending: readonly Pending[]
  /** What is quoted and was looked up; null is gone. */
  readonly quoted: Readonly<Record<MessageId, Message | null>>
  /** The path of the public link: null when it was cancelled here, undefined when it is not known. */
  readonly link?: string | null
  /** All links that he may see, as of when he last asked. */
  readonly invites?: readonly Invite[]
  /** Who may not come in any more, as of when he last asked. */
  readonly bans?: readonly Banned[]
}

export interface Notice {
  readonly text: string
  /** Where a step back leads, if there is one. */
  readonly back?: string
  /** What it is called, if it is not a step back. */
  readonly label?: string
}

/** A named room or 1:1 room that he belongs to, as seen from outside. */
export type Mine = Result<'room.mine'>['rooms'][number]

export interface State {
  readonly link: Link
  readonly me?: Me
  readonly door: Door
  /** The room he is in, which is not always the one that the address bar speaks of. */
  readonly room?: Room
  readonly mine?: readonly Mine[]
  /** Where somebody waits for him. */
  readonly invitations: readonly Invitation[]
  /** One of them that has just come, until he says something to it. */
  readonly asked?: Invitation | undefined
  /** Those that he sees. */
  readonly groups: Result<'group.list'>['groups']
  /** Whom he has blocked. */
  readonly blocked: readonly Someone[]
  readonly notice?: Notice
  /** What this page knew of a room before it was reloaded. */
  readonly seen?: { readonly room: RoomId; readonly epoch: Epoch; readonly pending: readonly Pending[] }
}

export const initial: State = {
  link: { at: 'connecting' },
  door: { at: 'home' },
  invitations: [],
  blocked: [],
  groups: [],
}

/** The server keeps it: it is there when nobody is. */
export const isKept = ({ name, direct }: Pick<Room, 'name' | 'direct'>) => name !== null || direct !== null

/** The room that this is about, changed; if he is in another one by now, nothing is. */
export const within = (state: State, id: string, how: (room: Room) => Room): State =>
  state.room?.id === id ? { ...state, room: how(state.room) } : state

/** Whoever belongs there, present or not. */
export const someoneIn = ({ members, absent }: Room, person: PersonId): Belonging | undefined =>
  members.find(member => member.person === person) ?? absent.find(one => one.person === person)

export const may = (room: Room, right: string) => room.may.includes(right)

/** Guests may where the room says so. */
export const mayInvite = (room: Room) =>
  may(room, room.settings.guestsInvite ? 'invite.make' : 'invite.make closed')
