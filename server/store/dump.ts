// The file of a backup: a header, a row on each line, and a last line that says how many and proves them whole.
import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { z } from 'zod'
import { Mistake } from '../base/mistake.ts'
import { type Batch, type TableName, tableNames, tables } from './archive.ts'
import { writeWhole } from './file.ts'

const VERSION = 1
const AT_ONCE = 250
/** More than any row of ours has. */
const LONGEST = 16 * 1024 * 1024
const NEWLINE = 0x0a

const header = z.strictObject({
  presence: z.literal('backup'),
  version: z.number().int(),
  migration: z.number().int(),
  at: z.iso.datetime(),
  /** The server's key: without it no link that was made opens anything. */
  key: z.base64url().length(43),
})
export type Header = z.infer<typeof header>

const end = z.strictObject({
  presence: z.literal('end'),
  rows: z.number().int(),
  sha256: z.string(),
})

export type Counts = Record<TableName, number>
export const noCounts = () => Object.fromEntries(tableNames.map(name => [name, 0])) as Counts

export async function writeDump(
  file: string,
  { migration, at, key }: Pick<Header, 'migration' | 'at' | 'key'>,
  batches: AsyncIterable<Batch>,
): Promise<Counts> {
  const counts = noCounts()
  const hash = createHash('sha256')
  await writeWhole(file, async write => {
    const put = (lines: readonly object[]) => {
      const text = lines.map(line => `${JSON.stringify(line)}\n`).join('')
      hash.update(text)
      return write(text)
    }
    await put([{ presence: 'backup', version: VERSION, migration, at, key } satisfies Header])
    for await (const { table, rows } of batches) {
      counts[table] += rows.length
      await put(rows.map(row => ({ table, ...row })))
    }
    await put([{ presence: 'end', rows: total(counts), sha256: hash.copy().digest('hex') }])
  })
  return counts
}

export async function readHeader(file: string): Promise<Header> {
  for await (const line of linesOf(file)) return parseHeader(file, line)
  throw noBackup(file)
}

/** Its rows, checked. It throws in the end if they were not all that were written, or not as they were written. */
export async function* readRows(file: string): AsyncGenerator<Batch> {
  const hash = createHash('sha256')
  let batch: { table: TableName; rows: object[] } | undefined
  let number = 0
  let count = 0
  let ended = false
  for await (const line of linesOf(file)) {
    number++
    if (ended) throw changed(file, number)
    if (number === 1) parseHeader(file, line)
    else {
      const value = parse(line)
      ended = isEnd(value, count, hash)
      if (ended) continue
      const { table, row } = checkRow(value) ?? {}
      if (!table || !row) throw changed(file, number)
      count++
      if (batch && (batch.table !== table || batch.rows.length >= AT_ONCE)) {
        yield batch
        batch = undefined
      }
      batch ??= { table, rows: [] }
      batch.rows.push(row)
    }
    hash.update(line).update('\n')
  }
  if (!ended) throw new Mistake(`${file} breaks off after ${count} rows: it was not written to its end.`)
  if (batch) yield batch
}

/** The last line is the only one that may be none, and only with the right sum. */
function isEnd(value: unknown, count: number, hash: Hash): boolean {
  const { data } = end.safeParse(value)
  return data !== undefined && data.rows === count && data.sha256 === hash.copy().digest('hex')
}

function checkRow(value: unknown): { table: TableName; row: object } | undefined {
  const { table, ...columns } = (value ?? {}) as { table?: TableName }
  if (typeof table !== 'string' || !Object.hasOwn(tables, table)) return undefined
  const { data } = tables[table].safeParse(columns)
  return data && { table, row: data }
}

function parseHeader(file: string, line: Buffer): Header {
  const value = parse(line)
  const { version } = (value ?? {}) as { version?: unknown }
  const { data } = header.safeParse(value)
  if (!data) throw noBackup(file)
  if (data.version === VERSION) return data
  throw new Mistake(`${file} is a backup of version ${version}, and this Presence reads ${VERSION}.`)
}

function parse(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString())
  } catch {
    return undefined
  }
}

/** By the byte: what else some take for the end of a line may stand in a message. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = []
  let length = 0
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, at)])
      rest = []
      length = 0
      from = at + 1
    }
    rest.push(chunk.subarray(from))
    length += chunk.length - from
    if (length > LONGEST) throw noBackup(file)
  }
  if (length > 0) yield Buffer.concat(rest)
}

const noBackup = (file: string) => new Mistake(`${file} is not a backup of Presence.`)
const changed = (file: string, line: number) =>
  new Mistake(`${file} was cut off or changed: its line ${line} is not what was written there.`)

export const total = (counts: Counts) => Object.values(counts).reduce((sum, count) => sum + count, 0)
