// The files of a room, laid beside what is written down of it.
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { RoomId } from '#protocol/id.ts'
import type { Files } from '../store/files.ts'
import type { Copy, Said } from './room-copy.ts'

export class FilesCopy implements Copy {
  readonly #files: Files
  readonly #room: RoomId
  readonly #folder: string

  constructor(files: Files, room: RoomId, folder: string) {
    this.#files = files
    this.#room = room
    this.#folder = folder
  }

  async messages(messages: readonly Said[]): Promise<void> {
    for (const file of messages.flatMap(({ files }) => files ?? [])) {
      const found = await this.#files.find(this.#room, file.id)
      if (!found) continue
      await mkdir(join(this.#folder, 'files'), { recursive: true, mode: 0o700 })
      await copyFile(found.path, join(this.#folder, file.path))
    }
  }
}
