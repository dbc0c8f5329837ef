// What is quoted: the message that an answer answers, which need not be on this page.
import type { Message } from '#protocol/chat.ts'
import type { MessageId } from '#protocol/id.ts'
import { plainOf } from './blocks.ts'
import type { Room } from './state.ts'

const MOST = 200

/** Null when it is known to be gone, undefined when it is not known here. */
export function quotedOf(room: Room, id: MessageId): Message | null | undefined {
  const here = [room.messages, ...room.past].map(said => said.find(message => message.id === id))
  return here.find(message => message !== undefined) ?? room.quoted[id]
}

/** Said before a restart: others have its number now, and the server knows nothing of it. */
export const isPast = ({ past }: Room, id: MessageId): boolean =>
  past.some(said => said.some(message => message.id === id))

export const withQuoted = (room: Room, id: MessageId, message: Message | null): Room => ({
  ...room,
  quoted: { ...room.quoted, [id]: message },
})

/** What was looked up and is quoted on this page. */
export function stillQuoted({ messages, past, pending, quoted }: Room): Room['quoted'] {
  const answered = new Set(
    [...messages, ...past.flat(), ...pending].map(({ reply }) => reply as string | undefined),
  )
  return Object.fromEntries(Object.entries(quoted).filter(([id]) => answered.has(id)))
}

/** A line of it: its beginning, or what it carries instead of words. */
export function beginningOf({ text, files }: Pick<Message, 'text' | 'files'>): string {
  const line = plainOf(text).trim().replace(/\s+/g, ' ')
  return shortened(line, MOST) || (files?.[0]?.name ?? '')
}

export const shortened = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most).toWellFormed().trimEnd()}…` : text
