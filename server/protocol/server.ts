// Questions about the server itself, for its operator.
import { z } from 'zod'
import { ref } from './asked.ts'
import { personId, roomId } from './id.ts'
import { name } from './text.ts'

export const serverStatus = z.strictObject({ type: z.literal('server.status'), ref: ref.optional() })
export const serverRooms = z.strictObject({ type: z.literal('server.rooms'), ref: ref.optional() })
export const serverOwnerLink = z.strictObject({ type: z.literal('server.owner-link'), ref: ref.optional() })

export const serverUserAdd = z.strictObject({
  type: z.literal('server.user-add'),
  ref: ref.optional(),
  name,
})
/** So many at a time, in the order in which they were made. */
export const serverUsers = z.strictObject({
  type: z.literal('server.users'),
  ref: ref.optional(),
  past: personId.optional(),
})
export const serverUserLink = z.strictObject({
  type: z.literal('server.user-link'),
  ref: ref.optional(),
  person: personId,
})
export const serverUserRemove = z.strictObject({
  type: z.literal('server.user-remove'),
  ref: ref.optional(),
  person: personId,
})

/** What a service key may allow. */
export const scope = z.enum(['create', 'invite', 'post', 'read'])
export type Scope = z.infer<typeof scope>

export const serverKeyMake = z.strictObject({
  type: z.literal('server.key-make'),
  ref: ref.optional(),
  name,
  scopes: z.array(scope).min(1).max(scope.options.length),
})
export const serverKeys = z.strictObject({ type: z.literal('server.keys'), ref: ref.optional() })
export const serverKeyRevoke = z.strictObject({
  type: z.literal('server.key-revoke'),
  ref: ref.optional(),
  name,
})

export const statusResult = z.strictObject({
  url: z.string(),
  since: z.number(),
  rooms: z.number().int(),
  people: z.number().int(),
  sessions: z.number().int(),
  sockets: z.number().int(),
  memory: z.number().int(),
})
export const roomsResult = z.strictObject({
  rooms: z.array(
    z.strictObject({
      room: roomId,
      name: z.string().nullable(),
      topic: z.string(),
      count: z.number().int(),
      since: z.number(),
    }),
  ),
})

/** Who says that an account exists: the operator by a command, the owner's link, or the token of another program. */
export const origin = z.enum(['local', 'owner', 'token'])
export type Origin = z.infer<typeof origin>

export const userAddResult = z.strictObject({ person: personId, path: z.string() })
export const usersResult = z.strictObject({
  users: z.array(
    z.strictObject({
      person: personId,
      name: z.string(),
      origin,
      made: z.number(),
      seen: z.number(),
      here: z.boolean(),
    }),
  ),
  more: z.boolean(),
})
/** The key itself, this once. */
export const keyMakeResult = z.strictObject({ key: z.string() })
export const keysResult = z.strictObject({
  keys: z.array(
    z.strictObject({
      name: z.string(),
      scopes: z.array(scope),
      /** Null for one of the config. */
      made: z.number().nullable(),
    }),
  ),
})
