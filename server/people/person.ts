// Someone who comes: who he is, however he proved it.
import { z } from 'zod'
import { kind } from '#protocol/hello.ts'
import { personId } from '#protocol/id.ts'
import { scope } from '#protocol/server.ts'

export const person = z.object({
  id: personId,
  kind,
  name: z.string(),
  /** May run every room of this server: came by the owner link. */
  trusted: z.boolean(),
  /** What a service key allows; empty for people. */
  scopes: z.array(scope),
  /** The version of the picture that an account has given itself. */
  avatar: z.string().optional(),
  /** The hash of what he came with and can be taken away: a service key, or the browser where he is signed in. */
  proof: z.string().optional(),
})
export type Person = z.infer<typeof person>

/** An id from something that never changes about a person; `digest` keeps it from being traced back. */
export const personIdFrom = (digest: Buffer) => digest.subarray(0, 15).toString('base64url') as Person['id']

/** Whoever comes through the unix socket in the data folder. */
export const operator: Person = {
  id: 'operator' as Person['id'],
  kind: 'operator',
  name: 'Operator',
  trusted: true,
  scopes: [],
}
