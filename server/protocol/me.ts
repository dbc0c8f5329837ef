// Oneself: the name, and what an account says and shows of itself.
import { z } from 'zod'
import { ref } from './hello.ts'
import { name } from './text.ts'

/** Guests are called what they say. */
export const meRename = z.strictObject({ type: z.literal('me.rename'), ref: ref.optional(), name })

/** What an account has besides its name. */
export const profile = z.strictObject({
  about: z.string(),
  /** The version of its own picture. */
  avatar: z.string().optional(),
  /** Its name and its sign-in links are of this server, not of another program. */
  local: z.boolean(),
})
export type Profile = z.infer<typeof profile>

/** A sign-in link of one's own, for another device. It voids those before it. */
export const meLink = z.strictObject({ type: z.literal('me.link'), ref: ref.optional() })
