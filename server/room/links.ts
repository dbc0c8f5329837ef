// The links of a room. A token is worked out from the server's key and never stored: the same room and number
// give the same link, also after a restart.
import type { InviteToken, RoomId, Sealed } from '#protocol/id.ts'
import type { Seal } from '../base/seal.ts'

const HOST_LINK_LIFE = 365 * 24 * 3600_000

export class Links {
  readonly #seal: Seal
  readonly #room: RoomId
  /** Which public link holds; null when none does. */
  current: number | null
  /** How many public links there have been. */
  made: number
  /** Host links of a smaller number are void. */
  hostNumber: number
  /** Asked for at every join, so worked out once. */
  #worked: { number: number; token: InviteToken } | undefined

  constructor(seal: Seal, room: RoomId, numbers: { link: number | null; links: number; hostLinks: number }) {
    this.#seal = seal
    this.#room = room
    this.current = numbers.link
    this.made = numbers.links
    this.hostNumber = numbers.hostLinks
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

  #tokenOf(number: number): InviteToken {
    if (this.#worked?.number !== number)
      this.#worked = { number, token: publicToken(this.#seal, this.#room, number) }
    return this.#worked.token
  }

  isHost(token: Sealed, now: number): boolean {
    const host = openHostLink(this.#seal, token, now)
    return host?.room === this.#room && host.number === this.hostNumber
  }
}

export const invitePath = (token: InviteToken) => `/i/${token}`

export const publicToken = (seal: Seal, room: RoomId, number: number) =>
  seal.digest('link', `${room} ${number}`).subarray(0, 16).toString('base64url') as InviteToken

export function openHostLink(seal: Seal, token: Sealed, now: number) {
  return seal.open('host', token, now)?.value as { room: RoomId; number: number } | undefined
}
