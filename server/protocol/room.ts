// Rooms: starting, entering, running and closing them, and who is there.
import { z } from 'zod'
import { exactlyOne, inRoom, ref } from './asked.ts'
import { chatDeleted, chatEdited, chatReacted, chatSaid, message } from './chat.ts'
import { kind } from './hello.ts'
import { epoch, inviteToken, peerId, personId, roomId, sealed } from './id.ts'
import { USER_LIMIT } from './limits.ts'
import { live } from './live.ts'
import { someone } from './people.ts'
import { mark } from './reading.ts'
import { name, topic } from './text.ts'

/** `partner`: one of the two accounts of a 1:1 room. */
export const role = z.enum(['owner', 'admin', 'member', 'guest', 'partner', 'service'])
export type Role = z.infer<typeof role>

const ways = { room: roomId.optional(), invite: inviteToken.optional(), host: sealed.optional() }
const oneWay = exactlyOne('room', 'invite', 'host')

export const roomCreate = z.strictObject({
  type: z.literal('room.create'),
  ref: ref.optional(),
  topic: topic.optional(),
})
export const roomJoin = z
  .strictObject({ type: z.literal('room.join'), ref: ref.optional(), ...ways })
  .refine(...oneWay)
export const roomLeave = z.strictObject({
  type: z.literal('room.leave'),
  ...inRoom,
  /** Belong to it no more, if it has a name. */
  forGood: z.boolean().optional(),
})
/** Give it a name: from then on it stays, with its log, its people and its links. Or another name. */
export const roomName = z.strictObject({ type: z.literal('room.name'), ...inRoom, name })
/** The 1:1 room with another account, made when there is none. */
export const roomDirect = z.strictObject({
  type: z.literal('room.direct'),
  ref: ref.optional(),
  person: personId,
})
/** The named rooms and 1:1 rooms that one belongs to. */
export const roomMine = z.strictObject({ type: z.literal('room.mine'), ref: ref.optional() })
export const roomSet = z.strictObject({
  type: z.literal('room.set'),
  ...inRoom,
  topic: topic.optional(),
  locked: z.boolean().optional(),
  limit: z.number().int().nonnegative().max(USER_LIMIT).optional(),
  guestsInvite: z.boolean().optional(),
  liveLocked: z.boolean().optional(),
  hideAddresses: z.boolean().optional(),
})
export const roomWho = z.strictObject({ type: z.literal('room.who'), ...inRoom })
/** What somebody who is or belongs there says of himself. */
export const roomAbout = roomWho.extend({ type: z.literal('room.about'), person: personId })
export const roomClose = z.strictObject({ type: z.literal('room.close'), ...inRoom })
export const roomKick = z.strictObject({
  type: z.literal('room.kick'),
  ...inRoom,
  person: personId,
})
export const roomBan = roomKick.extend({ type: z.literal('room.ban') })
export const roomUnban = roomKick.extend({ type: z.literal('room.unban') })
export const roomBans = z.strictObject({ type: z.literal('room.bans'), ...inRoom })
export const roomRole = roomKick.extend({
  type: z.literal('room.role'),
  role: z.enum(['owner', 'admin', 'member', 'guest']),
})

export const knockAsk = z
  .strictObject({ type: z.literal('knock.ask'), ref: ref.optional(), ...ways })
  .refine(...oneWay)
export const knockWithdraw = z.strictObject({ type: z.literal('knock.withdraw'), ...inRoom })
export const knockAdmit = roomKick.extend({ type: z.literal('knock.admit') })
export const knockDeny = roomKick.extend({ type: z.literal('knock.deny') })

export const member = z.strictObject({
  person: personId,
  name: z.string(),
  kind,
  role,
  since: z.number(),
  away: z.boolean(),
  /** The version of a picture of his own. */
  avatar: z.string().optional(),
})
export type MemberState = z.infer<typeof member>

export const belonging = member.pick({ person: true, name: true, role: true, avatar: true })
export type Belonging = z.infer<typeof belonging>

export const knocker = member.pick({ person: true, name: true, avatar: true }).extend({ at: z.number() })
export type Knocker = z.infer<typeof knocker>

export const banned = z.strictObject({
  person: personId,
  /** What he was called, and when it was: not known of bans from before this was kept. */
  name: z.string().optional(),
  at: z.number().optional(),
})
export type Banned = z.infer<typeof banned>

export const settings = z.strictObject({
  topic: z.string(),
  locked: z.boolean(),
  limit: z.number(),
  /** Whether guests may make links of their own. */
  guestsInvite: z.boolean().default(false),
  /** Whether only those who run the room may join the call. */
  liveLocked: z.boolean().default(false),
  /** Whether calls go through relays, so that nobody learns where the others are. */
  hideAddresses: z.boolean().default(false),
})
export type Settings = z.infer<typeof settings>

const seq = z.number().int().positive()

export const roomRoleSet = z.strictObject({
  type: z.literal('room.role-set'),
  room: roomId,
  seq,
  person: personId,
  role,
  by: personId,
})
export const roomNamed = z.strictObject({
  type: z.literal('room.named'),
  room: roomId,
  seq,
  name: z.string(),
  by: personId,
  /** From here on the room's numbers go on over restarts. */
  epoch,
})
export const fact = z.discriminatedUnion('type', [
  chatSaid,
  chatEdited,
  chatDeleted,
  chatReacted,
  roomRoleSet,
  roomNamed,
])
export type Fact = z.infer<typeof fact>

