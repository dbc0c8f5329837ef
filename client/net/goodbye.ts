// The refusals with which the server ends the line. Their table stays out of the page: most of it is sentences.
import type { RefusalCode } from '#protocol/refusal.ts'

/** After these the page must not simply come back: it would be refused again, or push somebody out. */
export const FINAL: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'superseded',
  'hello.version',
  'signin.failed',
  'session.ended',
  'account.ended',
  'sockets.many',
])

export const GOODBYES: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  ...FINAL,
  'message.large',
  'hello.late',
  'flooding',
  'slow.reader',
  'lost',
  'server.closing',
  'internal',
])
