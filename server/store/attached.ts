// The port of what the memory knows of files: only that messages carry them. The files themselves lie in a folder.
import type { FileId, RoomId } from '#protocol/id.ts'

export interface Attached {
  /** Which of these rooms are kept. */
  kept(rooms: readonly RoomId[]): Promise<ReadonlySet<RoomId>>
  /** What the messages of a room carry, in bytes. */
  bytes(room: RoomId): Promise<number>
  /** Which of these files a message of the room carries. */
  carried(room: RoomId, files: readonly FileId[]): Promise<ReadonlySet<FileId>>
}
