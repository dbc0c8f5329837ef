// What those who run a room can do with somebody in it.
import type { PersonId } from '#protocol/id.ts'
import type { MemberState, Role } from '#protocol/room.ts'
import type { Acts } from '../act/acts.ts'
import { may, type Room } from '../state/state.ts'
import { type Choice, Choices } from './choices.tsx'
import { useVisit } from './context.ts'
import { Dialog } from './dialog.tsx'

export const roleNames: Readonly<Record<Role, string>> = {
  owner: 'Owner',
  admin: 'Admin',
  member: 'Member',
  guest: '',
  partner: '',
  service: 'Service',
}

interface Act extends Omit<Choice, 'run'> {
  readonly run: (acts: Acts, room: Room, person: PersonId) => void
}

const ranks: Readonly<Record<Role, number>> = {
  owner: 4,
  admin: 3,
  member: 2,
  guest: 1,
  partner: 1,
  service: 1,
}

const toAdmin: Act = {
  label: 'Make admin',
  about: 'May let people in, remove them, lock the room and delete messages',
  run: (acts, room, person) => acts.host.setRole(room, person, 'admin'),
}
const toOwner: Act = {
  label: 'Make owner',
  about: 'May do everything that you may, and cannot be removed',
  run: (acts, room, person) => acts.host.setRole(room, person, 'owner'),
}
const toGuest: Act = {
  label: 'Take the admin role back',
  about: 'Is a guest then, like anybody with the link',
  run: (acts, room, person) => acts.host.setRole(room, person, 'guest'),
}
const kick: Act = {
  label: 'Remove',
  about: 'Is out at once, and can come back by the link',
  danger: true,
  run: (acts, room, person) => acts.host.kick(room, person),
}
const ban: Act = {
  label: 'Ban',
  about: 'Is out at once, and cannot come back',
  danger: true,
  run: (acts, room, person) => acts.host.ban(room, person),
}

/** What `me` may do with this member: never anything with oneself or with somebody of the same rank. */
export function actsOn(room: Room, member: MemberState, me: PersonId | undefined): Act[] {
  if (member.person === me || ranks[room.role] <= ranks[member.role]) return []
  const roles = member.role === 'admin' ? [toOwner, toGuest] : [toAdmin, toOwner]
  return [
    ...(may(room, 'room.role') ? roles : []),
    ...(may(room, 'room.kick') ? [kick] : []),
    ...(may(room, 'room.ban') ? [ban] : []),
  ]
}

interface Props {
  readonly room: Room
  readonly member: MemberState
  readonly me: PersonId | undefined
  readonly onClose: () => void
}

export function PersonDialog({ room, member, me, onClose }: Props) {
  const { acts } = useVisit()
  const choices = actsOn(room, member, me).map(({ run, ...act }) => ({
    ...act,
    run: () => {
      run(acts, room, member.person)
      onClose()
    },
  }))
  return (
    <Dialog title={member.name} onClose={onClose}>
      <Choices choices={choices} />
    </Dialog>
  )
}
