// Between our values and the columns of the tables.
import type { Extras, Message } from '#protocol/chat.ts'
import type { MessageId, PersonId } from '#protocol/id.ts'
import type { Noted } from '../store.ts'

export interface FactRow {
  readonly seq: number
  readonly id: string
  readonly type: Noted['type']
  readonly message: MessageId | null
  readonly body: object | null
}

type Columns = Pick<Message, 'id' | 'seq' | 'key' | 'by' | 'name' | 'text' | 'at'>
export interface MessageRow extends Columns {
  readonly edited: number | null
  readonly deleted: number | null
  /** What the message carries besides its text. */
  readonly extras: Extras | null
  /** They have a table of their own, and come with what is read. */
  readonly reactions?: Message['reactions'] | null
}

export interface ReactionRow {
  readonly message: MessageId
  readonly person: PersonId
  readonly emoji: string
  readonly seq: number
}

/** A message as it is now, with the reactions to it. */
export const MESSAGE = `m.id, m.seq, m.key, m.by, m.name, m.text, m.at, m.edited, m.deleted, m.extras, (
  select jsonb_agg(jsonb_build_object('emoji', emoji, 'by', people) order by first) from (
    select emoji, jsonb_agg(person order by seq) as people, min(seq) as first
    from reaction r where r.room = m.room and r.message = m.id group by emoji
  ) as one) as reactions`

/** What every fact has as columns, and the rest as it is. That something was said stands with the messages. */
export function factRow({ seq, id, type, ...rest }: Noted): FactRow {
  const { message = null, ...body } = rest as { message?: MessageId }
  return { seq, id, type, message, body }
}

export const asFact = ({ seq, id, type, message, body }: FactRow): Noted =>
  ({ seq, id, type, ...(message ? { message } : {}), ...body }) as Noted

export function asMessage({ edited, deleted, reactions, extras, ...rest }: MessageRow): Message {
  const marks = { ...(edited ? { edited } : {}), ...(deleted ? { deleted } : {}) }
  return { ...rest, ...marks, ...(reactions ? { reactions } : {}), ...extras }
}

export function messageRow({ edited, deleted, ...message }: Message): MessageRow {
  const { id, seq, key, by, name, text, at } = message
  const columns = { id, seq, key, by, name, text, at }
  return { ...columns, edited: edited ?? null, deleted: deleted ?? null, extras: extrasOf(message) }
}

/** In their order, and before any that will be given under a number. */
export function reactionRows(messages: readonly Message[]): ReactionRow[] {
  const given = messages.flatMap(({ id: message, reactions = [] }) =>
    reactions.flatMap(({ emoji, by }) => by.map(person => ({ message, person, emoji }))),
  )
  return given.map((reaction, at) => ({ ...reaction, seq: at - given.length }))
}

/** Most messages carry nothing. */
export function extrasOf({ reply, mentions, files }: Extras): Extras | null {
  const carried = { ...(reply && { reply }), ...(mentions && { mentions }), ...(files && { files }) }
  return Object.keys(carried).length > 0 ? carried : null
}
