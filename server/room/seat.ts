// What brings somebody back to his seat in a call after a restart of the server, and the call with him: it travels in
// his resume token.
import { z } from 'zod'
import { type PersonId, type RoomId, roomId } from '#protocol/id.ts'
import { peer } from '#protocol/live.ts'

export const seat = z.object({
  room: roomId,
  /** Of the call. */
  since: z.number(),
  peer,
  others: z.array(peer.pick({ id: true, person: true, name: true, since: true })),
})
export type Seat = z.infer<typeof seat>

/** As he brings it, and when that was given to him. */
export interface Brought {
  readonly seat: Seat
  readonly issued: number
}

/** Under which it is noted that somebody has left a call, so that no old token brings him back to it. */
export const seatKey = (room: RoomId, person: PersonId) => `${room} ${person} live`
