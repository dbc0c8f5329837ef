// A named room as the memory has it.
import type { RoomId } from '#protocol/id.ts'
import type { Kept, Memory } from './house.ts'
import { type RoomRecord, readRecord } from './record.ts'

export async function load(
  { store, invites, attached }: Memory,
  id: RoomId,
): Promise<{ record: RoomRecord; kept: Kept } | undefined> {
  const [stored, expected, fileBytes] = await Promise.all([
    store.load(id),
    invites.expected(id),
    attached.bytes(id),
  ])
  if (!stored) return undefined
  const record = readRecord(stored.record)
  const pinned = record.pinned ? await store.message(id, record.pinned) : undefined
  // Deleted, when the server died before it had noted that too.
  return { record, kept: { ...stored, expected, fileBytes, pinned: pinned?.deleted ? undefined : pinned } }
}
