// What no message carries any more, or ever did: swept out of the folder of files when the server starts.
import type { FileId, RoomId } from '#protocol/id.ts'
import type { Log } from '../base/log.ts'
import type { Attached } from './attached.ts'
import type { FileFolder } from './files.ts'

const HOUR = 3600_000

/**
 * When it resolves, no room has files but those that are kept; what was never sent in them goes a little later.
 * Without a memory no room is.
 */
export async function sweepLeftovers(
  files: FileFolder,
  attached: Attached | undefined,
  log: Log,
): Promise<void> {
  const rooms = await files.rooms()
  const kept = (await attached?.kept(rooms)) ?? new Set()
  // Unnamed ones from before the restart, and burned ones.
  for (const room of rooms) if (!kept.has(room)) files.removeRoom(room)
  if (!attached) return
  sweepUnsent(files, attached, [...kept]).catch(error =>
    log.warn({ err: error }, 'files that nobody sent are left'),
  )
}

/** Whatever is younger may be of somebody who comes just now. */
async function sweepUnsent(files: FileFolder, attached: Attached, rooms: readonly RoomId[]): Promise<void> {
  for (const room of rooms) {
    const old = (await files.untouchedSince(room, Date.now() - HOUR)) as FileId[]
    if (old.length === 0) continue
    const carried = await attached.carried(room, old)
    for (const id of old) if (!carried.has(id)) files.remove(room, id)
  }
}
