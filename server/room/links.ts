// The links of a room. A token is worked out from the server's key and never stored: the same room and number
// give the same link, also after a restart.
import { createHash } from 'node:crypto'
import type { InviteToken, RoomId, Sealed } from '#protocol/id.ts'
import type { Seal } from '../base/seal.ts'
import type { RoomRecord } from './record.ts'

const HOST_LINK_LIFE = 365 * 24 * 3600_000

export class Links {
  readonly #seal: Seal
  readonly #room: RoomId
  readonly #created: number
  /** Which public link holds; null when none does. */
  current: number | null
  /** How many public links there have been. */
  made: number
  /** Host links of a smaller number are void. */
  hostNumber: number
  #known: { number: number; token: InviteToken } | undefined

  constructor(seal: Seal, { id, created, link, links, hostLinks }: RoomRecord) {
    this.#seal = seal
    this.#room = id
    this.#created = created
    this.current = link
    this.made = links
    this.hostNumber = hostLinks
  }

  get token(): InviteToken | undefined {
    return this.current === null ? undefined : this.#tokenOf(this.current)
  }

  make(): InviteToken {
    this.current ??= ++this.made
    return this.#tokenOf(this.current)
  }

  cancel(): void {
    this.current = null
  }

  hostPath(now: number): string {
    const token = this.#seal.close('host', { room: this.#room, number: this.hostNumber }, now, HOST_LINK_LIFE)
    return `/r/${this.#room}#host=${token}`
  }

  /** Made for this room, not renewed since, and not for one that stood here before. */
  isHost(token: Sealed, now: number): boolean {
    const host = openHostLink(this.#seal, token, now)
    return host?.room === this.#room && host.number === this.hostNumber && host.issued >= this.#created
  }

  #tokenOf(number: number): InviteToken {
    if (this.#known?.number === number) return this.#known.token
    // Only the first link of a room may outlive it: the front room is always found by the same one.
    const name = number === 1 ? `${number}` : `${number} ${this.#created}`
    const token = publicToken(this.#seal, this.#room, name)
    this.#known = { number, token }
    return token
  }
}

export const invitePath = (token: InviteToken) => `/i/${token}`

/** All that is stored of a token that lets people in. */
export const linkHash = (token: InviteToken) => createHash('sha256').update(token).digest()

export const publicToken = (seal: Seal, room: RoomId, name: string) =>
  seal.digest('link', `${room} ${name}`).subarray(0, 16).toString('base64url') as InviteToken

export function openHostLink(seal: Seal, token: Sealed, now: number) {
  const opened = seal.open('host', token, now)
  const host = opened?.value as { room: RoomId; number: number } | undefined
  return opened && host && { ...host, issued: opened.issued }
}