/** Everything a newcomer needs, whole. After a resume `facts` holds what was missed, else `messages` the newest page. */
export const roomState = z.strictObject({
  id: roomId,
  epoch,
  seq: z.number().int().nonnegative(),
  /** Null while it has none and will vanish with the last one who leaves, and in a 1:1 room. */
  name: z.string().nullable(),
  /** With whom, in a 1:1 room, which is kept like a named one; else null. */
  direct: someone.nullable(),
  settings,
  /** How many bytes a file may have; 0: none can be sent. */
  fileLimit: z.number().int().nonnegative(),
  /** The message that is kept in sight, as it is now. */
  pinned: message.nullable(),
  role,
  /** The types of message that this person may send here. */
  may: z.array(z.string()),
  members: z.array(member),
  /** Who belongs to a named room and is not there. */
  absent: z.array(belonging),
  knocks: z.array(knocker),
  /** How far they have read; in a crowd only how far oneself has. */
  reads: z.array(mark),
  /** Who is live; null while nobody is. */
  live: live.nullable(),
  /** Which of them is this page, if it is one. */
  seat: peerId.nullable(),
  /** What brings an unnamed room back after a restart; a named one needs none. */
  seal: sealed.optional(),
  facts: z.array(fact).optional(),
  messages: z.array(message).optional(),
  more: z.boolean(),
  /** True when something between the cursor and this page was not sent. */
  gap: z.boolean(),
})
export type RoomState = z.infer<typeof roomState>

export const roomEntered = z.strictObject({ type: z.literal('room.entered'), room: roomState })
export const roomJoined = z.strictObject({ type: z.literal('room.joined'), room: roomId, member })
export const roomLeft = z.strictObject({
  type: z.literal('room.left'),
  room: roomId,
  person: personId,
  /** `gone`: left for good, and belongs to the named room no more. */
  why: z.enum(['left', 'gone', 'lost', 'kicked', 'banned']),
})
export const roomMember = z.strictObject({ type: z.literal('room.member'), room: roomId, member })
/** Somebody who belongs to it and is not there has another name or picture. */
export const roomAbsent = z.strictObject({ type: z.literal('room.absent'), room: roomId, absent: belonging })
export const roomChanged = z.strictObject({ type: z.literal('room.changed'), room: roomId, settings })
export const roomPinned = z.strictObject({
  type: z.literal('room.pinned'),
  room: roomId,
  message: message.nullable(),
})
export const roomMay = z.strictObject({
  type: z.literal('room.may'),
  room: roomId,
  role,
  may: z.array(z.string()),
  knocks: z.array(knocker),
})
/** Something was said in a 1:1 room of one's own, to those pages of the two that are not in it. */
export const roomNews = z.strictObject({
  type: z.literal('room.news'),
  room: roomId,
  direct: someone,
  by: personId,
})
export const roomSealed = z.strictObject({ type: z.literal('room.sealed'), room: roomId, seal: sealed })
/** To the one who is no longer in it. */
export const roomOut = z.strictObject({
  type: z.literal('room.out'),
  room: roomId,
  code: z.enum(['room.removed', 'room.banned', 'room.closed', 'room.gone', 'room.full', 'store.away']),
  text: z.string(),
})

export const knockWaiting = z.strictObject({ type: z.literal('knock.waiting'), room: roomId, knocker })
export const knockGone = z.strictObject({ type: z.literal('knock.gone'), room: roomId, person: personId })
/** To the one who waited in vain. */
export const knockDenied = z.strictObject({
  type: z.literal('knock.denied'),
  room: roomId,
  code: z.enum(['room.denied', 'room.closed']),
  text: z.string(),
})

export const createResult = z.strictObject({ room: roomId, link: z.string(), host: z.string() })
/** The state itself comes with `room.entered`, which is always before this. */
export const joinResult = z.strictObject({
  room: roomId,
  /** He came by the link that everybody there may have. */
  shared: z.boolean(),
})
export const directResult = z.strictObject({ room: roomId })
export const whoResult = z.strictObject({
  room: roomId,
  count: z.number().int().nonnegative(),
  members: z.array(member),
})
export const aboutResult = z.strictObject({ about: z.string() })
export const bansResult = z.strictObject({ people: z.array(banned) })
export const mineResult = z.strictObject({
  rooms: z.array(
    z.strictObject({
      room: roomId,
      name: z.string().nullable(),
      direct: someone.nullable(),
      unread: z.number().int().nonnegative(),
      /** Those of the unread that call him. */
      mentions: z.number().int().nonnegative(),
      last: z.strictObject({ name: z.string(), text: z.string(), at: z.number() }).nullable(),
      present: z.array(someone),
      /** How many of them are live. */
      live: z.number().int().nonnegative(),
    }),
  ),
})
export const knockResult = z.strictObject({ room: roomId, hosts: z.number().int().nonnegative() })
