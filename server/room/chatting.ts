// Talking in a room.
import { nanoid } from 'nanoid'
import type { Message } from '#protocol/chat.ts'
import type { MessageId } from '#protocol/id.ts'
import type { Nothing, Result } from '#protocol/message.ts'
import { Twice } from '../store/store.ts'
import { bringBack } from './belonging.ts'
import type { CommandOf } from './command.ts'
import { tellNews } from './direct.ts'
import { fetched, known } from './finding.ts'
import type { Who } from './member.ts'
import { assertMentions } from './mentioning.ts'
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
  if (reply && !known(room, reply)) await fetched(room, reply)
  if (room.direct) await bringBack(room)
  // What was said before a restart took its files with it: they cannot be taken once more.
  const earlier = ids.length > 0 && room.kept ? await room.memory.store.sent(room.id, by, key) : undefined
  if (earlier) return receipt(earlier)
  const { uploads } = room.house
  const files = ids.length > 0 ? uploads.take(room.id, by, ids) : undefined
  const message = { id: nanoid(12) as MessageId, key, by, name, text, at: room.now, reply, mentions, files }
  try {
    const { seq } = await room.write({ type: 'chat.said', id: message.id, message })
    uploads.sent(ids, true)
    tellNews(room, by)
    return { id: message.id, seq, at: message.at }
  } catch (error) {
    uploads.sent(ids, false)
    const said = error instanceof Twice ? await room.memory.store.sent(room.id, by, key) : undefined
    if (said) return receipt(said)
    throw error
  }
}

export function type(room: Room, { person }: Who, { on }: CommandOf<'chat.typing'>): Nothing {
  room.tell({ type: 'chat.typed', room: room.id, person: person.id, on }, person.id)
  return {}
}

const receipt = ({ id, seq, at }: Message): Sent => ({ id, seq, at })
