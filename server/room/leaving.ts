// Going out: by oneself, for good, by being lost or turned out; and what becomes of the room then.
import type { PersonId } from '#protocol/id.ts'
import type { Nothing, ServerMessage } from '#protocol/message.ts'
import { belongNoMore } from './belonging.ts'
import type { CommandOf } from './command.ts'
import { memberOf, type Who } from './member.ts'
import { giveRole } from './roles.ts'
import type { Room } from './room.ts'
import { counts } from './roster.ts'

type Departure = Extract<ServerMessage, { type: 'room.left' }>['why']

export async function leave(room: Room, who: Who, { forGood }: CommandOf<'room.leave'>): Promise<Nothing> {
  // Of this page: his others stay.
  room.house.ended.mark(`${room.id} ${memberOf(who).id}`, room.now)
  const gone = forGood && room.kept
  goOut(room, who, gone ? 'gone' : 'left')
  if (!gone) return {}
  takePages(room, who.person.id)
  await leaveForGood(room, who.person.id)
  return {}
}

/** Who belongs to a room no more is in it with no page. */
function takePages(room: Room, person: PersonId): void {
  if (!room.roster.has(person)) return
  room.turnOut(person, 'room.removed')
  left(room, person, 'gone')
}

export function lost(room: Room, who: Who, { why }: CommandOf<'member.lost'>): Nothing {
  withdraw(room, who)
  goOut(room, who, why)
  return {}
}

export function withdraw(room: Room, who: Who): Nothing {
  const knock = room.knocks.get(who.person.id)
  if (!knock || knock.member.id !== who.member?.id) return {}
  room.endKnock(who.person.id)
  knock.member.out(room.id)
  return {}
}

function goOut(room: Room, who: Who, why: Departure): void {
  const member = memberOf(who)
  leaveCall(room, who, why)
  const last = room.roster.leave(who.person.id, member)
  member.out(room.id)
  if (last && counts(who.person)) left(room, who.person.id, why)
}

/** With the page that he sits at. */
function leaveCall({ live }: Room, { person, member }: Who, why: Departure): void {
  if (member && live.seatAt(member.id))
    live.happens({ type: 'leave', person: person.id, why: why === 'lost' ? 'lost' : 'left' })
}

/** Tells the others, and ends the room when nobody is left. */
export function left(room: Room, person: PersonId, why: Departure): void {
  room.log.info({ person, why }, 'left')
  room.tell({ type: 'room.left', room: room.id, person, why })
  if (!room.belongings.has(person)) room.reads.forget(person)
  if (room.roster.people === 0) room.house.emptied(room)
}

/**
 * Ends everything this person has here, there or not, at once and also for tokens he still holds. Done when what is
 * kept says so too.
 */
export async function turnOut(room: Room, person: PersonId, why: 'kicked' | 'banned'): Promise<void> {
  const known = room.roster.has(person) || room.belongings.has(person)
  room.house.ended.mark(`${room.id} ${person}`, room.now)
  room.standings.turnOut(person)
  const kept = [belongNoMore(room, person), room.invitations.turnedOut(person)]
  room.turnOut(person, why === 'banned' ? 'room.banned' : 'room.removed')
  if (known) left(room, person, why)
  await Promise.all(kept)
}

/** Over for everyone. A named room is burned: nothing of it is kept. */
export async function close(room: Room): Promise<Nothing> {
  if (room.kept) await room.memory.store.burn(room.id)
  room.kept = false
  room.house.emptied(room)
  return {}
}

/** His account is no more: he has no place here and no role. What he said stays, and the room too. */
export async function removed(room: Room, { person: { id } }: Who): Promise<Nothing> {
  room.endKnock(id, 'room.denied')
  const inherits = isLastOwner(room, id)
  room.standings.turnOut(id)
  room.live.happens({ type: 'leave', person: id, why: 'removed' })
  takePages(room, id)
  await belongNoMore(room, id)
  if (room.direct && room.belongings.size === 0) return close(room)
  const heir = inherits ? heirOf(room) : undefined
  if (heir) await giveRole(room, heir, 'owner', id)
  await room.changed()
  return {}
}

const isLastOwner = ({ standings }: Room, person: PersonId) =>
  standings.roles.get(person) === 'owner' && standings.owners === 1

/** A room must have an owner: the last one who goes for good leaves it to who is there, or burns it. */
async function leaveForGood(room: Room, person: PersonId): Promise<void> {
  const last = isLastOwner(room, person)
  room.standings.roles.delete(person)
  await belongNoMore(room, person)
  if (room.direct && room.belongings.size === 0) return void (await close(room))
  const heir = last ? heirOf(room) : undefined
  if (last && !heir) return void (await close(room))
  if (heir) await giveRole(room, heir, 'owner', person)
  await room.changed()
}

/** An admin before a member, and who has belonged to it longer before who has not. */
function heirOf(room: Room): PersonId | undefined {
  const rank = (person: PersonId) => (room.standings.roles.get(person) === 'admin' ? 1 : 0)
  const heirs = [...room.belongings.values()].sort(
    (one, other) => rank(other.person) - rank(one.person) || one.since - other.since,
  )
  return heirs[0]?.person
}
