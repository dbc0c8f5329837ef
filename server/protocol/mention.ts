// Whom a message calls: people of its room, groups, or everybody in it.
import { z } from 'zod'
import { groupId, personId } from './id.ts'

export const mentions = z
  .strictObject({
    people: z.array(personId).min(1).max(20).optional(),
    /** Of those whom the sender sees; it calls who is in one when he looks. */
    groups: z.array(groupId).min(1).max(5).optional(),
    /** `here`: only those who are there when it is said. */
    all: z.enum(['everyone', 'here']).optional(),
  })
  .refine(({ people, groups, all }) => (people ?? groups ?? all) !== undefined, { error: 'calls nobody' })
export type Mentions = z.infer<typeof mentions>
