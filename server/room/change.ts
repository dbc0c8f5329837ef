// What a change makes of the message that it is about.
import type { Message } from '#protocol/chat.ts'
import { react } from '#protocol/reaction.ts'
import type { Change, Draft } from '../store/store.ts'

export const isChange = (draft: Draft): draft is Change => 'message' in draft && draft.type !== 'chat.said'

export function changed(message: Message, change: Change): Message {
  // Gone for good, whatever else was on its way.
  if (message.deleted) return message
  switch (change.type) {
    case 'chat.edited':
      return { ...message, text: change.text, ...(change.silent ? {} : { edited: change.at }) }
    case 'chat.reacted':
      return withReactions(message, react(message.reactions, change))
    case 'chat.deleted': {
      const { id, seq, key, by, name, at, edited } = message
      return { id, seq, key, by, name, at, ...(edited ? { edited } : {}), text: '', deleted: change.at }
    }
  }
}

function withReactions(
  { reactions: _before, ...message }: Message,
  reactions: Message['reactions'],
): Message {
  return reactions?.length ? { ...message, reactions } : message
}
