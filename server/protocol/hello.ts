// Who comes, and how a session begins, goes on and ends.
import { z } from 'zod'
import { given, ref } from './asked.ts'
import { epoch, peerId, personId, roomId, sealed, sessionId } from './id.ts'
import { name } from './text.ts'

export const cursor = z.strictObject({
  room: roomId,
  epoch,
  seq: z.number().int().nonnegative(),
  seal: sealed.optional(),
  /** The seat in the call that the page still sits on: one that was reloaded does not. */
  seat: peerId.optional(),
})
export type Cursor = z.infer<typeof cursor>

/** Ways to say who one is; without any, and without a browser key, one is a guest whom nobody knows again. */
export const credentials = ['token', 'owner', 'signin', 'key', 'resume'] as const
/** By these a browser is signed in, and its key alone is enough from then on. */
const signInLinks: readonly string[] = ['owner', 'signin']

export const hello = z
  .strictObject({
    type: z.literal('hello'),
    ref: ref.optional(),
    version: z.number().int(),
    name: name.optional(),
    browser: z
      .string()
      .regex(/^[A-Za-z0-9_-]{22,64}$/)
      .optional(),
    token: z.string().max(8192).optional(),
    owner: sealed.optional(),
    signin: sealed.optional(),
    service: z.string().max(64).optional(),
    key: z.string().max(128).optional(),
    resume: sealed.optional(),
    rooms: z.array(cursor).max(64).optional(),
  })
  .refine(message => given(credentials, message).length <= 1, {
    error: `at most one of ${credentials.join(', ')}`,
  })
  .refine(
    message => !message.browser || given(credentials, message).every(field => signInLinks.includes(field)),
    {
      error: `browser goes with ${signInLinks.join(', ')} only`,
    },
  )
  .refine(message => (message.service === undefined) === (message.key === undefined), {
    error: 'service and key go together',
  })
export type Hello = z.infer<typeof hello>

export const ping = z.strictObject({ type: z.literal('ping'), ref: ref.optional() })
export const sessionEnd = z.strictObject({
  type: z.literal('session.end'),
  ref: ref.optional(),
  everywhere: z.boolean().optional(),
})

export const kind = z.enum(['guest', 'account', 'service', 'operator'])
export type Kind = z.infer<typeof kind>

/** What an account has besides its name. */
export const profile = z.strictObject({
  about: z.string(),
  /** The version of its own picture. */
  avatar: z.string().optional(),
  /** Its name and its sign-in links are of this server, not of another program. */
  local: z.boolean(),
})
export type Profile = z.infer<typeof profile>

export const welcome = z.strictObject({
  type: z.literal('welcome'),
  ref: ref.optional(),
  version: z.number().int(),
  person: personId,
  name: z.string(),
  kind,
  session: sessionId,
  /** same: the place was kept; again: known, but the place was given up; fresh: a new session. */
  resumed: z.enum(['same', 'again', 'fresh']),
  resume: sealed,
  mayCreate: z.boolean(),
  /** Whether the server is his. */
  owner: z.boolean(),
  /** Of an account. */
  profile: profile.optional(),
})
export const sessionToken = z.strictObject({ type: z.literal('session.token'), resume: sealed })
export const pulse = z.strictObject({ type: z.literal('pulse') })
export const serverClosing = z.strictObject({
  type: z.literal('server.closing'),
  returnIn: z.number().int().nonnegative(),
})
