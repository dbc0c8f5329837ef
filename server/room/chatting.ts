// Talking in a room.

import type { Message } from '#protocol/chat.ts'
import type { MessageId } from '#protocol/id.ts'
import type { Nothing } from '#protocol/message.ts'
import { Refusal } from '#protocol/refusal.ts'
import type { CommandOf } from './command.ts'
import type { Who } from './member.ts'
import { permit } from './permission.ts'
import type { Room } from './room.ts'

export function send(room: Room, { person }: Who, { key, text }: CommandOf<'chat.send'>) {
  const before = room.talk.sent(person.id, key)
  if (before) return receipt(before)
  room.tell(room.talk.say(person.id, person.name, key, text, room.now))
  const sent = room.talk.sent(person.id, key)
  if (!sent) throw new Error('a message was said and is not in the log')
  return receipt(sent)
}

export function edit(room: Room, who: Who, { id, text }: CommandOf<'chat.edit'>): Nothing {
  const message = living(room, id)
  if (message.by !== who.person.id) throw new Refusal('forbidden')
  if (message.text !== text) room.tell(room.talk.edit(message, text, room.now))
  return {}
}

export function remove(room: Room, who: Who, { id }: CommandOf<'chat.delete'>): Nothing {
  const message = living(room, id)
  if (message.by !== who.person.id) permit(room.standingOf(who), who.person.scopes, 'chat.delete others')
  room.tell(room.talk.delete(message, who.person.id, room.now))
  return {}
}

export function type(room: Room, { person }: Who, { on }: CommandOf<'chat.typing'>): Nothing {
  room.tell({ type: 'chat.typed', room: room.id, person: person.id, on }, person.id)
  return {}
}

export const page = (room: Room, _who: Who, { before }: CommandOf<'chat.page'>) => room.talk.page(before)

function living(room: Room, id: MessageId): Message {
  const message = room.talk.find(id)
  if (!message || message.deleted) throw new Refusal('message.gone')
  return message
}

const receipt = ({ id, seq, at }: Message) => ({ id, seq, at })
