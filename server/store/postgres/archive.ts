// The way out of PostgreSQL and back in: cursors on one snapshot, and one transaction that brings everything back.
import pg from 'pg'
import type { RoomId } from '#protocol/id.ts'
import type { Log } from '../../base/log.ts'
import { Mistake } from '../../base/mistake.ts'
import { type Archive, type Batch, type Purpose, type TableName, tableNames, tables } from '../archive.ts'
import { isRunning } from '../folder.ts'
// For its way of reading bigints.
import './connection.ts'
import { StoreAway } from '../store.ts'
import { hasDatabase, startEmbedded } from './embedded.ts'
import { meaningOf } from './errors.ts'
import { migrate, migrationsDone, NEWEST } from './migrate.ts'

/** A few megabytes at most, however long the messages are. */
const AT_ONCE = 250

interface Place {
  readonly url: string | null
  readonly folder: string
}

export async function openArchive({ url, folder }: Place, purpose: Purpose, log: Log): Promise<Archive> {
  if (!url && purpose === 'read' && !hasDatabase(folder))
    throw new Mistake(`There is no database in ${folder}: no room has a name here. Is PRESENCE_DATA right?`)
  const embedded = url ? undefined : await startEmbedded(folder, log)
  // A server that runs, perhaps only since a moment ago, goes on with it; and so does another command.
  const stop = async (alone: boolean) => {
    if (alone && !(await isRunning(folder))) await embedded?.stop()
  }
  const client = new pg.Client(embedded ? embedded.connection : { connectionString: url as string })
  client.on('error', error => log.debug({ err: error }, 'the connection to the database broke'))
  const archive = new PostgresArchive(client, stop)
  try {
    await client.connect().catch(error => {
      throw new Mistake(`The database cannot be reached: ${error.message}`)
    })
    if (purpose === 'fill') await migrate(client)
    await assertCurrent(client)
    return archive
  } catch (error) {
    await archive.close()
    throw error
  }
}

async function assertCurrent(client: pg.ClientBase): Promise<void> {
  const done = await migrationsDone(client)
  if (done === NEWEST) return
  throw new Mistake(
    `The database is at migration ${done}, and this Presence knows ${NEWEST}. ${
      done < NEWEST ? 'Start the server once: it brings the database up to date.' : 'Update Presence.'
    }`,
  )
}

class PostgresArchive implements Archive {
  readonly migration = NEWEST
  readonly #client: pg.Client
  readonly #stop: (alone: boolean) => Promise<void>

  constructor(client: pg.Client, stop: (alone: boolean) => Promise<void>) {
    this.#client = client
    this.#stop = stop
  }

  async *read(room?: RoomId): AsyncGenerator<Batch> {
    await this.#client.query('begin transaction isolation level repeatable read read only')
    try {
      const wanted = room ? tableNames.filter(isOfRooms) : tableNames
      for (const table of wanted) yield* this.#readTable(table, room)
    } finally {
      await this.#client.query('rollback')
    }
  }

  async fill(batches: AsyncIterable<Batch>, replace: boolean): Promise<void> {
    await this.#client.query('begin')
    try {
      await this.#client.query("set local lock_timeout = '10s'")
      await this.#client.query(`lock table ${tableNames.join(', ')} in access exclusive mode`)
      if (replace) await this.#client.query(`truncate ${tableNames.join(', ')}`)
      else await this.#assertEmpty()
      for await (const { table, rows } of batches) {
        const columns = columnsOf(table)
        await this.#client.query(
          `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
          [JSON.stringify(rows)],
        )
      }
      await this.#client.query('commit')
    } catch (error) {
      await this.#client.query('rollback').catch(() => {})
      throw explain(error)
    }
  }

  async find(called: string): Promise<RoomId[]> {
    const { rows } = await this.#client.query<{ id: RoomId }>(
      'select id from room where id = $1 or name = $1 order by id = $1 desc, named_at',
      [called],
    )
    return rows.map(({ id }) => id)
  }

  async close(): Promise<void> {
    const alone = await this.#isAlone().catch(() => true)
    await this.#client.end().catch(() => {})
    await this.#stop(alone)
  }

  async #isAlone(): Promise<boolean> {
    const { rows } = await this.#client.query(
      `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1`,
    )
    return rows.length === 0
  }

  async *#readTable(table: TableName, room: RoomId | undefined): AsyncGenerator<Batch> {
    const which = room ? `where ${table === 'room' ? 'id' : 'room'} = $1` : ''
    const order = room && Object.hasOwn(tables[table].shape, 'seq') ? 'order by seq' : ''
    await this.#client.query(
      `declare rows no scroll cursor for select ${columnsOf(table)} from ${table} ${which} ${order}`,
      room ? [room] : [],
    )
    for (;;) {
      const { rows } = await this.#client.query(`fetch ${AT_ONCE} from rows`)
      if (rows.length === 0) break
      yield { table, rows: rows.map(asText) }
    }
    await this.#client.query('close rows')
  }

  async #assertEmpty(): Promise<void> {
    const some = tableNames.map(table => `exists (select from ${table})`).join(' or ')
    const { rows } = await this.#client.query<{ some: boolean }>(`select ${some} as some`)
    if (!rows[0]?.some) return
    throw new Mistake(
      'There are rooms or accounts in this database. To lose them for those of the backup: --replace',
    )
  }
}

const isOfRooms = (table: TableName) => table === 'room' || Object.hasOwn(tables[table].shape, 'room')

/** Our columns, whose names are none of the user's. */
const columnsOf = (table: TableName) =>
  Object.keys(tables[table].shape)
    .map(name => `"${name}"`)
    .join(', ')

const asText = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      Buffer.isBuffer(value) ? value.toString('base64url') : value,
    ]),
  )

function explain(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error
  const away = meaningOf(error) instanceof StoreAway
  return new Mistake(
    `The database ${away ? 'cannot take it now' : 'does not take it'}: ${error.message}. Nothing was changed.`,
    { cause: error },
  )
}
