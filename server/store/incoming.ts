// Files that come back from a backup: beside those that are there, in whose place they are put when all have come.
import { existsSync, renameSync, rmSync } from 'node:fs'
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { Mistake } from '../base/mistake.ts'
import { syncFolder } from './file.ts'
import { FILES } from './files.ts'
import type { Piece } from './pieces.ts'

export class IncomingFiles {
  readonly #place: string
  readonly #new: string
  readonly #old: string
  #placed = false
  #open: { path: string; length: number; handle: FileHandle } | undefined

  constructor(data: string) {
    this.#place = join(data, FILES)
    this.#new = `${this.#place}.new`
    this.#old = `${this.#place}.old`
    this.end()
  }

  /** They come one after the other, each from its beginning to its end. */
  async add({ room, id, at, bytes }: Piece): Promise<void> {
    const path = join(this.#new, room, id)
    if (at === 0) await this.#begin(path, join(this.#new, room))
    const { handle, length } = this.#open ?? {}
    if (!handle || this.#open?.path !== path || length !== at)
      throw new Mistake(`The file ${id} of the room ${room} is not whole in the backup.`)
    const chunk = Buffer.from(bytes, 'base64')
    await handle.appendFile(chunk)
    this.#open.length += chunk.length
  }

  /** From now on they are the files of this server. */
  async place(): Promise<void> {
    await this.#finish()
    await mkdir(this.#new, { recursive: true, mode: 0o700 })
    this.#placed = true
    if (existsSync(this.#place)) renameSync(this.#place, this.#old)
    renameSync(this.#new, this.#place)
    await syncFolder(join(this.#place, '..'))
  }

  /** It was not to be: those from before are there again. */
  async undo(): Promise<void> {
    await this.#finish()
    if (!this.#placed) return
    if (!existsSync(this.#new)) rmSync(this.#place, { recursive: true, force: true })
    if (existsSync(this.#old)) renameSync(this.#old, this.#place)
  }

  /** Nothing is left of what was not placed, or was given up. */
  end(): void {
    rmSync(this.#new, { recursive: true, force: true })
    rmSync(this.#old, { recursive: true, force: true })
  }

  async #begin(path: string, folder: string): Promise<void> {
    await this.#finish()
    await mkdir(folder, { recursive: true, mode: 0o700 })
    this.#open = { path, length: 0, handle: await open(path, 'wx', 0o600) }
  }

  async #finish(): Promise<void> {
    const { handle } = this.#open ?? {}
    this.#open = undefined
    await handle?.sync()
    await handle?.close()
  }
}
