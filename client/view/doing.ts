// What is being done with a message in a dialog: at most one thing at a time.
import { signal } from '@preact/signals'
import type { Message } from '#protocol/chat.ts'
import type { RoomId } from '#protocol/id.ts'

export interface Doing {
  readonly what: 'react' | 'delete' | 'history'
  readonly room: RoomId
  readonly message: Message
}

export const doing = signal<Doing | undefined>(undefined)
