// Talk. What is said, edited, deleted and reacted to is numbered; who is typing is not.
import { z } from 'zod'
import { exactlyOne, inRoom } from './asked.ts'
import { attachment } from './file.ts'
import { clientKey, fileId, messageId, personId, roomId } from './id.ts'
import { FILES_PER_MESSAGE } from './limits.ts'
import { mentions } from './mention.ts'
import { body, caption, emoji, isVisible, notVisible, phrase } from './text.ts'

/** What a message may carry besides its text. */
const extras = z.strictObject({
  /** The message that this one answers. */
  reply: messageId.optional(),
  mentions: mentions.optional(),
  files: z.array(attachment).max(FILES_PER_MESSAGE).optional(),
})
export type Extras = z.infer<typeof extras>

export const chatSend = z
  .strictObject({
    type: z.literal('chat.send'),
    ...inRoom,
    key: clientKey,
    text: caption,
    ...extras.shape,
    /** What he has brought and not yet sent. */
    files: z.array(fileId).min(1).max(FILES_PER_MESSAGE).optional(),
  })
  .refine(({ text, files }) => files !== undefined || isVisible(text), { ...notVisible, path: ['text'] })
export const chatEdit = z.strictObject({
  type: z.literal('chat.edit'),
  ...inRoom,
  id: messageId,
  text: body,
})
export const chatDelete = z.strictObject({
  type: z.literal('chat.delete'),
  ...inRoom,
  id: messageId,
})
/** Gives a reaction to a message, or takes it back. */
export const chatReact = z.strictObject({
  type: z.literal('chat.react'),
  ...inRoom,
  id: messageId,
  emoji,
  on: z.boolean(),
})
/** Keeps one message of the room in sight, in place of the one before, or no more. */
export const chatPin = z.strictObject({
  type: z.literal('chat.pin'),
  ...inRoom,
  id: messageId,
  on: z.boolean(),
})
export const chatGet = z.strictObject({
  type: z.literal('chat.get'),
  ...inRoom,
  id: messageId,
})
export const chatHistory = z.strictObject({
  type: z.literal('chat.history'),
  ...inRoom,
  id: messageId,
})
export const chatTyping = z.strictObject({
  type: z.literal('chat.typing'),
  ...inRoom,
  on: z.boolean(),
})
const place = z.number().int().nonnegative()
export const chatPage = z
  .strictObject({
    type: z.literal('chat.page'),
    ...inRoom,
    before: place.optional(),
    after: place.optional(),
    around: place.optional(),
  })
  .refine(...exactlyOne('before', 'after', 'around'))
export const chatSearch = z.strictObject({
  type: z.literal('chat.search'),
  ...inRoom,
  text: phrase,
  before: place.optional(),
})

const seq = z.number().int().positive()

const reaction = z.strictObject({ emoji: z.string(), by: z.array(personId) })

/** A message as it is now. A deleted one keeps its place, not its text. */
export const message = z.strictObject({
  id: messageId,
  seq,
  key: clientKey,
  by: personId,
  name: z.string(),
  text: z.string(),
  at: z.number(),
  edited: z.number().optional(),
  deleted: z.number().optional(),
  reactions: z.array(reaction).optional(),
  ...extras.shape,
})
export type Message = z.infer<typeof message>

/** What a message said from then on. */
export const version = z.strictObject({ text: z.string(), at: z.number() })
export type Version = z.infer<typeof version>

export const chatSaid = message.extend({ type: z.literal('chat.said'), room: roomId })
export const chatEdited = z.strictObject({
  type: z.literal('chat.edited'),
  room: roomId,
  seq,
  id: messageId,
  text: z.string(),
  at: z.number(),
  /** It was mended right after it was said: that is not marked. */
  silent: z.literal(true).optional(),
})
export const chatReacted = z.strictObject({
  type: z.literal('chat.reacted'),
  room: roomId,
  seq,
  id: messageId,
  by: personId,
  emoji: z.string(),
  on: z.boolean(),
})
export const chatDeleted = z.strictObject({
  type: z.literal('chat.deleted'),
  room: roomId,
  seq,
  id: messageId,
  by: personId,
  at: z.number(),
})
export const chatTyped = z.strictObject({
  type: z.literal('chat.typed'),
  room: roomId,
  person: personId,
  on: z.boolean(),
})

export const sendResult = z.strictObject({ id: messageId, seq, at: z.number() })
/** `more`: there are older ones; `newer`: there are newer ones. */
export const pageResult = z.strictObject({
  messages: z.array(message),
  more: z.boolean(),
  newer: z.boolean(),
})
/** The newest first. `before`: so far back it has looked, and there is more. */
export const searchResult = z.strictObject({ messages: z.array(message), before: place.optional() })
export const historyResult = z.strictObject({ versions: z.array(version), more: z.boolean() })
