// The table of everything a client may say once it has said hello.
import type { InviteToken, RoomId, Sealed } from '#protocol/id.ts'
import type { Request, RequestType, Result } from '#protocol/message.ts'
import { Refusal } from '#protocol/refusal.ts'
import type { Command, CommandType } from '../room/command.ts'
import { permitOutside } from '../room/permission.ts'
import { newRoomId } from '../room/record.ts'
import type { Found } from '../room/rooms.ts'
import { addUser, linkFor, listKeys, listUsers, ownLink } from './accounts.ts'
import type { Desk } from './desk.ts'
import * as groups from './groups.ts'
import { setProfile } from './profile.ts'
import type { Session } from './session.ts'
import { removeAccount, revokeKey, signOut, signOutEverywhere } from './sign-out.ts'
import * as social from './social.ts'

type Handler<T extends RequestType> = (
  desk: Desk,
  session: Session,
  message: Request & { type: T },
) => Result<T> | Promise<Result<T>>

/** Most requests are for a room, which answers itself. */
function inRoom<T extends RequestType & CommandType>(
  desk: Desk,
  session: Session,
  message: Request & { type: T; room: RoomId },
) {
  return desk.rooms.ask<T>(message.room, session.who, message as unknown as Command & { type: T }) as Promise<
    Result<T>
  >
}

const outside =
  <T extends RequestType>(handler: Handler<T>): Handler<T> =>
  (desk, session, message) => {
    permitOutside(session.person, message.type)
    return handler(desk, session, message)
  }

/** What leads to a room: its id, a link, or a host link. */
async function roomAt(
  desk: Desk,
  session: Session,
  way: { room?: RoomId; invite?: InviteToken; host?: Sealed },
): Promise<Found> {
  const found = await desk.rooms.find(way, session.person.id)
  if (found) return found
  throw new Refusal('room.gone')
}

export const handlers: { readonly [T in RequestType]: Handler<T> } = {
  hello: () => {
    throw new Refusal('hello.twice')
  },
  ping: () => ({}),
  'session.end': outside(async (desk, session, { everywhere }) => {
    await (everywhere ? signOutEverywhere(desk, session) : signOut(desk, session))
    return {}
  }),
  'me.rename': outside((desk, session, { name }) => {
    desk.visitors.rename({ ...session.person, name })
    return {}
  }),
  'me.set': outside(setProfile),
  'me.link': outside(ownLink),
  'room.create': (desk, session, message) => {
    if (!desk.creations.take(session.socket?.address ?? '')) throw new Refusal('too.fast')
    return desk.rooms.ask(newRoomId(), session.who, message)
  },
  'room.join': async (desk, session, { room: id, invite, host }) => {
    const { room, way } = await roomAt(desk, session, { room: id, invite, host })
    return desk.rooms.ask(room, session.who, { type: 'room.join', way })
  },
  'room.leave': inRoom,
  'room.set': inRoom,
  'room.name': inRoom,
  'room.mine': outside((desk, session) => desk.rooms.mine(session.who)),
  'room.direct': outside((desk, session, { person }) => desk.rooms.direct(session.who, person)),
  'room.who': inRoom,
  'room.about': inRoom,
  'room.close': inRoom,
  'room.kick': inRoom,
  'room.ban': inRoom,
  'room.unban': inRoom,
  'room.bans': inRoom,
  'room.role': inRoom,
  'knock.ask': async (desk, session, { room: id, invite, host }) => {
    const { room, way } = await roomAt(desk, session, { room: id, invite, host })
    const result = await desk.rooms.ask(room, session.who, { type: 'knock.ask', way })
    session.waiting.add(room)
    return result
  },
  'knock.withdraw': inRoom,
  'knock.admit': inRoom,
  'knock.deny': inRoom,
  'chat.send': inRoom,
  'chat.edit': inRoom,
  'chat.delete': inRoom,
  'chat.react': inRoom,
  'chat.pin': inRoom,
  'chat.get': inRoom,
  'chat.history': inRoom,
  'chat.typing': inRoom,
  'chat.read': inRoom,
  'chat.page': inRoom,
  'chat.search': inRoom,
  'file.offer': inRoom,
  'file.withdraw': inRoom,
  'live.join': inRoom,
  'live.leave': inRoom,
  'live.signal': inRoom,
  'live.servers': inRoom,
  'live.set': inRoom,
  'live.react': inRoom,
  'live.stop': inRoom,
  'live.mute-all': inRoom,
  'live.lower': inRoom,
  'live.remove': inRoom,
  'invite.look': async (desk, session, { invite }) => {
    const { room, way } = await roomAt(desk, session, { invite })
    return desk.rooms.ask(room, session.who, { type: 'invite.look', way })
  },
  'invite.public': inRoom,
  'invite.host': inRoom,
  'invite.make': inRoom,
  'invite.list': inRoom,
  'invite.revoke': inRoom,
  'invite.decline': inRoom,
  'people.search': outside(social.search),
  'people.block': outside(social.block),
  'people.blocked': outside(social.blocked),
  'group.list': outside(groups.list),
  'group.who': outside(groups.who),
  'group.make': outside(groups.make),
  'group.rename': outside(groups.rename),
  'group.remove': outside(groups.remove),
  'group.add': outside(groups.add),
  'group.drop': outside(groups.drop),
  'server.status': outside(desk => ({
    url: desk.url(),
    since: Math.round(desk.clock.now() - process.uptime() * 1000),
    rooms: desk.rooms.size,
    people: desk.visitors.people,
    sessions: desk.visitors.sessions,
    sockets: desk.sockets(),
    memory: process.memoryUsage.rss(),
  })),
  'server.rooms': outside(desk => ({ rooms: desk.rooms.list() })),
  'server.owner-link': outside(desk => ({ path: desk.links.ownerPath() })),
  'server.user-add': outside((desk, _session, { name }) => addUser(desk, name)),
  'server.users': outside((desk, _session, { past }) => listUsers(desk, past)),
  'server.user-link': outside((desk, _session, { person }) => linkFor(desk, person)),
  'server.user-remove': outside(async (desk, _session, { person }) => {
    await removeAccount(desk, person)
    return {}
  }),
  'server.key-make': outside(async (desk, _session, { name, scopes }) => ({
    key: await desk.keys.make(name, scopes),
  })),
  'server.keys': outside(listKeys),
  'server.key-revoke': outside(async (desk, _session, { name }) => {
    await revokeKey(desk, name)
    return {}
  }),
}
