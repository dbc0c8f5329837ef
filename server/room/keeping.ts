// What of a room must hold after a restart, and where that is kept: of a named one on disk, of an unnamed one,
// sealed, by the pages of its members.
import { nanoid } from 'nanoid'
import type { Sealed } from '#protocol/id.ts'
import type { StoredRoom } from '../store/store.ts'
import { linkHash } from './links.ts'
import { type RoomRecord, sealRecord } from './record.ts'
import type { Room } from './room.ts'

/** A seal older than this is made anew before it is handed out. */
const SEAL_AGE = 6 * 3600_000

export class Keeping {
  /** Something has changed that is not on disk yet. */
  unsaved = false
  rev: number
  /** The revision that it was opened from: a record that knows more than this has news from before a restart. */
  base: number
  /** This time in memory. */
  readonly life = nanoid(10)
  readonly #room: Room
  #saving = Promise.resolve()
  #sealed: { token: Sealed; rev: number; at: number } | undefined

  constructor(room: Room, rev: number) {
    this.#room = room
    this.rev = rev
    this.base = rev
  }

  async changed(): Promise<void> {
    const room = this.#room
    this.rev++
    if (room.naming) await room.naming.catch(() => {})
    if (room.kept) await this.save()
    else room.tell({ type: 'room.sealed', room: room.id, seal: this.#seal() })
  }

  /** One after the other, each with all that is true by then. */
  save(): Promise<void> {
    const room = this.#room
    this.unsaved = true
    const save = async () => {
      await room.memory.store.save(this.stored(room.name))
      this.unsaved = false
    }
    this.#saving = this.#saving.then(save, save)
    return this.#saving
  }

  stored(name: string | null): StoredRoom {
    const { id, links, talk } = this.#room
    const { token } = links
    return { id, name, epoch: talk.epoch, record: this.#record(), link: token ? linkHash(token) : null }
  }

  /** For who comes in: good for long enough. */
  seal(): Sealed {
    return this.#seal(SEAL_AGE)
  }

  /** Long before the seals that pages keep run out. */
  renewSeal(): void {
    const { id, kept, now } = this.#room
    if (kept || this.#sealed === undefined || this.#sealed.at + SEAL_AGE > now) return
    this.#room.tell({ type: 'room.sealed', room: id, seal: this.seal() })
  }

  #seal(maxAge = Number.POSITIVE_INFINITY): Sealed {
    const { now, house } = this.#room
    if (this.#sealed?.rev !== this.rev || this.#sealed.at + maxAge < now)
      this.#sealed = { token: sealRecord(house.seal, this.#record(), now), rev: this.rev, at: now }
    return this.#sealed.token
  }

  #record(): RoomRecord {
    const { id, created, settings, pinned, standings, links, direct } = this.#room
    return {
      ...{ id, created, settings, pinned, direct, rev: this.rev, life: this.life },
      roles: [...standings.roles],
      bans: standings.bans.list(),
      link: links.current,
      links: links.made,
      hostLinks: links.hostNumber,
    }
  }
}
