// Oneself: the name, and what an account says and shows of itself.
import { z } from 'zod'
import { ref } from './asked.ts'
import { profile } from './hello.ts'
import { AVATAR_LENGTH } from './limits.ts'
import { about, name } from './text.ts'

/** Guests are called what they say. */
export const meRename = z.strictObject({ type: z.literal('me.rename'), ref: ref.optional(), name })

/** What an account says and shows of itself: a square PNG as base64, or null for none. */
export const meSet = z.strictObject({
  type: z.literal('me.set'),
  ref: ref.optional(),
  name: name.optional(),
  about: about.optional(),
  avatar: z.base64().min(1).max(AVATAR_LENGTH).nullable().optional(),
})

/** A sign-in link of one's own, for another device. It voids those before it. */
export const meLink = z.strictObject({ type: z.literal('me.link'), ref: ref.optional() })

/** To all pages of an account: it has another name, or another profile. */
export const meChanged = z.strictObject({ type: z.literal('me.changed'), name: z.string(), profile })
