// Coming in: how somebody gets his place, who has to knock, and who answers.
import { Frame } from '#protocol/frame.ts'
import type { Cursor } from '#protocol/hello.ts'
import type { PersonId } from '#protocol/id.ts'
import type { Nothing } from '#protocol/message.ts'
import { Refusal } from '#protocol/refusal.ts'
import { belong } from './belonging.ts'
import type { CommandOf } from './command.ts'
import { type Member, memberOf, type Who } from './member.ts'
import { may } from './permission.ts'
import { adopt } from './reopening.ts'
import { knockerOf, type Room } from './room.ts'
import { counts } from './roster.ts'
import { absentOf, stateFor } from './state.ts'

const WAITING = 50

/** Enters, or adds one more page to somebody who is in already. The state goes out in the same turn: nothing that
 * happens in the room comes before it, or is in it and comes again. */
export function letIn(room: Room, who: Who, member: Member, cursor?: Cursor): void {
  const { person } = who
  const role = room.roster.role(person.id) ?? room.standings.roleOf(person)
  room.endKnock(person.id)
  const fresh = room.roster.enter(person, role, member, room.now)
  member.entered(room.id)
  member.send(new Frame({ type: 'room.entered', room: stateFor(room, who, role, cursor) }))
  if (!fresh) return
  room.standings.letIn(person)
  belong(room, person)
  room.log.info({ person: person.id, role }, 'entered')
  const state = room.roster.state(person.id)
  if (state && counts(person)) room.tell({ type: 'room.joined', room: room.id, member: state }, person.id)
}

export function setAway(room: Room, who: Who, { away }: CommandOf<'member.away'>): Nothing {
  const { id: session } = memberOf(who)
  if (room.roster.setAway(who.person.id, session, away)) tellState(room, who.person.id)
  room.live.happens({ type: 'away', session, away })
  return {}
}

/** Another name or picture. Whoever belongs here has it also while he is not there. */
export function rename(room: Room, { person }: Who): Nothing {
  const { id, name } = person
  const belonging = room.belongings.get(id)
  if (belonging) room.belongings.set(id, { ...belonging, name })
  room.roster.rename(person)
  if (room.standings.wasLetIn(id)) room.standings.letIn(person)
  room.live.happens({ type: 'rename', person: id, name })
  if (room.roster.has(id)) tellState(room, id)
  else if (belonging)
    room.tell({ type: 'room.absent', room: room.id, absent: absentOf(room, { ...belonging, name }) })
  return {}
}

/** A session is back: in its old place, or in a new one if the old one was given up meanwhile. */
export function back(room: Room, who: Who, { cursor, seat }: CommandOf<'member.back'>): Nothing {
  const member = memberOf(who)
  if (!room.roster.has(who.person.id)) {
    // His token says that he was in and has not left: that opens a locked room too, but not a full one.
    assertNotBanned(room, who.person.id)
    assertNotFull(room, who)
  }
  room.live.takeBack(who, cursor?.seat, seat)
  letIn(room, who, member, cursor)
  tellState(room, who.person.id)
  // When he is seated: what he brings may turn others out, and the room must not be empty then.
  // A room that is kept needs no telling: the memory has it.
  if (cursor?.seal && !room.kept) adopt(room, cursor.seal)
  return {}
}

export function knock(room: Room, who: Who) {
  const member = memberOf(who)
  if (room.direct) throw new Refusal('forbidden')
  assertNotBanned(room, who.person.id)
  if (room.knocks.size >= WAITING && !room.knocks.has(who.person.id)) throw new Refusal('knocks.many')
  const known = room.knocks.get(who.person.id)
  const entry = { member, who, at: known?.at ?? room.now }
  room.knocks.set(who.person.id, entry)
  // Knocking again is for the page that has lost count, not for those inside.
  if (known?.who.person.name !== who.person.name)
    room.tellWhoMay('knock.admit', { type: 'knock.waiting', room: room.id, knocker: knockerOf(entry) })
  const hosts = [...room.roster.everyone()].filter(one => may(one.role, one.person.scopes, 'knock.admit'))
  return { room: room.id, hosts: hosts.length }
}

export function admit(room: Room, _who: Who, { person }: CommandOf<'knock.admit'>): Nothing {
  const knock = room.knocks.get(person)
  if (!knock) throw new Refusal('person.unknown')
  assertNotFull(room, knock.who)
  letIn(room, knock.who, knock.member)
  return {}
}

export function deny(room: Room, _who: Who, { person }: CommandOf<'knock.deny'>): Nothing {
  if (!room.knocks.has(person)) throw new Refusal('person.unknown')
  room.endKnock(person, 'room.denied')
  return {}
}

export function assertNotBanned(room: Room, person: PersonId): void {
  if (room.standings.bans.has(person)) throw new Refusal('room.banned')
}

export function assertNotFull(room: Room, { person }: Who): void {
  const limit = Math.min(room.settings.limit || room.house.userLimit, room.house.userLimit)
  const taken = room.roster.people + room.invitations.onTheWay
  if (counts(person) && taken >= limit) throw new Refusal('room.full')
}

function tellState(room: Room, person: PersonId): void {
  const member = room.roster.state(person)
  if (member && member.kind !== 'service') room.tell({ type: 'room.member', room: room.id, member })
}
