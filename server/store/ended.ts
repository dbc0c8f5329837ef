// What has ended and must not come back by an old token: sessions signed out, rooms purged, people removed.
// A file of hashes, so that a restart forgets none of it; an entry outlives every token it speaks of.
import { createHash } from 'node:crypto'
import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../base/log.ts'

export interface Ended {
  /** Ends now whatever was issued under `key` up to this moment. */
  mark(key: string, now: number): void
  covers(key: string, issued: number): boolean
  forget(now: number): void
}

/** Bounds the memory of a server that is made to forget on purpose. */
const MOST = 1_000_000

const digest = (key: string) => createHash('sha256').update(key).digest('base64url').slice(0, 22)

export class EndedFile implements Ended {
  readonly #file: string
  readonly #lifeMs: number
  readonly #log: Log
  readonly #times = new Map<string, number>()

  constructor(folder: string, lifeMs: number, log: Log, now: number) {
    this.#file = join(folder, 'ended')
    this.#lifeMs = lifeMs
    this.#log = log
    for (const line of readLines(this.#file)) this.#read(line)
    this.forget(now)
  }

  mark(key: string, now: number): void {
    const hash = digest(key)
    // Newest last, so that the oldest go first if there are ever too many.
    this.#times.delete(hash)
    this.#times.set(hash, now)
    const [oldest] = this.#times.keys()
    if (this.#times.size > MOST && oldest) this.#times.delete(oldest)
    this.#try(() => appendFileSync(this.#file, `\n${now} ${hash}\n`, { mode: 0o600 }))
  }

  covers(key: string, issued: number): boolean {
    const time = this.#times.get(digest(key))
    return time !== undefined && issued <= time
  }

  forget(now: number): void {
    for (const [hash, time] of this.#times) if (time + this.#lifeMs < now) this.#times.delete(hash)
    const text = [...this.#times].map(([hash, time]) => `${time} ${hash}\n`).join('')
    this.#try(() => {
      writeFileSync(`${this.#file}.new`, text, { mode: 0o600 })
      renameSync(`${this.#file}.new`, this.#file)
    })
  }

  #read(line: string): void {
    const [time, hash] = line.split(' ')
    // The last line may be half written: a crash may cut it.
    if (hash?.length === 22 && Number(time) > 0) this.#times.set(hash, Number(time))
  }

  /** A full disk must not keep anyone from signing out: it holds in memory, and a restart may forget it. */
  #try(write: () => void): void {
    try {
      write()
    } catch (error) {
      this.#log.error({ err: error }, 'cannot write what has ended')
    }
  }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
