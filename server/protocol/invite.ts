// Links that let people in.
import { z } from 'zod'
import { ref } from './hello.ts'
import { inviteToken } from './id.ts'
import { member, roomWho } from './room.ts'

export const inviteLook = z.strictObject({
  type: z.literal('invite.look'),
  ref: ref.optional(),
  invite: inviteToken,
})
/** Give the room's public link, making it if there is none. */
export const invitePublic = roomWho.extend({ type: z.literal('invite.public') })
export const inviteCancel = roomWho.extend({ type: z.literal('invite.cancel') })
export const inviteHost = roomWho.extend({
  type: z.literal('invite.host'),
  /** Void the host links given out so far. */
  renew: z.boolean().optional(),
})

export const lookResult = z.strictObject({
  name: z.string().nullable(),
  topic: z.string(),
  count: z.number().int().nonnegative(),
  members: z.array(member.pick({ name: true })),
  locked: z.boolean(),
})
/** A path on this server; the client puts its own origin in front. */
export const linkResult = z.strictObject({ path: z.string() })
