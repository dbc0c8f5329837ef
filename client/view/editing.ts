// Which of one's own messages is being edited, by the key that it had before it was said: at most one.
import { computed, signal } from '@preact/signals'
import type { ClientKey } from '#protocol/id.ts'

interface Edit {
  readonly key: ClientKey
  /** What it says by now: it may be out of sight, and not on the page, before that is kept. */
  readonly text?: string
}

export const editing = signal<Edit | undefined>(undefined)
export const edited = computed(() => editing.value?.key)
