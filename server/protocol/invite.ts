// Links that let people in, and invitations to one person.
import { z } from 'zod'
import { ref } from './asked.ts'
import { inviteId, inviteToken, personId, roomId } from './id.ts'
import { member, roomWho } from './room.ts'
import { note } from './text.ts'

export const MOST_USES = 1000
/** A year. */
export const MOST_HOURS = 8760

export const inviteRole = z.enum(['member', 'admin'])
export type InviteRole = z.infer<typeof inviteRole>

export const inviteLook = z.strictObject({
  type: z.literal('invite.look'),
  ref: ref.optional(),
  invite: inviteToken,
})
/** Give the room's public link, making it if there is none. */
export const invitePublic = roomWho.extend({ type: z.literal('invite.public') })
export const inviteHost = roomWho.extend({
  type: z.literal('invite.host'),
  /** Void the host links given out so far. */
  renew: z.boolean().optional(),
})
/** Make one more link, or invite a person. */
export const inviteMake = roomWho
  .extend({
    type: z.literal('invite.make'),
    /** How many may come by it; without it as many as will. */
    uses: z.number().int().positive().max(MOST_USES).optional(),
    /** Without them it holds until it is revoked. */
    hours: z.number().int().positive().max(MOST_HOURS).optional(),
    /** What whoever comes by it is from then on. */
    role: inviteRole.optional(),
    /** Only he can use it, and he is told. */
    person: personId.optional(),
    /** For those who see the list. */
    note: note.optional(),
  })
  .refine(({ uses, person }) => uses === undefined || person === undefined, {
    error: 'at most one of uses, person',
  })
export const inviteList = roomWho.extend({ type: z.literal('invite.list') })
export const inviteRevoke = roomWho.extend({
  type: z.literal('invite.revoke'),
  id: inviteId,
  /** Also turn out those who came by it. */
  people: z.boolean().optional(),
})
export const inviteDecline = roomWho.extend({ type: z.literal('invite.decline'), id: inviteId })

/** As he sees it who is invited himself. */
export const invitation = z.strictObject({
  room: roomId,
  id: inviteId,
  /** Of the room, or what it is about. */
  name: z.string(),
  by: z.string(),
  at: z.number(),
})
export type Invitation = z.infer<typeof invitation>

export const inviteCame = invitation.extend({ type: z.literal('invite.came') })
/** It was used, declined or revoked. */
export const inviteGone = z.strictObject({ type: z.literal('invite.gone'), room: roomId, id: inviteId })

export const lookResult = z.strictObject({
  name: z.string().nullable(),
  topic: z.string(),
  count: z.number().int().nonnegative(),
  members: z.array(member.pick({ name: true })),
  locked: z.boolean(),
})
/** A path on this server; the client puts its own origin in front. */
export const linkResult = z.strictObject({ path: z.string() })
/** The only time that the link itself is shown. */
export const makeResult = z.strictObject({ id: inviteId, path: z.string() })

const arrival = z.strictObject({
  person: personId,
  name: z.string(),
  at: z.number(),
  /** He was turned out since: it is as if he had not come by it. */
  out: z.boolean(),
})
const whole = z.number().int().nonnegative()
export const invite = z.strictObject({
  id: inviteId,
  uses: whole.nullable(),
  left: whole.nullable(),
  expires: z.number().nullable(),
  role: inviteRole.nullable(),
  person: personId.nullable(),
  note: z.string(),
  /** Who made it; nobody in particular the public one. */
  by: z.strictObject({ person: personId, name: z.string() }).nullable(),
  at: z.number(),
  /** How many came by it; `came` names the newest of them. */
  count: whole,
  came: z.array(arrival),
})
export type Invite = z.infer<typeof invite>
export const listResult = z.strictObject({ invites: z.array(invite) })
