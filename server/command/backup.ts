// `presence backup`.
import { lstat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { writeDump } from '../store/dump.ts'
import { beginningOf } from '../store/file.ts'
import { FileFolder } from '../store/files.ts'
import { knownKey } from '../store/folder.ts'
import { withFiles } from '../store/pieces.ts'
import { type Call, CommandError, type Verb } from './verb.ts'

export const backup: Verb = {
  name: 'backup',
  usage: 'backup FILE',
  says: 'named rooms with their files, accounts and the key into one file, also while it runs',
  async run(call) {
    const [name, more] = call.words
    if (!name || more !== undefined) throw new CommandError('Give one file to write to: presence backup FILE')
    const file = resolve(name)
    await assertOurs(file)
    const counts = await write(file, call)
    return `Wrote ${counts.room} rooms with ${counts.message} messages and ${counts.file} files to ${file}\nThe key of this server is in it: whoever has it can read everything and make every link.`
  },
}

async function write(file: string, { data, openArchive }: Call) {
  const key = knownKey(data)?.toString('base64url')
  if (!key)
    throw new CommandError(`No Presence has ever run with the data folder ${data}. Set PRESENCE_DATA.`)
  const archive = await openArchive('read')
  try {
    const at = new Date().toISOString()
    const parts = withFiles(archive.read(), new FileFolder(data))
    return await writeDump(file, { migration: archive.migration, at, key }, parts)
  } finally {
    await archive.close()
  }
}

/** An older backup gives way to a newer one; nothing else does. */
async function assertOurs(file: string): Promise<void> {
  const there = await lstat(file).catch(() => undefined)
  if (!there) return
  if (there.isFile()) {
    const start = (await beginningOf(file, 64)).toString()
    if (start === '' || start.startsWith('{"presence":"backup"')) return
  }
  throw new CommandError(`${file} is there already, and is no backup. Choose another name.`)
}
