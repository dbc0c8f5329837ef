// The table of everything a client may say once it has said hello.
import type { InviteToken, RoomId, Sealed } from '#protocol/id.ts'
import type { Request, RequestType, Result } from '#protocol/message.ts'
import { Refusal } from '#protocol/refusal.ts'
import type { Command, CommandType } from '../room/command.ts'
import { permitOutside } from '../room/permission.ts'
import { newRoomId } from '../room/record.ts'
import type { Desk } from './desk.ts'
import type { Session } from './session.ts'

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
  way: { room?: RoomId; invite?: InviteToken; host?: Sealed },
): Promise<RoomId> {
  const room = await desk.rooms.find(way)
  if (room) return room
  throw new Refusal('room.gone')
}

export const handlers: { readonly [T in RequestType]: Handler<T> } = {
  hello: () => {
    throw new Refusal('hello.twice')
  },
  ping: () => ({}),
  'session.end': outside((desk, session, { everywhere }) => {
    if (everywhere) desk.visitors.endAll(session)
    else desk.visitors.end(session)
    return {}
  }),
  'me.rename': outside((desk, session, { name }) => {
    desk.visitors.rename({ ...session.person, name })
    return {}
  }),
  'room.create': (desk, session, message) => {
    if (!desk.creations.take(session.socket?.address ?? '')) throw new Refusal('too.fast')
    return desk.rooms.ask(newRoomId(), session.who, message)
  },
  'room.join': async (desk, session, { room, invite, host }) =>
    desk.rooms.ask(await roomAt(desk, { room, invite, host }), session.who, {
      type: 'room.join',
      way: { invite, host },
    }),
  'room.leave': inRoom,
  'room.set': inRoom,
  'room.name': inRoom,
  'room.mine': outside((desk, session) => desk.rooms.mine(session.who)),
  'room.who': inRoom,
  'room.close': inRoom,
  'room.kick': inRoom,
  'room.ban': inRoom,
  'room.unban': inRoom,
  'room.role': inRoom,
  'knock.ask': async (desk, session, { room, invite, host }) => {
    const at = await roomAt(desk, { room, invite, host })
    const result = await desk.rooms.ask(at, session.who, { type: 'knock.ask', way: { invite, host } })
    session.waiting.add(at)
    return result
  },
  'knock.withdraw': inRoom,
  'knock.admit': inRoom,
  'knock.deny': inRoom,
  'chat.send': inRoom,
  'chat.edit': inRoom,
  'chat.delete': inRoom,
  'chat.typing': inRoom,
  'chat.read': inRoom,
  'chat.page': inRoom,
  'invite.look': async (desk, session, { invite }) =>
    desk.rooms.ask(await roomAt(desk, { invite }), session.who, { type: 'invite.look', invite }),
  'invite.public': inRoom,
  'invite.cancel': inRoom,
  'invite.host': inRoom,
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
  'server.owner-link': outside(desk => ({ path: desk.ownerPath() })),
}
