// Talking in a room.
import { nanoid } from 'nanoid'
import type { Message } from '#protocol/chat.ts'
import type { MessageId } from '#protocol/id.ts'
import type { Nothing, Result } from '#protocol/message.ts'
import { Refusal } from '#protocol/refusal.ts'
import { Twice } from '../store/store.ts'
import { bringBack } from './belonging.ts'
import type { CommandOf } from './command.ts'
import { tellNews } from './direct.ts'
import type { Who } from './member.ts'
import { assertMentions } from './mentioning.ts'
import { permit } from './permission.ts'
import type { Room } from './room.ts'

type Sent = Result<'chat.send'>

export function send(room: Room, who: Who, command: CommandOf<'chat.send'>): Promise<Sent> {
  const by = who.person.id
  const before = room.talk.sent(by, command.key)
  if (before) return Promise.resolve(receipt(before))
  // A retry that overtakes the first try waits for the same answer.
  return room.once(`${by} ${command.key}`, () => say(room, who, command))
}

async function say(room: Room, who: Who, command: CommandOf<'chat.send'>): Promise<Sent> {
  const { key, text, reply, mentions, files: ids = [] } = command
  const { id: by, name } = who.person
  if (mentions) assertMentions(room, who, mentions)
  if (reply && !living(room, reply)) await fetched(room, reply)
  if (room.direct) await bringBack(room)
  // What was said before a restart took its files with it: they cannot be taken once more.
  const known = ids.length > 0 && room.kept ? await room.memory.store.sent(room.id, by, key) : undefined
  if (known) return receipt(known)
  const { uploads } = room.house
  const files = ids.length > 0 ? uploads.take(room.id, by, ids) : undefined
  const message = { id: nanoid(12) as MessageId, key, by, name, text, at: room.now, reply, mentions, files }
  try {
    const { seq } = await room.write({ type: 'chat.said', id: message.id, message })
    uploads.sent(ids, true)
    tellNews(room)
    return { id: message.id, seq, at: message.at }
  } catch (error) {
    uploads.sent(ids, false)
    const said = error instanceof Twice ? await room.memory.store.sent(room.id, by, key) : undefined
    if (said) return receipt(said)
    throw error
  }
}

export async function edit(room: Room, who: Who, { id, text }: CommandOf<'chat.edit'>): Promise<Nothing> {
  const message = living(room, id) ?? (await fetched(room, id))
  if (message.by !== who.person.id) throw new Refusal('forbidden')
  if (message.text === text) return {}
  await room.write({ type: 'chat.edited', id: nanoid(), message: id, text, at: room.now })
  return {}
}

export async function remove(room: Room, who: Who, { id }: CommandOf<'chat.delete'>): Promise<Nothing> {
  const message = living(room, id) ?? (await fetched(room, id))
  const by = who.person.id
  if (message.by !== by) permit(room.standingOf(who), who.person.scopes, 'chat.delete others')
  await room.write({ type: 'chat.deleted', id: nanoid(), message: id, by, at: room.now })
  return {}
}

export function type(room: Room, { person }: Who, { on }: CommandOf<'chat.typing'>): Nothing {
  room.tell({ type: 'chat.typed', room: room.id, person: person.id, on }, person.id)
  return {}
}

function living(room: Room, id: MessageId): Message | undefined {
  const message = room.talk.find(id)
  if (message?.deleted) throw new Refusal('message.gone')
  return message
}

/** A message from before what is kept in memory. */
async function fetched(room: Room, id: MessageId): Promise<Message> {
  const message = room.kept ? await room.memory.store.message(room.id, id) : undefined
  if (!message || message.deleted) throw new Refusal('message.gone')
  return room.talk.adopt(message)
}

const receipt = ({ id, seq, at }: Message): Sent => ({ id, seq, at })
