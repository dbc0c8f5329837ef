// Files: a place for one is asked for here, its bytes go over HTTP, and a message carries what it is.
import { z } from 'zod'
import { inRoom } from './asked.ts'
import { fileId } from './id.ts'
import { fileName } from './text.ts'

const size = z.number().int().nonnegative()

/** A file of this name and size is to be brought into the room. */
export const fileOffer = z.strictObject({
  type: z.literal('file.offer'),
  ...inRoom,
  name: fileName,
  size,
})
/** It is not to be sent after all. */
export const fileWithdraw = z.strictObject({ type: z.literal('file.withdraw'), ...inRoom, id: fileId })

/** What a message says of a file. Only a picture that pages show has a type of its own, and measures. */
export const attachment = z.strictObject({
  id: fileId,
  name: z.string(),
  size,
  type: z.string(),
  width: size.optional(),
  height: size.optional(),
})
export type Attachment = z.infer<typeof attachment>

/** Its bytes are taken by `POST path`, once and within a minute. */
export const offerResult = z.strictObject({ id: fileId, path: z.string() })
