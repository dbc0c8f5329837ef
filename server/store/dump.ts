// The file of a backup: a header, a row on each line, and a last line that says how many and proves them whole.
import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { z } from 'zod'
import { Mistake } from '../base/mistake.ts'
import { type TableName, tableNames, tables } from './archive.ts'
import { writeWhole } from './file.ts'
import { type Part, type Piece, piece } from './pieces.ts'

const VERSION = 2
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

type Kind = TableName | 'file'
const kinds = { ...tables, file: piece }

/** How many rows of each table, and how many files. */
export type Counts = Record<Kind, number>
export const noCounts = () => Object.fromEntries([...tableNames, 'file'].map(name => [name, 0])) as Counts

export function count(counts: Counts, { table, rows }: Part): void {
  const whole = table === 'file' ? (rows as readonly Piece[]).filter(({ at }) => at === 0) : rows
  counts[table] += whole.length
}

export async function writeDump(
  file: string,
  { migration, at, key }: Pick<Header, 'migration' | 'at' | 'key'>,
  parts: AsyncIterable<Part>,
): Promise<Counts> {
  const counts = noCounts()
  let lines = 0
  const hash = createHash('sha256')
  await writeWhole(file, async write => {
    const put = (lines: readonly object[]) => {
      const text = lines.map(line => `${JSON.stringify(line)}\n`).join('')
      hash.update(text)
      return write(text)
    }
    await put([{ presence: 'backup', version: VERSION, migration, at, key } satisfies Header])
    for await (const part of parts) {
      count(counts, part)
      lines += part.rows.length
      await put(part.rows.map(row => ({ table: part.table, ...row })))
    }
    await put([{ presence: 'end', rows: lines, sha256: hash.copy().digest('hex') }])
  })
  return counts
}

export async function readHeader(file: string): Promise<Header> {
  for await (const line of linesOf(file)) return parseHeader(file, line)
  throw noBackup(file)
}

/** What is in it, checked. It throws in the end if they were not all that were written, or not as they were written. */
export async function* readParts(file: string): AsyncGenerator<Part> {
  const hash = createHash('sha256')
  let part: { table: Kind; rows: object[] } | undefined
  let number = 0
  let rows = 0
  let ended = false
  for await (const line of linesOf(file)) {
    number++
    if (ended) throw changed(file, number)
    if (number === 1) parseHeader(file, line)
    else {
      const value = parse(line)
      ended = isEnd(value, rows, hash)
      if (ended) continue
      const { table, row } = checkRow(value) ?? {}
      if (!table || !row) throw changed(file, number)
      rows++
      if (part && (part.table !== table || table === 'file' || part.rows.length >= AT_ONCE)) {
        yield part as Part
        part = undefined
      }
      part ??= { table, rows: [] }
      part.rows.push(row)
    }
    hash.update(line).update('\n')
  }
  if (!ended) throw new Mistake(`${file} breaks off after ${rows} rows: it was not written to its end.`)
  if (part) yield part as Part
}

/** The last line is the only one that may be none, and only with the right sum. */
function isEnd(value: unknown, rows: number, hash: Hash): boolean {
  const { data } = end.safeParse(value)
  return data !== undefined && data.rows === rows && data.sha256 === hash.copy().digest('hex')
}

function checkRow(value: unknown): { table: Kind; row: object } | undefined {
  const { table, ...columns } = (value ?? {}) as { table?: Kind }
  if (typeof table !== 'string' || !Object.hasOwn(kinds, table)) return undefined
  const { data } = kinds[table].safeParse(columns)
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
