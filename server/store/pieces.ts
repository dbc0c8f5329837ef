// Files as a backup holds them: in pieces, each on a line of its own, so that none is ever in memory as a whole.
import { createReadStream } from 'node:fs'
import { z } from 'zod'
import { type FileId, fileId, type RoomId, roomId } from '#protocol/id.ts'
import type { Batch, RowOf } from './archive.ts'
import type { Files } from './files.ts'

const PIECE = 192 * 1024

export const piece = z.strictObject({
  room: roomId,
  id: fileId,
  /** Where in the file it stands; every file has a piece at 0. */
  at: z.number().int().nonnegative(),
  bytes: z.base64(),
})
export type Piece = z.infer<typeof piece>

interface Pieces {
  readonly table: 'file'
  readonly rows: readonly Piece[]
}
/** Rows of a table, or what there is of files. */
export type Part = Batch | Pieces

/** The rows, and after them the files that their messages carry. */
export async function* withFiles(batches: AsyncIterable<Batch>, files: Files): AsyncGenerator<Part> {
  const carried: { room: RoomId; id: FileId }[] = []
  for await (const batch of batches) {
    if (batch.table === 'message') carried.push(...(batch.rows as RowOf<'message'>[]).flatMap(carriedBy))
    yield batch
  }
  for (const { room, id } of carried)
    for await (const piece of piecesOf(files, room, id)) yield { table: 'file', rows: [piece] }
}

/** Of one that was deleted since, nothing. */
async function* piecesOf(files: Files, room: RoomId, id: FileId): AsyncGenerator<Piece> {
  const found = await files.find(room, id)
  if (!found) return
  let at = 0
  for await (const chunk of createReadStream(found.path, { highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
    yield { room, id, at, bytes: chunk.toString('base64') }
    at += chunk.length
  }
  if (at === 0) yield { room, id, at, bytes: '' }
}

function carriedBy({ room, extras }: RowOf<'message'>): { room: RoomId; id: FileId }[] {
  return ((extras?.files ?? []) as { id: FileId }[]).map(({ id }) => ({ room, id }))
}
