// `presence room export`.
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { RoomId } from '#protocol/id.ts'
import type { Archive } from '../store/archive.ts'
import { writeWhole } from '../store/file.ts'
import { FileFolder } from '../store/files.ts'
import { JsonCopy, tellRoom } from './room-copy.ts'
import { FilesCopy } from './room-files.ts'
import { PageCopy } from './room-page.ts'
import { CommandError, type Verb } from './verb.ts'

export const exportRoom: Verb = {
  name: 'room export',
  usage: 'room export ROOM [FOLDER]',
  says: 'a named room, by its name or id, with its files, as JSON and as a page to read',
  async run({ words: [called, folder = '.', more], data, openArchive }) {
    if (!called || more !== undefined)
      throw new CommandError('Give the name or the id of a room: presence room export ROOM [FOLDER]')
    const archive = await openArchive('read')
    try {
      const room = await theOne(called, archive)
      const place = await madeFolder(resolve(folder))
      const [json, page] = [join(place, `${room}.json`), join(place, `${room}.html`)]
      // Side by side as it is read: of one moment, and no room is too long.
      const files = new FilesCopy(new FileFolder(data), room, place)
      await writeWhole(json, writeJson =>
        writeWhole(page, writePage =>
          tellRoom(archive.read(room), [files, new JsonCopy(writeJson), new PageCopy(writePage)]),
        ),
      )
      return `Wrote ${json}\nand   ${page}`
    } finally {
      await archive.close()
    }
  },
}

async function theOne(called: string, archive: Archive): Promise<RoomId> {
  const found = await archive.find(called)
  const [first] = found
  if (!first) throw new CommandError(`${called}: no named room has this name or id.`)
  if (found.length === 1 || first === called) return first
  throw new CommandError(`Several rooms are called ${called}. Give the id of one: ${found.join(', ')}`)
}

async function madeFolder(path: string): Promise<string> {
  await mkdir(path, { recursive: true, mode: 0o700 }).catch(error => {
    throw new CommandError(`${path} cannot be made: ${error.message}`)
  })
  return path
}
