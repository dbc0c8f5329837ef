// Bringing files into a room: a place for one is promised, it comes by another way, and is sent with a message.
import type { Attachment } from '#protocol/file.ts'
import { uploadPath } from '#protocol/file-path.ts'
import type { Nothing, Result } from '#protocol/message.ts'
import { Refusal } from '#protocol/refusal.ts'
import type { CommandOf } from './command.ts'
import type { Who } from './member.ts'
import { permit } from './permission.ts'
import type { Room } from './room.ts'

export function offer(room: Room, who: Who, { name, size }: CommandOf<'file.offer'>): Result<'file.offer'> {
  const { uploads } = room.house
  const id = uploads.offer({ room: room.id, who, name, size, shelved: room.shelf.bytes }, room.now)
  return { id, path: uploadPath(room.id, id) }
}

export function withdraw(room: Room, { person }: Who, { id }: CommandOf<'file.withdraw'>): Nothing {
  const { uploads } = room.house
  if (uploads.bearer(room.id, id)?.person.id !== person.id) throw new Refusal('file.gone')
  uploads.drop(id)
  return {}
}

export function begin(room: Room, who: Who, { id }: CommandOf<'file.begin'>): { size: number } {
  assertStillMay(room, who)
  return { size: room.house.uploads.begin(id) }
}

export function arrived(room: Room, who: Who, { id, picture }: CommandOf<'file.arrived'>): Attachment {
  assertStillMay(room, who)
  return room.house.uploads.arrived(id, picture, room.now)
}

/** He may have been turned out since he asked, or while it came. */
function assertStillMay(room: Room, who: Who): void {
  permit(room.standingOf(who), who.person.scopes, 'file.offer')
}
