// Everything a room can be asked: what clients say about a room, and what sessions report of their members.
import type { Attachment } from '#protocol/file.ts'
import type { Cursor } from '#protocol/hello.ts'
import type { FileId, InviteToken, Sealed } from '#protocol/id.ts'
import type { Nothing, Request, RequestType, Result } from '#protocol/message.ts'
import type { Picture } from '../base/picture.ts'
import type { Pass } from '../store/invites.ts'
import type { Brought } from './seat.ts'

/** What somebody shows at the door; nothing when he only knows the room's id. */
export interface Way {
  readonly invite?: InviteToken
  readonly host?: Sealed
  /** What the invite is, when it is not the public one. */
  readonly pass?: Pass
}

type Said = Extract<Request, { type: `${'chat' | 'file' | 'invite' | 'knock' | 'live' | 'room'}.${string}` }>
type AtTheDoor = 'room.join' | 'knock.ask' | 'invite.look'
type Worded =
  | Exclude<Said, { type: AtTheDoor }>
  | { type: 'room.join'; way: Way }
  | { type: 'knock.ask'; way: Way }
  | { type: 'invite.look'; way: Way }

interface Reports {
  /** A session is back: it gets the state, with what it missed when the cursor still tells, and its seat in the call. */
  'member.back': { cursor: Cursor | undefined; seat: Brought | undefined }
  'member.away': { away: boolean }
  /** The grace is over. */
  'member.lost': { why: 'left' | 'lost' }
  'member.renamed': object
  /** The bytes of a file that was offered begin to come ... */
  'file.begin': { id: FileId }
  /** ... and are here. */
  'file.arrived': { id: FileId; picture: Picture | undefined }
  /** His account was removed. */
  'member.removed': object
}
type Report = { [T in keyof Reports]: { type: T } & Reports[T] }[keyof Reports]

export type Command = Worded | Report
export type CommandType = Command['type']
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>
interface Told {
  'file.begin': { size: number }
  'file.arrived': Attachment
}
export type Reply<T extends CommandType> = T extends RequestType
  ? Result<T>
  : T extends keyof Told
    ? Told[T]
    : Nothing
