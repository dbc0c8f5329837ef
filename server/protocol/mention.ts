// Whom a message mentions: people of its room, groups, or everybody in it.
import { z } from 'zod'
import { groupId, personId } from './id.ts'
import { GROUPS_MENTIONED, PEOPLE_MENTIONED } from './limits.ts'

export const mentions = z
  .strictObject({
    people: z.array(personId).min(1).max(PEOPLE_MENTIONED).optional(),
    /** Of those whom the sender sees; it means who is in one when he looks. */
    groups: z.array(groupId).min(1).max(GROUPS_MENTIONED).optional(),
    /** `here`: only those who are there when it is said. */
    all: z.enum(['everyone', 'here']).optional(),
  })
  .refine(({ people, groups, all }) => (people ?? groups ?? all) !== undefined, { error: 'mentions nobody' })
export type Mentions = z.infer<typeof mentions>
