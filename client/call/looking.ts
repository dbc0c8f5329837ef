// What somebody has chosen to look at in a call: it holds for him alone, and as long as he is in it.
import { signal } from '@preact/signals'
import type { Key } from './scene.ts'

export class Looking {
  readonly pinned = signal<Key | undefined>(undefined)
  readonly aside = signal<ReadonlySet<Key>>(new Set())

  makeLarge(key: Key): void {
    this.pinned.value = key
    this.aside.value = new Set([...this.aside.value].filter(one => one !== key))
  }

  /** A share would be large by itself again. */
  makeSmall(key: Key): void {
    this.aside.value = new Set([...this.aside.value, key])
    if (this.pinned.value === key) this.pinned.value = undefined
  }
}
