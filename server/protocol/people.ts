// Accounts that know each other: finding one, and having nothing to do with one.
import { z } from 'zod'
import { ref } from './asked.ts'
import { personId } from './id.ts'
import { sought } from './text.ts'

/** Those who share a room that is kept, or a group, with the asker, by the beginnings of the words of their names. */
export const peopleSearch = z.strictObject({
  type: z.literal('people.search'),
  ref: ref.optional(),
  text: sought,
})
export const peopleBlock = z.strictObject({
  type: z.literal('people.block'),
  ref: ref.optional(),
  person: personId,
  on: z.boolean(),
})
export const peopleBlocked = z.strictObject({ type: z.literal('people.blocked'), ref: ref.optional() })

/** An account, as it is called today. */
export const someone = z.strictObject({
  person: personId,
  name: z.string(),
  /** The version of a picture of his own. */
  avatar: z.string().optional(),
})
export type Someone = z.infer<typeof someone>

export const searchResult = z.strictObject({
  people: z.array(someone.extend({ about: z.string(), here: z.boolean() })),
})
export const blockedResult = z.strictObject({ people: z.array(someone) })
