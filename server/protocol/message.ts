// All words together: what a client may say, what a server says, and what each request is answered with.
import { z } from 'zod'
import * as asked from './asked.ts'
import * as chat from './chat.ts'
import * as file from './file.ts'
import * as group from './group.ts'
import * as hello from './hello.ts'
import * as invite from './invite.ts'
import * as live from './live.ts'
import * as me from './me.ts'
import * as people from './people.ts'
import * as reading from './reading.ts'
import { Refusal, type RefusalCode } from './refusal.ts'
import * as room from './room.ts'
import * as server from './server.ts'
import { PROTOCOL_VERSION } from './version.ts'

/** His rooms, and where he is invited to. */
const mineResult = room.mineResult.extend({ invites: z.array(invite.invitation) })
const nothing = z.strictObject({})
export type Nothing = z.infer<typeof nothing>

/** Every message of a client, and the result that its `done` carries. */
export const requests = {
  hello: [hello.hello, nothing],
  ping: [hello.ping, nothing],
  'me.rename': [me.meRename, nothing],
  'me.set': [me.meSet, nothing],
  'me.link': [me.meLink, invite.linkResult],
  'session.end': [hello.sessionEnd, nothing],
  'room.create': [room.roomCreate, room.createResult],
  'room.join': [room.roomJoin, room.joinResult],
  'room.leave': [room.roomLeave, nothing],
  'room.set': [room.roomSet, nothing],
  'room.name': [room.roomName, nothing],
  'room.mine': [room.roomMine, mineResult],
  'room.direct': [room.roomDirect, room.directResult],
  'room.who': [room.roomWho, room.whoResult],
  'room.about': [room.roomAbout, room.aboutResult],
  'room.close': [room.roomClose, nothing],
  'room.kick': [room.roomKick, nothing],
  'room.ban': [room.roomBan, nothing],
  'room.unban': [room.roomUnban, nothing],
  'room.bans': [room.roomBans, room.bansResult],
  'room.role': [room.roomRole, nothing],
  'knock.ask': [room.knockAsk, room.knockResult],
  'knock.withdraw': [room.knockWithdraw, nothing],
  'knock.admit': [room.knockAdmit, nothing],
  'knock.deny': [room.knockDeny, nothing],
  'chat.send': [chat.chatSend, chat.sendResult],
  'chat.edit': [chat.chatEdit, nothing],
  'chat.delete': [chat.chatDelete, nothing],
  'chat.react': [chat.chatReact, nothing],
  'chat.pin': [chat.chatPin, nothing],
  'chat.get': [chat.chatGet, chat.message],
  'chat.history': [chat.chatHistory, chat.historyResult],
  'chat.typing': [chat.chatTyping, nothing],
  'chat.read': [reading.chatRead, nothing],
  'chat.page': [chat.chatPage, chat.pageResult],
  'chat.search': [chat.chatSearch, chat.searchResult],
  'file.offer': [file.fileOffer, file.offerResult],
  'file.withdraw': [file.fileWithdraw, nothing],
  'live.join': [live.liveJoin, live.liveJoinResult],
  'live.leave': [live.liveLeave, nothing],
  'live.signal': [live.liveSignal, nothing],
  'live.servers': [live.liveServers, live.iceServers],
  'live.set': [live.liveSet, nothing],
  'live.react': [live.liveReact, nothing],
  'live.stop': [live.liveStop, nothing],
  'live.mute-all': [live.liveMuteAll, nothing],
  'live.lower': [live.liveLower, nothing],
  'live.remove': [live.liveRemove, nothing],
  'invite.look': [invite.inviteLook, invite.lookResult],
  'invite.public': [invite.invitePublic, invite.linkResult],
  'invite.host': [invite.inviteHost, invite.linkResult],
  'invite.make': [invite.inviteMake, invite.makeResult],
  'invite.list': [invite.inviteList, invite.listResult],
  'invite.revoke': [invite.inviteRevoke, nothing],
  'invite.decline': [invite.inviteDecline, nothing],
  'people.search': [people.peopleSearch, people.searchResult],
  'people.block': [people.peopleBlock, nothing],
  'people.blocked': [people.peopleBlocked, people.blockedResult],
  'group.list': [group.groupList, group.groupListResult],
  'group.who': [group.groupWho, group.groupWhoResult],
  'group.make': [group.groupMake, group.groupResult],
  'group.rename': [group.groupRename, nothing],
  'group.remove': [group.groupRemove, nothing],
  'group.add': [group.groupAdd, nothing],
  'group.drop': [group.groupDrop, nothing],
  'server.status': [server.serverStatus, server.statusResult],
  'server.rooms': [server.serverRooms, server.roomsResult],
  'server.owner-link': [server.serverOwnerLink, invite.linkResult],
  'server.user-add': [server.serverUserAdd, server.userAddResult],
  'server.users': [server.serverUsers, server.usersResult],
  'server.user-link': [server.serverUserLink, invite.linkResult],
  'server.user-remove': [server.serverUserRemove, nothing],
  'server.key-make': [server.serverKeyMake, server.keyMakeResult],
  'server.keys': [server.serverKeys, server.keysResult],
  'server.key-revoke': [server.serverKeyRevoke, nothing],
} as const

