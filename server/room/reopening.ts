// After a restart people return one by one, each with the room as he last knew it. Who knows more is believed.
import type { Sealed } from '#protocol/id.ts'
import { turnOut } from './leaving.ts'
import { openRecord, type RoomRecord } from './record.ts'
import { giveRole } from './roles.ts'
import type { Room } from './room.ts'

/** Takes over what a seal from before the restart knows and this room does not. */
export function adopt(room: Room, seal: Sealed): void {
  const sealed = openRecord(room.house.seal, seal, room.now)
  if (!sealed || sealed.record.id !== room.id || room.house.ended.covers(room.id, sealed.issued)) return
  const { record } = sealed
  // What was sealed in this same life is known here, and may have been undone since.
  const { keeping } = room
  if (record.life === keeping.life || record.rev <= keeping.base) return
  keeping.base = record.rev
  keeping.rev = Math.max(keeping.rev, record.rev)
  takeOver(room, record)
  for (const { person } of room.standings.bans.list())
    if (room.roster.has(person)) void turnOut(room, person, 'banned')
  room.changed().catch(error => room.log.warn({ err: error }, 'what was brought back is not kept'))
}

/** All of it, also over what was changed since: whoever did that knew less. Only new bans stay. */
function takeOver(room: Room, record: RoomRecord): void {
  room.settings = record.settings
  room.tell({ type: 'room.changed', room: room.id, settings: room.settings })
  const before = room.links.token
  room.links.current = record.link
  room.links.made = record.links
  room.links.hostNumber = record.hostLinks
  if (before !== room.links.token) room.house.relink(room, before)
  room.standings.bans.forgetOld()
  room.standings.bans.take(record.bans)
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
