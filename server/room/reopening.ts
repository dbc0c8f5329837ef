// After a restart people return one by one, each with the room as he last knew it. Who knows more is believed.
import type { Sealed } from '#protocol/id.ts'
import { giveRole, turnOut } from './moderation.ts'
import { openRecord, type RoomRecord } from './record.ts'
import type { Room } from './room.ts'

/** Takes over what a seal from before the restart knows and this room does not. */
export function adopt(room: Room, seal: Sealed): void {
  const sealed = openRecord(room.house.seal, seal, room.now)
  if (!sealed || sealed.record.id !== room.id || room.house.ended.covers(room.id, sealed.issued)) return
  const { record } = sealed
  if (record.rev <= room.base) return
  room.base = record.rev
  for (const person of record.bans) room.standings.bans.add(person)
  // What was changed here since the restart stays; only if nothing was, the older news are the newest.
  if (record.rev > room.rev) takeOver(room, record)
  for (const person of record.bans) if (room.roster.has(person)) turnOut(room, person, 'banned')
  room.changed().catch(error => room.log.warn({ err: error }, 'what was brought back is not kept'))
}

function takeOver(room: Room, record: RoomRecord): void {
  room.rev = record.rev
  room.settings = record.settings
  room.tell({ type: 'room.changed', room: room.id, settings: room.settings })
  const before = room.links.token
  room.links.current = record.link
  room.links.made = record.links
  room.links.hostNumber = record.hostLinks
  if (before !== room.links.token) room.house.relink(room, before)
  takeOverRoles(room, record)
}

function takeOverRoles(room: Room, record: RoomRecord): void {
  const { roles } = room.standings
  roles.clear()
  for (const [person, role] of record.roles) roles.set(person, role)
  for (const { person, role } of [...room.roster.everyone()]) {
    const now = room.standings.roleOf(person)
    if (now === role) continue
    void giveRole(room, person.id, now, person.id)
    if (!record.roles.some(([id]) => id === person.id)) roles.delete(person.id)
  }
}