type Requests = typeof requests
export type RequestType = keyof Requests
export type Request<T extends RequestType = RequestType> = { [K in T]: z.infer<Requests[K][0]> }[T]
export type Result<T extends RequestType> = z.infer<Requests[T][1]>

const done = z.strictObject({ type: z.literal('done'), ref: asked.ref, result: z.unknown() })
const refused = z.strictObject({
  type: z.literal('refused'),
  ref: asked.ref.optional(),
  code: z.string() as unknown as z.ZodType<RefusalCode>,
  text: z.string(),
  retry: z.boolean(),
  place: z.string().optional(),
})

export const facts = [
  hello.welcome,
  done,
  refused,
  hello.sessionToken,
  hello.pulse,
  hello.serverClosing,
  room.roomEntered,
  room.roomJoined,
  room.roomLeft,
  room.roomMember,
  room.roomAbsent,
  me.meChanged,
  room.roomChanged,
  room.roomMay,
  room.roomRoleSet,
  room.roomNamed,
  room.roomNews,
  room.roomPinned,
  room.roomSealed,
  reading.roomReads,
  room.roomOut,
  room.knockWaiting,
  room.knockGone,
  room.knockDenied,
  invite.inviteCame,
  invite.inviteGone,
  chat.chatSaid,
  chat.chatEdited,
  chat.chatDeleted,
  chat.chatReacted,
  chat.chatTyped,
  live.liveJoined,
  live.liveLeft,
  live.liveChanged,
  live.liveReacted,
  live.liveSignalled,
  live.liveStopped,
  live.liveOut,
] as const
export const serverMessage = z.discriminatedUnion('type', facts)
export type ServerMessage = z.infer<typeof serverMessage>

/** What came in, as one of our words, or a Refusal that says which field is wrong. */
export function decode(value: object): Request {
  const { type, version } = value as { type?: unknown; version?: unknown }
  // What another version means by the rest of its hello, nobody here knows.
  if (type === 'hello' && Number.isSafeInteger(version) && version !== PROTOCOL_VERSION)
    throw new Refusal('hello.version')
  if (typeof type !== 'string' || !Object.hasOwn(requests, type)) throw new Refusal('message.unknown', 'type')
  const parsed = requests[type as RequestType][0].safeParse(value)
  if (parsed.success) return parsed.data
  throw new Refusal('message.invalid', placeOf(parsed.error))
}

/** The number by which a client knows its answer, even when the rest cannot be read. */
export function refOf(value: unknown): number | undefined {
  const parsed = asked.ref.safeParse((value as { ref?: unknown } | null)?.ref)
  return parsed.success ? parsed.data : undefined
}

function placeOf(error: z.ZodError): string {
  const issue = error.issues[0]
  if (!issue) return ''
  const keys = issue.code === 'unrecognized_keys' ? issue.keys : []
  const path = [...issue.path, ...keys.slice(0, 1)]
    .map(part => String(part).slice(0, 40).toWellFormed())
    .join('.')
  return issue.code === 'custom' ? `${path} ${issue.message}`.trim() : path
}
