// What a room needs to be opened again after a restart, sealed and kept by its members' pages: this server keeps
// nothing of an unnamed room. The words said there are not in it.
import { customAlphabet } from 'nanoid'
import { z } from 'zod'
import { messageId, personId, type RoomId, roomId, type Sealed } from '#protocol/id.ts'
import { role, settings } from '#protocol/room.ts'
import type { Seal } from '../base/seal.ts'
import { banRecord, sealedBans } from './bans.ts'

/** How long a sealed token of any kind keeps a place. */
export const SEAL_LIFE = 24 * 3600_000
const KEPT_ROLES = 100

const record = z.object({
  id: roomId,
  /** Grows with every change: of two records of a room the higher one knows more. */
  rev: z.number().int(),
  /** The life of the room in which this was written: what is said of this same life is no news to it. */
  life: z.string(),
  created: z.number(),
  settings,
  /** The message that is kept in sight; rooms from before there were such have none. */
  pinned: messageId.nullable().default(null),
  roles: z.array(z.tuple([personId, role])),
  bans: z.array(banRecord),
  /** Which of its public links holds; null when none does. */
  link: z.number().int().nullable(),
  links: z.number().int(),
  hostLinks: z.number().int(),
  /** The two accounts whose 1:1 room it is: nobody else ever comes in. */
  direct: z.tuple([personId, personId]).nullable().default(null),
})
export type RoomRecord = z.infer<typeof record>

export const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** An id worked out from something: the first bytes of a digest. */
export const roomIdFrom = (digest: Buffer) =>
  [...digest.subarray(0, 12)].map(byte => BASE62[byte % 62]).join('') as RoomId

export const newRoomId = customAlphabet(BASE62, 12) as () => RoomId

export const emptyRecord = (id: RoomId, now: number): RoomRecord => ({
  ...{ id, rev: 1, life: '', created: now },
  settings: {
    ...{ topic: '', locked: false, limit: 0, guestsInvite: false },
    ...{ liveLocked: false, hideAddresses: false },
  },
  pinned: null,
  ...{ roles: [], bans: [], link: 1, links: 1, hostLinks: 1, direct: null },
})

export function sealRecord(seal: Seal, value: RoomRecord, now: number): Sealed {
  const kept = {
    ...value,
    bans: sealedBans(value.bans),
    roles: ownersFirst(value.roles).slice(0, KEPT_ROLES),
  }
  return seal.close('room', kept, now, SEAL_LIFE) as Sealed
}

/** As a database gives it back. */
export const readRecord = (value: unknown): RoomRecord => record.parse(value)

export function openRecord(
  seal: Seal,
  token: Sealed,
  now: number,
): { record: RoomRecord; issued: number } | undefined {
  const opened = seal.open('room', token, now)
  const parsed = record.safeParse(opened?.value)
  return opened && parsed.success ? { record: parsed.data, issued: opened.issued } : undefined
}

const ownersFirst = (roles: RoomRecord['roles']) =>
  [...roles].sort(([, one], [, other]) => Number(other === 'owner') - Number(one === 'owner'))
