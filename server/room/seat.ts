// What brings somebody back to his seat in a call after a restart of the server, and the call with him: it travels in
// his resume token.
import { z } from 'zod'
import { roomId } from '#protocol/id.ts'
import { peer } from '#protocol/live.ts'

/** A token must stay small: of a larger call the others are known again when they are back themselves. */
export const KEPT_PEERS = 20

export const seat = z.object({
  room: roomId,
  /** Of the call. */
  since: z.number(),
  peer,
  others: z.array(peer.pick({ id: true, person: true, name: true, since: true })),
})
export type Seat = z.infer<typeof seat>
