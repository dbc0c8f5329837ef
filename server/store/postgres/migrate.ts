// Brings the tables up to date: numbered files, each in a transaction of its own, each once.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type pg from 'pg'
import { Mistake } from '../../base/mistake.ts'

const FOLDER = join(import.meta.dirname, 'migrations')
/** The number of the last one that this Presence knows. */
export const NEWEST = readdirSync(FOLDER).length
/** Two servers must not migrate at once; any number would do. */
const LOCK = 27970

export async function migrate(client: pg.ClientBase, folder = FOLDER): Promise<void> {
  const files = readdirSync(folder).sort()
  await client.query('select pg_advisory_lock($1)', [LOCK])
  try {
    await client.query(
      'create table if not exists migration (number int primary key, at timestamptz default now())',
    )
    const { rows } = await client.query<{ number: number }>('select number from migration')
    const done = new Set(rows.map(({ number }) => number))
    const newest = Math.max(0, ...done)
    if (newest > files.length) {
      throw new Mistake(
        `The database is of a newer Presence (migration ${newest}, this one knows ${files.length}). Update.`,
      )
    }
    for (const file of files)
      if (!done.has(Number.parseInt(file, 10))) await apply(client, join(folder, file))
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK])
  }
}

/** How far this database has come. */
export async function migrationsDone(client: pg.ClientBase): Promise<number> {
  const { rows: tables } = await client.query("select where to_regclass('migration') is not null")
  if (tables.length === 0) return 0
  const { rows } = await client.query<{ done: number }>('select max(number) as done from migration')
  return rows[0]?.done ?? 0
}

async function apply(client: pg.ClientBase, path: string): Promise<void> {
  const file = basename(path)
  await client.query('begin')
  try {
    await client.query(readFileSync(path, 'utf8'))
    await client.query('insert into migration (number) values ($1)', [Number.parseInt(file, 10)])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Mistake(`The migration ${file} failed, nothing of it was done: ${(error as Error).message}`)
  }
}
