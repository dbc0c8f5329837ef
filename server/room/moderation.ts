// Running a room: its settings, its roles, and who may stay.

import type { PersonId } from '#protocol/id.ts'
import type { Nothing, Result } from '#protocol/message.ts'
import { outranks } from '#protocol/rank.ts'
import { Refusal } from '#protocol/refusal.ts'
import type { Role } from '#protocol/room.ts'
import type { CommandOf } from './command.ts'
import { turnOut } from './leaving.ts'
import type { Who } from './member.ts'
import { giveRole } from './roles.ts'
import type { Room } from './room.ts'

export async function set(room: Room, _who: Who, command: CommandOf<'room.set'>): Promise<Nothing> {
  const { topic, locked, limit, guestsInvite, liveLocked, hideAddresses } = {
    ...room.settings,
    ...withoutUndefined(command),
  }
  room.settings = { topic, locked, limit, guestsInvite, liveLocked, hideAddresses }
  room.tell({ type: 'room.changed', room: room.id, settings: room.settings })
  await room.changed()
  return {}
}

export async function kick(room: Room, who: Who, { person }: CommandOf<'room.kick'>): Promise<Nothing> {
  assertOutranks(room, who, person)
  if (!room.roster.has(person)) throw new Refusal('person.unknown')
  await Promise.all([turnOut(room, person, 'kicked'), room.changed()])
  return {}
}

export async function ban(room: Room, who: Who, { person }: CommandOf<'room.ban'>): Promise<Nothing> {
  if (!room.knows(person)) throw new Refusal('person.unknown')
  assertOutranks(room, who, person)
  room.standings.bans.add({ person, name: room.nameOf(person), at: room.now })
  room.endKnock(person, 'room.denied')
  // Also when he is still waited for.
  room.live.happens({ type: 'leave', person, why: 'removed' })
  const out = room.roster.has(person) ? turnOut(room, person, 'banned') : room.invitations.turnedOut(person)
  await Promise.all([out, room.changed()])
  return {}
}

export async function unban(room: Room, _who: Who, { person }: CommandOf<'room.unban'>): Promise<Nothing> {
  if (!room.standings.bans.lift(person)) throw new Refusal('person.unknown')
  await room.changed()
  return {}
}

/** Newest first. */
export const bans = ({ standings }: Room): Result<'room.bans'> => ({
  people: standings.bans.list().reverse(),
})

export async function setRole(
  room: Room,
  who: Who,
  { person, role }: CommandOf<'room.role'>,
): Promise<Nothing> {
  const before = room.roster.role(person)
  if (before === undefined || before === 'service') throw new Refusal('person.unknown')
  if (person !== who.person.id) assertOutranks(room, who, person)
  if (before === 'owner' && role !== 'owner' && room.standings.owners <= 1) throw new Refusal('role.last')
  if (before === role) return {}
  await giveRole(room, person, role, who.person.id)
  await room.changed()
  return {}
}

export function assertOutranks(room: Room, who: Who, person: PersonId): void {
  const mine = room.roster.role(who.person.id)
  if (!mine || !outranksIn(room, mine, person)) throw new Refusal('forbidden')
}

/** Somebody of this role him, there or not. */
export function outranksIn(room: Room, role: Role, person: PersonId): boolean {
  return outranks(role, room.roster.role(person) ?? room.standings.roles.get(person) ?? 'guest')
}

function withoutUndefined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Partial<T>
}
