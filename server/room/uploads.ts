// Files on their way into rooms: promised a place, coming, here and not yet sent. What is not sent in time is removed.
import { randomBytes } from 'node:crypto'
import type { Attachment } from '#protocol/file.ts'
import type { FileId, PersonId, RoomId } from '#protocol/id.ts'
import { Refusal } from '#protocol/refusal.ts'
import type { Picture } from '../base/picture.ts'
import type { Files } from '../store/files.ts'
import type { Who } from './member.ts'

interface Upload {
  readonly id: FileId
  readonly room: RoomId
  /** Whoever asked for the place: only he may send it. */
  readonly who: Who
  readonly name: string
  readonly size: number
  at: 'offered' | 'coming' | 'here' | 'sent'
  since: number
  picture?: Picture
}

interface Offer {
  readonly room: RoomId
  readonly who: Who
  readonly name: string
  readonly size: number
  /** How much is in the room already. */
  readonly shelved: number
}

export interface FileLimits {
  /** What one file may have; 0: there are none. */
  readonly megabytes: number
  readonly roomMegabytes: number
}

const MEGABYTE = 1_000_000
const MOST_OF_A_PERSON = 20
const MOST_IN_A_ROOM = 200
/** How long a place is kept for a file that does not come, and a file that is not sent. */
const PATIENCE = { offered: 60_000, here: 3600_000 }

export class Uploads {
  readonly files: Files
  /** In bytes. */
  readonly limit: number
  readonly #roomLimit: number
  readonly #uploads = new Map<FileId, Upload>()

  constructor(files: Files, { megabytes, roomMegabytes }: FileLimits) {
    this.files = files
    this.limit = megabytes * MEGABYTE
    this.#roomLimit = roomMegabytes * MEGABYTE
  }

  offer({ room, who, name, size, shelved }: Offer, now: number): FileId {
    if (this.limit === 0) throw new Refusal('file.off')
    if (size > this.limit) throw new Refusal('file.large')
    const inRoom = this.#all(upload => upload.room === room)
    const his = inRoom.filter(upload => upload.who.person.id === who.person.id)
    if (inRoom.length >= MOST_IN_A_ROOM || his.length >= MOST_OF_A_PERSON) throw new Refusal('file.many')
    const promised = inRoom.reduce((sum, upload) => sum + upload.size, 0)
    if (shelved + promised + size > this.#roomLimit) throw new Refusal('file.quota')
    const id = randomBytes(16).toString('base64url') as FileId
    const bearer = { person: who.person }
    this.#uploads.set(id, { id, room, who: bearer, name, size, at: 'offered', since: now })
    return id
  }

  /** Who was promised this place. */
  bearer(room: RoomId, id: FileId): Who | undefined {
    const upload = this.#uploads.get(id)
    return upload?.room === room ? upload.who : undefined
  }

  /** The place is taken, once; gives how many bytes are to come. */
  begin(id: FileId): number {
    const upload = this.#at('offered', id)
    upload.at = 'coming'
    return upload.size
  }

  arrived(id: FileId, picture: Picture | undefined, now: number): Attachment {
    const upload = this.#at('coming', id)
    Object.assign(upload, { at: 'here', since: now, picture })
    return attachmentOf(upload)
  }

  /** It did not come, or is not wanted any more. */
  drop(id: FileId): void {
    const upload = this.#uploads.get(id)
    this.#uploads.delete(id)
    // Of one that is coming, whoever takes it in removes what came.
    if (upload?.at === 'here') this.files.remove(upload.room, id)
  }

  /** All of them, in the order asked for, are to be sent by him now: by nobody else and not twice. */
  take(room: RoomId, by: PersonId, ids: readonly FileId[]): Attachment[] {
    const uploads = ids.map(id => this.#at('here', id))
    const his = uploads.every(upload => upload.room === room && upload.who.person.id === by)
    if (!his || new Set(ids).size < ids.length) throw new Refusal('file.gone')
    for (const upload of uploads) upload.at = 'sent'
    return uploads.map(attachmentOf)
  }

  /** They are in the log, from where they are counted; or they are not, and may be sent again. */
  sent(ids: readonly FileId[], done: boolean): void {
    for (const id of ids) {
      const upload = this.#uploads.get(id)
      if (done) this.#uploads.delete(id)
      else if (upload) upload.at = 'here'
    }
  }

  endRoom(room: RoomId): void {
    for (const { id } of this.#all(upload => upload.room === room)) this.#uploads.delete(id)
    this.files.removeRoom(room)
  }

  forget(now: number): void {
    const late = ({ at, since }: Upload) => (at === 'offered' || at === 'here') && since + PATIENCE[at] < now
    for (const { id } of this.#all(late)) this.drop(id)
  }

  #at(at: Upload['at'], id: FileId): Upload {
    const upload = this.#uploads.get(id)
    if (upload?.at !== at) throw new Refusal('file.gone')
    return upload
  }

  #all(which: (upload: Upload) => boolean): Upload[] {
    return [...this.#uploads.values()].filter(which)
  }
}

const attachmentOf = ({ id, name, size, picture }: Upload): Attachment => ({
  ...{ id, name, size },
  ...(picture ?? { type: 'application/octet-stream' }),
})
