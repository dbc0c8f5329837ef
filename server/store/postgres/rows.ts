// Between our values and the columns of the tables.
import type { Message } from '#protocol/chat.ts'
import type { MessageId } from '#protocol/id.ts'
import type { Numbered } from '../store.ts'

export interface FactRow {
  readonly seq: number
  readonly id: string
  readonly type: Numbered['type']
  readonly message: MessageId | null
  readonly body: object | null
}
export type MessageRow = Message & { edited: number | null; deleted: number | null }

/** What every fact has as columns, and the rest as it is. What was said stands in the message. */
export function factRow({ seq, id, type, ...rest }: Numbered): FactRow {
  if (type === 'chat.said')
    return { seq, id, type, message: (rest as { message: Message }).message.id, body: null }
  const { message = null, ...body } = rest as { message?: MessageId }
  return { seq, id, type, message, body }
}

export function asFact(
  { seq, id, type, message, body }: FactRow,
  messages: ReadonlyMap<string, Message>,
): Numbered {
  if (type === 'chat.said') return { seq, id, type, message: messages.get(message ?? '') } as Numbered
  return { seq, id, type, ...(message ? { message } : {}), ...body } as Numbered
}

export function asMessage({ edited, deleted, ...rest }: MessageRow): Message {
  return { ...rest, ...(edited ? { edited } : {}), ...(deleted ? { deleted } : {}) }
}
