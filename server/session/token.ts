// The resume token: who somebody is and where he was, sealed, so that any socket of any kind can go on for him,
// also after a restart.
import { z } from 'zod'
import { roomId, type Sealed, sessionId } from '#protocol/id.ts'
import type { Seal } from '../base/seal.ts'
import { person } from '../people/person.ts'
import { SEAL_LIFE } from '../room/record.ts'
import { seat } from '../room/seat.ts'

const place = z.object({
  ...{ session: sessionId, person, rooms: z.array(roomId) },
  /** In calls; tokens from before there were any have none. */
  seats: z.array(seat).default([]),
})
export type Place = z.infer<typeof place>

export const sealPlace = (seal: Seal, value: Place, now: number) =>
  seal.close('resume', value, now, SEAL_LIFE) as Sealed

export type OpenedPlace = Place & { readonly issued: number }

export function openPlace(seal: Seal, token: Sealed, now: number): OpenedPlace | undefined {
  const opened = seal.open('resume', token, now)
  const parsed = place.safeParse(opened?.value)
  return opened && parsed.success ? { ...parsed.data, issued: opened.issued } : undefined
}
