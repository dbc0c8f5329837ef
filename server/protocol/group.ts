// Groups of accounts, which the owner of the server puts together.
import { z } from 'zod'
import { ref } from './asked.ts'
import { groupId, personId } from './id.ts'
import { someone } from './people.ts'
import { name } from './text.ts'

const group = { ref: ref.optional(), group: groupId }

/** Those that one is in; the owner of the server sees all of them. */
export const groupList = z.strictObject({ type: z.literal('group.list'), ref: ref.optional() })
export const groupWho = z.strictObject({ type: z.literal('group.who'), ...group })
export const groupMake = z.strictObject({ type: z.literal('group.make'), ref: ref.optional(), name })
export const groupRename = z.strictObject({ type: z.literal('group.rename'), ...group, name })
export const groupRemove = z.strictObject({ type: z.literal('group.remove'), ...group })
export const groupAdd = z.strictObject({ type: z.literal('group.add'), ...group, person: personId })
export const groupDrop = z.strictObject({ type: z.literal('group.drop'), ...group, person: personId })

export const groupResult = z.strictObject({ group: groupId })
export const groupListResult = z.strictObject({
  groups: z.array(
    z.strictObject({
      group: groupId,
      name: z.string(),
      count: z.number().int().nonnegative(),
      /** Whether the asker is in it. */
      member: z.boolean(),
    }),
  ),
})
export const groupWhoResult = z.strictObject({
  group: groupId,
  name: z.string(),
  members: z.array(someone),
})
