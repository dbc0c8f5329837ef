// Under this id a room's public link stands among its others. Free of zod, because the client imports it.
import type { InviteId } from './id.ts'

export const PUBLIC = 'public' as InviteId
