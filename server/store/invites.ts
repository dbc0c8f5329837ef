// The port of the invites: links that are used up, run out or carry a role, and who came by which. Of a link's
// token only the hash is known here. All times are the caller's.
import type { InviteId, PersonId, RoomId } from '#protocol/id.ts'
import type { InviteRole } from '#protocol/invite.ts'

/** Living ones of a room. */
export const MOST_INVITES = 200
/** Who came by a link without a number of uses is remembered as far as this. */
export const MOST_USES_KEPT = 1000
/** How many of those who came a list names, over all links of a room. */
export const MOST_NAMED = 300
/** How many invitations of one person are shown to him. */
export const MOST_SHOWN = 50

export interface KeptInvite {
  readonly room: RoomId
  readonly id: InviteId
  readonly hash: Buffer
  readonly uses: number | null
  readonly left: number | null
  readonly expires: number | null
  readonly role: InviteRole | null
  readonly person: PersonId | null
  readonly note: string
  readonly by: PersonId
  readonly name: string
  readonly at: number
}

/** Somebody came by a link of this room, or by its public one. */
export interface Use {
  readonly invite: InviteId
  readonly person: PersonId
  readonly name: string
  readonly at: number
  /** He was turned out since: it no longer lets him in. */
  readonly out: boolean
}

export interface KeptInvites {
  readonly invites: readonly Omit<KeptInvite, 'room'>[]
  readonly uses: readonly Use[]
}

/** A link that would let this person in, as far as can be said before it is spent. */
export interface Pass {
  readonly room: RoomId
  readonly id: InviteId
  readonly role: InviteRole | null
  /** To him and nobody else. */
  readonly direct: boolean
  readonly expires: number | null
}

export interface Listed extends Omit<KeptInvite, 'room' | 'hash'> {
  readonly count: number
}
export interface Lists {
  readonly invites: readonly Listed[]
  /** How many came by the public link. */
  readonly publicCount: number
  /** The newest, by whichever link. */
  readonly uses: readonly Use[]
}

export interface Revoked {
  /** Whom it invited. */
  readonly person: PersonId | null
  /** Who came by it and was not turned out since. */
  readonly came: readonly PersonId[]
}

export type Spending = 'spent' | 'again' | 'gone'

export interface Guest {
  readonly person: PersonId
  readonly name: string
}

export interface Waiting {
  readonly room: RoomId
  readonly id: InviteId
  /** The room's, where it is kept with the invite. */
  readonly roomName: string | null
  /** Who invited him. */
  readonly by: string
  readonly at: number
}

export interface Invites {
  /** False when the room has too many. One that nobody can use any more makes place. */
  add(invite: KeptInvite): Promise<boolean>
  /** What it opens for him: nothing if it is spent, run out or another's, but always for who has come by it. */
  find(hash: Buffer, person: PersonId, now: number): Promise<Pass | undefined>
  /** One condition decides. Who has come by it before comes again and spends nothing. */
  spend(room: RoomId, id: InviteId, guest: Guest, now: number): Promise<Spending>
  /** He came by the public link. */
  came(room: RoomId, guest: Guest, now: number): Promise<void>
  list(room: RoomId): Promise<Lists>
  /** With `by` only if it is his. Undefined when there is no such invite. */
  revoke(room: RoomId, id: InviteId, by?: PersonId): Promise<Revoked | undefined>
  /** The public link is another one from now on: forgets who came by it, and says who did. */
  forgetPublic(room: RoomId): Promise<readonly PersonId[]>
  /** False when it was not for him, or is not to be declined any more. */
  decline(room: RoomId, id: InviteId, person: PersonId): Promise<boolean>
  /** What he came by lets him in no more, and nobody waits for him. */
  turnedOut(room: RoomId, person: PersonId): Promise<void>
  /** Whom this room waits for. */
  expected(room: RoomId): Promise<readonly (Pass & { person: PersonId })[]>
  /** Where he is waited for. */
  of(person: PersonId, now: number): Promise<readonly Waiting[]>
}
