// Whom a message calls: people of its room, or everybody in it.
import { z } from 'zod'
import { personId } from './id.ts'

export const mentions = z
  .strictObject({
    people: z.array(personId).min(1).max(20).optional(),
    /** `here`: only those who are there when it is said. */
    all: z.enum(['everyone', 'here']).optional(),
  })
  .refine(({ people, all }) => people !== undefined || all !== undefined, { error: 'calls nobody' })
export type Mentions = z.infer<typeof mentions>
