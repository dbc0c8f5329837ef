// Which of one's own messages is being edited, by the key that it had before it was said: at most one.
import { signal } from '@preact/signals'
import type { ClientKey } from '#protocol/id.ts'

export const editing = signal<ClientKey | undefined>(undefined)
