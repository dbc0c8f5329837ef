// Which of one's own messages is being edited: at most one.
import { signal } from '@preact/signals'
import type { MessageId } from '#protocol/id.ts'

export const editing = signal<MessageId | undefined>(undefined)
