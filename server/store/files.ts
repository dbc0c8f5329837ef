// The folder of the files that people bring into rooms: a folder a room, a file an id, nothing of it in the database.
import { randomUUID } from 'node:crypto'
import { renameSync, rmSync } from 'node:fs'
import { mkdir, readdir, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileId, RoomId } from '#protocol/id.ts'
import { syncFolder, writeWhole } from './file.ts'

export interface Found {
  readonly path: string
  readonly size: number
}

export interface Files {
  /** On disk when it resolves; exactly so many bytes, or nothing of them stays. */
  put(room: RoomId, id: FileId, size: number, bytes: AsyncIterable<Buffer>): Promise<void>
  find(room: RoomId, id: FileId): Promise<Found | undefined>
  /** At once: nobody finds it any more when this returns. */
  remove(room: RoomId, id: FileId): void
  removeRoom(room: RoomId): void
}

/** There came more bytes than were said, or fewer. */
export class WrongSize extends Error {}
export class DiskFull extends Error {}

/** What is left free for everything else that the server writes, of a small disk less. */
const RESERVE = 512 * 1024 * 1024
const RESERVED_PART = 0.05
/** Of the data folder. */
export const FILES = 'files'
/** A folder on its way out. */
const GONE = '.gone-'

export class FileFolder implements Files {
  readonly #root: string

  constructor(data: string) {
    this.#root = join(data, FILES)
  }

  async put(room: RoomId, id: FileId, size: number, bytes: AsyncIterable<Buffer>): Promise<void> {
    if (await mkdir(join(this.#root, room), { recursive: true, mode: 0o700 })) await syncFolder(this.#root)
    await this.#assertFree(size)
    try {
      await writeWhole(this.#path(room, id), async write => {
        let written = 0
        for await (const chunk of bytes) {
          written += chunk.length
          if (written > size) break
          await write(chunk)
        }
        if (written !== size) throw new WrongSize()
      })
    } catch (error) {
      const { code = '' } = ((error as Error).cause ?? {}) as NodeJS.ErrnoException
      if (code === 'ENOSPC' || code === 'EDQUOT') throw new DiskFull()
      // The room went away meanwhile, and its folder with it.
      throw code === 'ENOENT' ? new WrongSize() : error
    }
  }

  async find(room: RoomId, id: FileId): Promise<Found | undefined> {
    const path = this.#path(room, id)
    const { size } = (await stat(path).catch(absent)) ?? {}
    return size === undefined ? undefined : { path, size }
  }

  remove(room: RoomId, id: FileId): void {
    rmSync(this.#path(room, id), { force: true })
  }

  /** Out of reach at once, off the disk soon: there may be much of it. */
  removeRoom(room: RoomId): void {
    const gone = join(this.#root, `${GONE}${randomUUID()}`)
    try {
      renameSync(join(this.#root, room), gone)
    } catch (error) {
      return void absent(error as NodeJS.ErrnoException)
    }
    // What is left of it now goes at the next start.
    rm(gone, { recursive: true, force: true }).catch(() => {})
  }

  /** The rooms that have a folder, after what a crash left of others is gone. */
  async rooms(): Promise<RoomId[]> {
    const names = (await readdir(this.#root).catch(absent)) ?? []
    for (const name of names.filter(name => name.startsWith(GONE)))
      await rm(join(this.#root, name), { recursive: true, force: true })
    return names.filter(name => !name.startsWith(GONE)) as RoomId[]
  }

  /** Everything in a room's folder that has not been touched since, uploads that broke off included. */
  async untouchedSince(room: RoomId, time: number): Promise<string[]> {
    const names = await readdir(join(this.#root, room))
    const old: string[] = []
    for (const name of names) {
      const { mtimeMs } = (await stat(join(this.#root, room, name)).catch(absent)) ?? {}
      if (mtimeMs !== undefined && mtimeMs < time) old.push(name)
    }
    return old
  }

  #path(room: RoomId, id: FileId): string {
    return join(this.#root, room, id)
  }

  async #assertFree(size: number): Promise<void> {
    const { bavail, blocks, bsize } = await statfs(this.#root)
    const reserve = Math.min(RESERVE, blocks * bsize * RESERVED_PART)
    if (bavail * bsize - size < reserve) throw new DiskFull()
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
