// Who belongs to a named room, there or not: accounts, and those who were given a role.
import type { PersonId } from '#protocol/id.ts'
import type { ServerMessage } from '#protocol/message.ts'
import type { Belonging, MemberState } from '#protocol/room.ts'
import { isKept, type Me, type Room } from './state.ts'

export const belongs = ({ kind, role }: Pick<MemberState, 'kind' | 'role'>) =>
  kind === 'account' || (kind === 'guest' && role !== 'guest')

/** Whether the visitor himself will find it again without a link. */
export const isHome = (room: Room, me: Me | undefined) =>
  isKept(room) && me !== undefined && belongs({ kind: me.kind, role: room.role })

type Departure = Extract<ServerMessage, { type: 'room.left' }>['why']

/** Who goes by himself, or is lost, still belongs to it; who is turned out does not. */
export function withAbsent(room: Room, person: PersonId, why: Departure): Room {
  const gone = room.members.find(member => member.person === person)
  const stays = isKept(room) && gone && belongs(gone) && (why === 'left' || why === 'lost')
  const absent = withoutAbsent(room, person)
  return { ...room, absent: stays ? [...absent, asAbsent(gone)] : absent }
}

const asAbsent = ({ person, name, role, avatar }: MemberState): Belonging => ({
  ...{ person, name, role },
  ...(avatar ? { avatar } : {}),
})

export const withoutAbsent = ({ absent }: Room, person: PersonId): readonly Belonging[] =>
  absent.filter(one => one.person !== person)

/** What becomes of the room when the visitor leaves it for good: somebody inherits it, or nobody is left to. */
export function afterOwner(room: Room, me: PersonId | undefined): 'stays' | 'inherited' | 'burned' {
  const others = [...room.members, ...room.absent].filter(({ person }) => person !== me)
  if (room.role !== 'owner' || others.some(({ role }) => role === 'owner')) return 'stays'
  const heirs = room.members.filter(member => member.person !== me && belongs(member)).length
  return heirs + room.absent.length > 0 ? 'inherited' : 'burned'
}
