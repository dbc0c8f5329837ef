// Every id is a string of its own kind: handing one over as another does not compile.
import { z } from 'zod'

type Brand<Name extends string> = string & { readonly __id: Name }

export type RoomId = Brand<'room'>
export type PersonId = Brand<'person'>
export type SessionId = Brand<'session'>
export type MessageId = Brand<'message'>
/** A seat in a call, from joining to leaving: who joins again is another peer. */
export type PeerId = Brand<'peer'>
/** Whoever knows it, and the room's, may have the file: it cannot be guessed. */
export type FileId = Brand<'file'>
/** Accounts that the owner of the server has put together. */
export type GroupId = Brand<'group'>
/** One life of a room's numbering: after a restart the same room counts anew in another epoch. */
export type Epoch = Brand<'epoch'>
/** What stands behind /i/ in a link. */
export type InviteToken = Brand<'invite'>
/** By which a link is spoken of by those who need not have it. */
export type InviteId = Brand<'invite-id'>
/** A token that only this server can read: resume, seal of a room, host link, owner link. */
export type Sealed = Brand<'sealed'>
/** What a client calls its own message, so that a retry is known as one. */
export type ClientKey = Brand<'key'>

const token = <Id extends string>(pattern: RegExp) => z.string().regex(pattern) as unknown as z.ZodType<Id>

export const roomId = token<RoomId>(/^[A-Za-z0-9]{8,32}$/)
export const personId = token<PersonId>(/^[A-Za-z0-9_-]{8,32}$/)
export const sessionId = token<SessionId>(/^[A-Za-z0-9_-]{8,32}$/)
export const messageId = token<MessageId>(/^[A-Za-z0-9_-]{8,32}$/)
export const peerId = token<PeerId>(/^[A-Za-z0-9_-]{8,32}$/)
export const fileId = token<FileId>(/^[A-Za-z0-9_-]{22}$/)
export const groupId = token<GroupId>(/^[A-Za-z0-9_-]{8,32}$/)
export const epoch = token<Epoch>(/^[A-Za-z0-9_-]{6,32}$/)
export const inviteId = token<InviteId>(/^[A-Za-z0-9_-]{6,32}$/)
export const inviteToken = token<InviteToken>(/^[A-Za-z0-9_-]{1,64}$/)
export const sealed = token<Sealed>(/^[A-Za-z0-9_-]{1,24000}$/)
export const clientKey = token<ClientKey>(/^[A-Za-z0-9_-]{1,40}$/)
