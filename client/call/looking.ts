// What somebody has chosen to see and hear in a call: it holds for him alone, and as long as he is in it.
import { signal } from '@preact/signals'
import type { PersonId } from '#protocol/id.ts'
import type { Key, What } from './scene.ts'

export interface Volume {
  /** From 0 to 1. */
  readonly level: number
  readonly muted: boolean
}

const full: Volume = { level: 1, muted: false }

export class Looking {
  readonly pinned = signal<Key | undefined>(undefined)
  readonly aside = signal<ReadonlySet<Key>>(new Set())
  /** Of people, who may come again as other peers. */
  readonly #volumes = signal<ReadonlyMap<string, Volume>>(new Map())

  makeLarge(key: Key): void {
    this.pinned.value = key
    this.aside.value = new Set([...this.aside.value].filter(one => one !== key))
  }

  /** A share would be large by itself again. */
  makeSmall(key: Key): void {
    this.aside.value = new Set([...this.aside.value, key])
    if (this.pinned.value === key) this.pinned.value = undefined
  }

  volumeOf(what: What, person: PersonId): Volume {
    return this.#volumes.value.get(`${what} ${person}`) ?? full
  }

  setVolume(what: What, person: PersonId, change: Partial<Volume>): void {
    const volume = { ...this.volumeOf(what, person), ...change }
    this.#volumes.value = new Map([...this.#volumes.value, [`${what} ${person}`, volume]])
  }
}
