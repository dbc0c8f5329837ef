// Asking to come in: by the public link, an invite, the host link, or as somebody who is known here.
import type { Result } from '#protocol/message.ts'
import { outranks } from '#protocol/rank.ts'
import { Refusal } from '#protocol/refusal.ts'
import type { Role } from '#protocol/room.ts'
import type { Person } from '../people/person.ts'
import type { Pass } from '../store/invites.ts'
import type { CommandOf, Way } from './command.ts'
import { assertNotBanned, assertNotFull, letIn } from './entrance.ts'
import { memberOf, type Who } from './member.ts'
import { may } from './permission.ts'
import { giveRole } from './roles.ts'
import type { Room } from './room.ts'

export async function join(
  room: Room,
  who: Who,
  { way }: CommandOf<'room.join'>,
): Promise<Result<'room.join'>> {
  const shared = isPublic(room, way)
  const host = way.host !== undefined && room.links.isHost(way.host, room.now)
  const pass = host ? undefined : passFor(room, who, way)
  if (pass && isWanted(room, who, pass)) await comeByInvite(room, who, pass)
  else if (host) await comeAsHost(room, who)
  else come(room, who, shared)
  return { room: room.id, shared }
}

/** An invitation to himself, also when he shows none. Programs need neither. */
function passFor(room: Room, { person }: Who, way: Way): Pass | undefined {
  return person.kind === 'service' ? undefined : (room.invitations.to(person.id) ?? way.pass)
}

/** It is not spent by who comes in without it and gains nothing by it; but an answered invitation is over. */
function isWanted(room: Room, who: Who, { direct, role }: Pass): boolean {
  return direct || (role !== null && outranks(role, roleOf(room, who.person))) || !isKnown(room, who)
}

/** Whoever decided on a role, or on the person, has decided about the lock, too. */
export const opensLock = ({ direct, role }: Pass) => direct || role !== null

async function comeByInvite(room: Room, who: Who, pass: Pass): Promise<void> {
  const { person } = who
  const member = memberOf(who)
  const open = isKnown(room, who) || !room.settings.locked || opensLock(pass)
  if (!room.roster.has(person.id)) assertMayEnter(room, who, open)
  const seat = room.invitations.keepSeat(person)
  const assertSeat = () => {
    assertNotBanned(room, person.id)
    if (!seat.kept) throw new Refusal('room.gone')
  }
  try {
    const spending = await room.invitations.spend(pass, person)
    if (spending === 'gone') throw new Refusal('room.gone')
    assertSeat()
    // Who comes again was given it then, or something else since.
    const given = spending === 'again' && room.standings.roles.has(person.id)
    if (pass.role && !given) await raise(room, person, pass.role)
    assertSeat()
    letIn(room, who, member)
  } finally {
    room.invitations.freeSeat(seat)
  }
}

async function comeAsHost(room: Room, who: Who): Promise<void> {
  const member = memberOf(who)
  const inside = room.roster.has(who.person.id)
  if (!inside) assertMayEnter(room, who, true)
  const raised = raise(room, who.person, 'owner')
  letIn(room, who, member)
  // Who comes in does not wait for the disk.
  if (inside) await raised
  else raised.catch(error => room.log.warn({ err: error }, 'a host was not kept'))
}

function come(room: Room, who: Who, shared: boolean): void {
  const member = memberOf(who)
  const known = isKnown(room, who)
  if (!room.roster.has(who.person.id)) assertMayEnter(room, who, known || (shared && !room.settings.locked))
  letIn(room, who, member)
  if (!known) room.invitations.came(who.person)
}

/** In already, or needs no link: the lock is for those who do not belong here yet. */
function isKnown(room: Room, { person }: Who): boolean {
  const { roster, belongings, standings, settings } = room
  if (roster.has(person.id) || belongings.has(person.id)) return true
  if (may(standings.roleOf(person), person.scopes, 'room.join locked')) return true
  return !settings.locked && standings.wasLetIn(person.id)
}

function assertMayEnter(room: Room, who: Who, open: boolean): void {
  assertNotBanned(room, who.person.id)
  if (!open) throw new Refusal('room.knock')
  assertNotFull(room, who)
}

/** Never lower. Of who is in already everybody hears it. */
async function raise(room: Room, person: Person, role: Role): Promise<void> {
  if (!outranks(role, roleOf(room, person))) return
  if (room.roster.has(person.id)) await giveRole(room, person.id, role, person.id)
  else room.standings.roles.set(person.id, role)
  await room.changed()
}

const roleOf = (room: Room, person: Person) => room.roster.role(person.id) ?? room.standings.roleOf(person)

const isPublic = ({ links }: Room, { invite }: Way) => invite !== undefined && invite === links.token
