// The room as somebody in it may see it.
import type { Cursor } from '#protocol/hello.ts'
import type { Belonging, Role, RoomState } from '#protocol/room.ts'
import type { StoredMember } from '../store/store.ts'
import { partner } from './direct.ts'
import type { Who } from './member.ts'
import { newestPage } from './paging.ts'
import { rightsOf } from './permission.ts'
import { pinnedIn } from './pinning.ts'
import type { Room } from './room.ts'

/** With a cursor, what he missed. */
export function stateFor(room: Room, who: Who, role: Role, cursor?: Cursor): RoomState {
  const { talk } = room
  const facts = cursor?.epoch === talk.epoch ? talk.since(cursor.seq) : undefined
  const page = facts ? { more: true } : newestPage(room)
  return {
    id: room.id,
    epoch: talk.epoch,
    seq: talk.seq,
    name: room.name,
    direct: partner(room.house, room.direct, who.person.id),
    settings: room.settings,
    fileLimit: room.house.uploads.limit,
    pinned: pinnedIn(room),
    role,
    may: rightsOf(role, who.person.scopes),
    members: room.roster.list(),
    absent: absentFrom(room),
    knocks: room.knockersFor(who, role),
    reads: room.reads.shownTo(who.person.id),
    live: room.live.state,
    seat: who.member ? room.live.seatAt(who.member.id) : null,
    ...(room.kept ? {} : { seal: room.keeping.seal() }),
    ...(facts ? { facts } : {}),
    ...page,
    gap: cursor !== undefined && facts === undefined,
  }
}

function absentFrom(room: Room): Belonging[] {
  const gone = [...room.belongings.values()].filter(({ person }) => !room.roster.has(person))
  return gone.map(member => absentOf(room, member))
}

/** Somebody who belongs to a room that is kept, while he is not there. */
export function absentOf({ standings, house, direct }: Room, { person, name }: StoredMember): Belonging {
  const account = house.people.find(person)
  const role = standings.roles.get(person) ?? (direct ? 'partner' : 'member')
  const { avatar } = account ?? {}
  return { person, name: account?.name ?? name, role, ...(avatar ? { avatar } : {}) }
}
