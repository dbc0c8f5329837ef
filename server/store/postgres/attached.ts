// What messages carry of files, asked of the messages themselves.
import type { FileId, RoomId } from '#protocol/id.ts'
import type { Attached } from '../attached.ts'
import type { Connection } from './connection.ts'

/** By an index of those messages alone that carry any. */
const FILES = `message m, jsonb_array_elements(m.extras->'files') f where m.room = $1 and m.extras ? 'files'`

export class PostgresAttached implements Attached {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  async kept(rooms: readonly RoomId[]): Promise<ReadonlySet<RoomId>> {
    const rows = await this.#connection.query<{ id: RoomId }>('select id from room where id = any($1)', [
      rooms,
    ])
    return new Set(rows.map(({ id }) => id))
  }

  async bytes(room: RoomId): Promise<number> {
    const [row] = await this.#connection.query<{ bytes: number }>(
      `select coalesce(sum((f->>'size')::bigint), 0)::bigint as bytes from ${FILES}`,
      [room],
    )
    return row?.bytes ?? 0
  }

  async carried(room: RoomId, files: readonly FileId[]): Promise<ReadonlySet<FileId>> {
    const rows = await this.#connection.query<{ id: FileId }>(
      `select f->>'id' as id from ${FILES} and f->>'id' = any($2)`,
      [room, files],
    )
    return new Set(rows.map(({ id }) => id))
  }
}
