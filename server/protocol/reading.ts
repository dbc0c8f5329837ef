// How far somebody has read.
import { z } from 'zod'
import { inRoom } from './asked.ts'
import { personId, roomId } from './id.ts'

/** Everything up to this number has been seen. */
export const chatRead = z.strictObject({
  type: z.literal('chat.read'),
  ...inRoom,
  seq: z.number().int().nonnegative(),
})

export const mark = z.strictObject({ person: personId, seq: z.number().int().positive(), at: z.number() })
export type Mark = z.infer<typeof mark>

/** Those that have moved on. */
export const roomReads = z.strictObject({ type: z.literal('room.reads'), room: roomId, marks: z.array(mark) })
