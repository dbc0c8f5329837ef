// What one can do with somebody in a room: as who runs it, and as one account with another.
import type { PersonId } from '#protocol/id.ts'
import type { Someone } from '#protocol/people.ts'
import { outranks } from '#protocol/rank.ts'
import type { MemberState, Role } from '#protocol/room.ts'
import type { Acts } from '../act/acts.ts'
import { type Me, may, type Room, type State } from '../state/state.ts'
import { About } from './about.tsx'
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

export interface Act extends Omit<Choice, 'run'> {
  readonly run: (acts: Acts, room: Room, member: Someone) => void
}

const toAdmin: Act = {
  label: 'Make admin',
  about: 'May let people in, remove them, lock the room and delete messages',
  run: (acts, room, { person }) => acts.host.setRole(room, person, 'admin'),
}
const toOwner: Act = {
  label: 'Make owner',
  about: 'May do everything that you may, and cannot be removed',
  run: (acts, room, { person }) => acts.host.setRole(room, person, 'owner'),
}
const toGuest: Act = {
  label: 'Take the admin role back',
  about: 'Is a guest then, like anybody with the link',
  run: (acts, room, { person }) => acts.host.setRole(room, person, 'guest'),
}
const kick: Act = {
  label: 'Remove',
  about: 'Is out at once, and can come back by the link',
  danger: true,
  run: (acts, room, { person }) => acts.host.kick(room, person),
}
const ban: Act = {
  label: 'Ban',
  about: 'Is out at once, and cannot come back until let in again in the room settings',
  danger: true,
  run: (acts, room, { person }) => acts.host.ban(room, person),
}

const write: Act = {
  label: 'Write to this person',
  about: 'In a room for the two of you, which stays',
  run: (acts, _room, { person }) => void acts.people.write(person),
}
const block: Act = {
  label: 'Block',
  about: 'Can no longer find you, invite you or write to you, and is not told',
  danger: true,
  run: (acts, _room, member) => void acts.people.block(member, true),
}
const unblock: Act = {
  label: 'Unblock',
  about: 'Can find you, invite you and write to you again',
  run: (acts, _room, member) => void acts.people.block(member, false),
}

/** What the visitor may do with this member: nothing with himself. */
export const actsOn = (room: Room, member: MemberState, { me, blocked }: State): Act[] =>
  member.person === me?.person
    ? []
    : [...(isPair(me, member) ? [write, ...blockOrNot(member.person, blocked)] : []), ...asHost(room, member)]

const isPair = (me: Me | undefined, member: MemberState) =>
  me?.kind === 'account' && member.kind === 'account'

export const blockOrNot = (person: PersonId, blocked: State['blocked']): Act[] =>
  blocked.some(one => one.person === person) ? [unblock] : [block]

/** Never anything with somebody of the same rank. */
function asHost(room: Room, member: MemberState): Act[] {
  if (!outranks(room.role, member.role)) return []
  const roles = member.role === 'admin' ? [toOwner, toGuest] : [toAdmin, toOwner]
  return [
    ...(may(room, 'room.role') ? roles : []),
    ...(may(room, 'room.kick') ? [kick] : []),
    ...(may(room, 'room.ban') ? [ban] : []),
  ]
}

interface Props {
  readonly room: Room
  readonly person: Someone
  readonly deeds: readonly Act[]
  readonly onClose: () => void
}

export function PersonDialog({ room, person, deeds, onClose }: Props) {
  const { acts } = useVisit()
  const choices = deeds.map(({ run, ...act }) => ({
    ...act,
    run: () => {
      run(acts, room, person)
      onClose()
    },
  }))
  return (
    <Dialog title={person.name} onClose={onClose}>
      <About room={room} person={person} />
      {choices.length > 0 && <Choices choices={choices} />}
    </Dialog>
  )
}
