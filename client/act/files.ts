// Choosing files to send: each is brought to the server at once, and goes with the next message.
import { computed, signal } from '@preact/signals'
import type { Attachment } from '#protocol/file.ts'
import type { RoomId } from '#protocol/id.ts'
import { FILES_PER_MESSAGE } from '#protocol/limits.ts'
import { randomKey } from '../keep.ts'
import { type Upload, upload } from '../net/upload.ts'
import type { Session } from '../session.ts'
import type { Room } from '../state/state.ts'

export interface Chosen {
  readonly key: string
  readonly file: File
  /** Where the page itself finds it, when it is a picture. */
  readonly picture?: string
  /** How much of it is there, up to 1. */
  readonly part: number
  readonly attachment?: Attachment
  readonly trouble?: string
  /** Trying again would not help. */
  readonly final?: boolean
}

const AT_ONCE = 3
const PICTURES = /^image\/(png|jpeg|gif|webp)$/

export class Files {
  readonly chosen = signal<readonly Chosen[]>([])
  /** He wants to send, as soon as they are there. */
  readonly wanted = signal(false)
  readonly #session: Session
  readonly #uploads = new Map<string, Upload | undefined>()

  constructor(session: Session) {
    this.#session = session
  }

  readonly ready = computed(() => this.chosen.value.every(({ attachment }) => attachment !== undefined))
  /** Nothing is sent past a file that did not get there: it is tried again, or left. */
  readonly stuck = computed(() => this.chosen.value.some(({ trouble }) => trouble !== undefined))

  choose(room: Room, files: readonly File[]): void {
    const place = FILES_PER_MESSAGE - this.chosen.value.length
    const { most } = this.#session.language.texts.talk.files
    if (files.length > place) this.#session.tell({ text: most(FILES_PER_MESSAGE) })
    const fresh = files.slice(0, place).map(file => chosenOf(file, this.#wrongWith(file, room.fileLimit)))
    this.chosen.value = [...this.chosen.value, ...fresh]
    this.#startMore(room.id)
  }

  again(room: RoomId, key: string): void {
    this.#change(key, { trouble: undefined, part: 0 })
    this.#startMore(room)
  }

  drop(room: RoomId, key: string): void {
    const chosen = this.chosen.value.find(one => one.key === key)
    this.chosen.value = this.chosen.value.filter(one => one.key !== key)
    if (this.chosen.value.length === 0) this.wanted.value = false
    this.#uploads.get(key)?.stop()
    if (chosen?.attachment) this.#withdraw(room, chosen.attachment)
    if (chosen?.picture) URL.revokeObjectURL(chosen.picture)
  }

  /** He goes elsewhere without having sent them. */
  clear(room: RoomId): void {
    for (const { key } of this.chosen.value) this.drop(room, key)
  }

  /** Those that are sent now, and are chosen no longer. */
  take(): Attachment[] {
    const taken = this.chosen.value
    this.chosen.value = []
    this.wanted.value = false
    for (const { picture } of taken) if (picture) URL.revokeObjectURL(picture)
    return taken.flatMap(({ attachment }) => attachment ?? [])
  }

  #startMore(room: RoomId): void {
    const waiting = this.chosen.value.filter(
      ({ key, attachment, trouble }) => !attachment && trouble === undefined && !this.#uploads.has(key),
    )
    for (const chosen of waiting.slice(0, AT_ONCE - this.#uploads.size)) void this.#bring(room, chosen)
  }

  async #bring(room: RoomId, { key, file }: Chosen): Promise<void> {
    this.#uploads.set(key, undefined)
    try {
      const { name, size } = file
      const { id, path } = await this.#session.ask({
        type: 'file.offer',
        room,
        name: name.toWellFormed(),
        size,
      })
      if (!this.#isChosen(key)) return this.#withdraw(room, { id })
      const coming = upload(path, file, part => this.#change(key, { part }))
      this.#uploads.set(key, coming)
      const attachment = await coming.done
      if (this.#isChosen(key)) this.#change(key, { part: 1, attachment })
      else this.#withdraw(room, attachment)
    } catch (error) {
      // What he removed holds nothing up.
      if (!this.#isChosen(key)) return
      this.wanted.value = false
      this.#change(key, { trouble: this.#session.sentenceOf(error) })
    } finally {
      this.#uploads.delete(key)
      this.#startMore(room)
    }
  }

  /** It makes room for others there; not worth a word when it fails. */
  #withdraw(room: RoomId, { id }: Pick<Attachment, 'id'>): void {
    this.#session.ask({ type: 'file.withdraw', room, id }).catch(() => {})
  }

  #wrongWith(file: File, limit: number): string {
    const { texts, formats } = this.#session.language
    return file.size > limit ? texts.talk.files.largerThan(formats.size(limit)) : ''
  }

  #isChosen(key: string): boolean {
    return this.chosen.value.some(one => one.key === key)
  }

  #change(key: string, change: Partial<Chosen>): void {
    this.chosen.value = this.chosen.value.map(one => (one.key === key ? { ...one, ...change } : one))
  }
}

function chosenOf(file: File, trouble: string): Chosen {
  const picture = PICTURES.test(file.type) ? { picture: URL.createObjectURL(file) } : {}
  return { key: randomKey(), file, part: 0, ...picture, ...(trouble && { trouble, final: true }) }
}
