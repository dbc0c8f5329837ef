// The rooms that somebody belongs to as he sees them from outside, with who is there now, and where he is invited to.
import type { PersonId, RoomId } from '#protocol/id.ts'
import type { Invitation } from '#protocol/invite.ts'
import type { Result } from '#protocol/message.ts'
import type { Waiting } from '../store/invites.ts'
import { failAsRefusal } from '../store/trouble.ts'
import { partner } from './direct.ts'
import type { House } from './house.ts'
import type { Room } from './room.ts'

type Open = ReadonlyMap<RoomId, Room>

export async function mineOf(house: House, open: Open, person: PersonId): Promise<Result<'room.mine'>> {
  const { memory, unkept, lanes } = house
  const now = house.clock.now()
  const [rooms = [], invites = [], waiting] = await Promise.all([
    lanes.run(person, async () => memory?.store.roomsOf(person, house.people.groupsWith(person))),
    memory?.invites.of(person, now),
    unkept.of(person, now),
  ]).catch(failAsRefusal)
  const present = (id: RoomId) => open.get(id)?.roster.list() ?? []
  return {
    rooms: rooms.map(({ direct, ...room }) => ({
      ...room,
      direct: partner(house, direct, person),
      present: present(room.room).map(({ person, name, avatar }) => ({ person, name, avatar })),
      live: open.get(room.room)?.live.state?.peers.length ?? 0,
    })),
    invites: [...waiting, ...invites].map(invite => invitation(open, invite)),
  }
}

function invitation(open: Open, { roomName, ...rest }: Waiting): Invitation {
  const { name, settings } = open.get(rest.room) ?? { name: null, settings: { topic: '' } }
  return { ...rest, name: roomName ?? name ?? settings.topic }
}
