// Between our values and the columns of the tables.
import type { Extras, Message } from '#protocol/chat.ts'
import type { MessageId } from '#protocol/id.ts'
import type { Numbered } from '../store.ts'

export interface FactRow {
  readonly seq: number
  readonly id: string
  readonly type: Numbered['type']
  readonly message: MessageId | null
  readonly body: object | null
}

type Columns = Pick<Message, 'id' | 'seq' | 'key' | 'by' | 'name' | 'text' | 'at'>
export interface MessageRow extends Columns {
  readonly edited: number | null
  readonly deleted: number | null
  /** What the message carries besides its text. */
  readonly extras: Extras | null
}

/** What every fact has as columns, and the rest as it is. That something was said stands with the messages. */
export function factRow({ seq, id, type, ...rest }: Numbered): FactRow {
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

export function asMessage({ edited, deleted, extras, ...rest }: MessageRow): Message {
  return { ...rest, ...(edited ? { edited } : {}), ...(deleted ? { deleted } : {}), ...extras }
}

export function messageRow({ edited, deleted, ...message }: Message): MessageRow {
  const { id, seq, key, by, name, text, at } = message
  const columns = { id, seq, key, by, name, text, at }
  return { ...columns, edited: edited ?? null, deleted: deleted ?? null, extras: extrasOf(message) }
}

/** Most messages carry nothing. */
export function extrasOf({ reply, mentions, files }: Extras): Extras | null {
  const carried = { ...(reply && { reply }), ...(mentions && { mentions }), ...(files && { files }) }
  return Object.keys(carried).length > 0 ? carried : null
}
