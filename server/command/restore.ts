// `presence restore`.
import { resolve } from 'node:path'
import type { Archive, Batch } from '../store/archive.ts'
import { type Counts, count, type Header, noCounts, readHeader, readParts } from '../store/dump.ts'
import { assertAlone, knownKey, openFolder, placeKey } from '../store/folder.ts'
import { IncomingFiles } from '../store/incoming.ts'
import { CommandError, type Verb } from './verb.ts'

const REPLACE = '--replace'

export const restore: Verb = {
  name: 'restore',
  usage: 'restore FILE [--replace]',
  says: 'brings a backup back, while the server does not run',
  async run({ words, data, openArchive }) {
    const replace = words.includes(REPLACE)
    const [name, more] = words.filter(word => word !== REPLACE)
    if (!name || more !== undefined || name.startsWith('--'))
      throw new CommandError('Give the file of a backup: presence restore FILE [--replace]')
    const file = resolve(name)
    const header = await readHeader(file).catch(explain)
    await assertAlone(data)
    openFolder(data)
    const key = Buffer.from(header.key, 'base64url')
    assertKey(key, data, replace)
    const archive = await openArchive('fill')
    try {
      assertMigration(header, archive)
      const counts = await fill(archive, { file, data, key, replace })
      return `Brought back ${counts.room} rooms with ${counts.message} messages and ${counts.file} files as of ${header.at}`
    } finally {
      await archive.close()
    }
  },
}

interface Task {
  readonly file: string
  readonly data: string
  readonly key: Buffer
  readonly replace: boolean
}

/** Key and files take their place when everything has been seen and before the rows are kept: without them a room has
 * no links, and its messages carry nothing. */
async function fill(archive: Archive, { file, data, key, replace }: Task): Promise<Counts> {
  const counts = noCounts()
  const before = knownKey(data)
  const files = new IncomingFiles(data)
  let placed = false
  async function* rowsThenTheRest(): AsyncGenerator<Batch> {
    for await (const part of readParts(file)) {
      count(counts, part)
      if (part.table !== 'file') yield part
      else for (const piece of part.rows) await files.add(piece)
    }
    await assertAlone(data)
    placed = true
    placeKey(data, key)
    await files.place()
  }
  try {
    await archive.fill(rowsThenTheRest(), replace)
    return counts
  } catch (error) {
    if (placed) placeKey(data, before)
    await files.undo()
    throw error
  } finally {
    files.end()
  }
}

function assertKey(key: Buffer, data: string, replace: boolean): void {
  const known = knownKey(data)
  if (replace || !known || known.equals(key)) return
  throw new CommandError(
    `${data} has a key of its own, and links are made with the one in the backup. To give up this one and every link made with it: ${REPLACE}`,
  )
}

function assertMigration({ migration }: Header, archive: Archive): void {
  if (migration === archive.migration) return
  throw new CommandError(
    `The backup is of migration ${migration}, and this Presence is at ${archive.migration}. Restore it with the Presence that made it, then update that.`,
  )
}

function explain(error: NodeJS.ErrnoException): never {
  if (!error.code) throw error
  throw new CommandError(`The backup cannot be read: ${error.message}`)
}
