// What one can do with somebody in a room: as who runs it, and as one account with another.
import type { PersonId } from '#protocol/id.ts'
import type { Someone } from '#protocol/people.ts'
import { outranks } from '#protocol/rank.ts'
import type { MemberState } from '#protocol/room.ts'
import type { Acts } from '../act/acts.ts'
import type { Texts } from '../language/texts.ts'
import { peerOf } from '../state/presiding.ts'
import { may, type Room, type State } from '../state/state.ts'
import { About } from './about.tsx'
import { type Choice, Choices } from './choices.tsx'
import { useTexts, useVisit } from './context.ts'
import { Dialog } from './dialog.tsx'
import { lazy } from './lazy.tsx'

export type DeedName = keyof Texts['people']['deeds']

interface Deed extends Pick<Choice, 'danger'> {
  readonly run: (acts: Acts, room: Room, member: Someone) => void
}

const all: Readonly<Record<DeedName, Deed>> = {
  makeAdmin: { run: (acts, room, { person }) => acts.host.setRole(room, person, 'admin') },
  makeOwner: { run: (acts, room, { person }) => acts.host.setRole(room, person, 'owner') },
  makeGuest: { run: (acts, room, { person }) => acts.host.setRole(room, person, 'guest') },
  kick: { danger: true, run: (acts, room, { person }) => acts.host.kick(room, person) },
  ban: { danger: true, run: (acts, room, { person }) => acts.host.ban(room, person) },
  write: { run: (acts, _room, { person }) => void acts.people.write(person) },
  block: { danger: true, run: (acts, _room, member) => void acts.people.block(member, true) },
  unblock: { run: (acts, _room, member) => void acts.people.block(member, false) },
}

/** What the visitor may do with this member: nothing with himself. */
export function deedsOn(room: Room, member: MemberState, { me, blocked }: State): DeedName[] {
  if (member.person === me?.person) return []
  const isPair = me?.kind === 'account' && member.kind === 'account'
  const asPair: DeedName[] = isPair ? ['write', ...blockOrNot(member.person, blocked)] : []
  return [...asPair, ...asHost(room, member)]
}

export const blockOrNot = (person: PersonId, blocked: State['blocked']): DeedName[] =>
  blocked.some(one => one.person === person) ? ['unblock'] : ['block']

/** Never anything with somebody of the same rank. */
function asHost(room: Room, member: MemberState): DeedName[] {
  if (!outranks(room.role, member.role)) return []
  const roles: DeedName[] = member.role === 'admin' ? ['makeOwner', 'makeGuest'] : ['makeAdmin', 'makeOwner']
  const out = (['kick', 'ban'] as const).filter(deed => may(room, `room.${deed}`))
  return [...(may(room, 'room.role') ? roles : []), ...out]
}

/** Of somebody in the call. */
export const canOrder = (room: Room, { person }: MemberState, me: PersonId | undefined) =>
  person !== me && may(room, 'live.stop') && peerOf(room, person) !== undefined

const Orders = lazy(async () => (await import('./live/orders.tsx')).OrdersOutside)

interface Props {
  readonly room: Room
  readonly person: Someone
  readonly deeds: readonly DeedName[]
  readonly onClose: () => void
}

export function PersonDialog({ room, person, deeds, onClose }: Props) {
  const { acts } = useVisit()
  const t = useTexts().people
  const choices = deeds.map(name => ({
    ...all[name],
    ...t.deeds[name],
    run: () => {
      all[name].run(acts, room, person)
      onClose()
    },
  }))
  return (
    <Dialog title={person.name} onClose={onClose}>
      <About room={room} person={person} />
      {peerOf(room, person.person) && <Orders room={room} person={person.person} onDone={onClose} />}
      {choices.length > 0 && <Choices choices={choices} />}
    </Dialog>
  )
}
