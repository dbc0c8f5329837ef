// The files that the messages of a room carry: how much they are, and that they go when their message does.
import type { Attachment } from '#protocol/file.ts'
import type { Files } from '../store/files.ts'
import type { Room } from './room.ts'

type Carried = readonly Attachment[] | undefined

export class Shelf {
  readonly #room: Room
  readonly #files: Files
  #bytes: number

  constructor(room: Room, files: Files, bytes: number) {
    this.#room = room
    this.#files = files
    this.#bytes = bytes
  }

  get bytes(): number {
    return this.#bytes
  }

  put(files: Carried): void {
    for (const { size } of files ?? []) this.#bytes += size
  }

  /** Their message is deleted, on disk too. */
  drop(files: Carried): void {
    for (const { id, size } of files ?? []) {
      this.#bytes -= size
      try {
        this.#files.remove(this.#room.id, id)
      } catch (error) {
        this.#room.log.error({ err: error }, 'a file could not be removed')
      }
    }
  }

  /** Their message is no longer in memory. Of a room without a name that is all there was of it. */
  forget(files: Carried): void {
    const { kept, naming, perhapsKept } = this.#room
    if (!kept && !naming && !perhapsKept) this.drop(files)
  }
}
