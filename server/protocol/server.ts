// Questions about the server itself, for its operator.
import { z } from 'zod'
import { ref } from './hello.ts'
import { roomId } from './id.ts'

export const serverStatus = z.strictObject({ type: z.literal('server.status'), ref: ref.optional() })
export const serverRooms = z.strictObject({ type: z.literal('server.rooms'), ref: ref.optional() })
export const serverOwnerLink = z.strictObject({ type: z.literal('server.owner-link'), ref: ref.optional() })

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
