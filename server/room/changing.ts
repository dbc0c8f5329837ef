// What becomes of a message after it was said: it is edited, deleted, reacted to.
import { nanoid } from 'nanoid'
import type { Message } from '#protocol/chat.ts'
import type { MessageId } from '#protocol/id.ts'
import type { Nothing } from '#protocol/message.ts'
import { hasReacted, MOST_EMOJI, MOST_REACTIONS } from '#protocol/reaction.ts'
import { Refusal } from '#protocol/refusal.ts'
import type { Change } from '../store/store.ts'
import type { CommandOf } from './command.ts'
import { fetched, known } from './finding.ts'
import type { Who } from './member.ts'
import { permit } from './permission.ts'
import { place } from './pinning.ts'
import type { Room } from './room.ts'

/** So soon after it was said, a mistake is mended without a mark. */
const SILENT_MS = 5 * 60_000

export function edit(room: Room, who: Who, { id, text }: CommandOf<'chat.edit'>): Promise<Nothing> {
  return change(room, id, message => {
    if (message.by !== who.person.id) throw new Refusal('forbidden')
    if (message.text === text) return undefined
    const silent = room.now - message.at <= SILENT_MS
    const change = { type: 'chat.edited', id: nanoid(), message: id, text, at: room.now } as const
    return silent ? { ...change, silent } : change
  })
}

export async function remove(room: Room, who: Who, { id }: CommandOf<'chat.delete'>): Promise<Nothing> {
  const by = who.person.id
  await change(room, id, message => {
    if (message.by !== by) permit(room.standingOf(who), who.person.scopes, 'chat.delete others')
    return { type: 'chat.deleted', id: nanoid(), message: id, by, at: room.now }
  })
  if (room.pinned === id) await place(room, null)
  return {}
}

export function react(room: Room, who: Who, { id, emoji, on }: CommandOf<'chat.react'>): Promise<Nothing> {
  const by = who.person.id
  return change(room, id, message => {
    if (hasReacted(message.reactions, { by, emoji }) === on) return undefined
    if (on) assertTakes(message, emoji)
    return { type: 'chat.reacted', id: nanoid(), message: id, by, emoji, on }
  })
}

/** Decided about the message as it will be by then; without a change it is done already. */
async function change(
  room: Room,
  id: MessageId,
  decide: (message: Message) => Change | undefined,
): Promise<Nothing> {
  const message = known(room, id) ?? (await fetched(room, id))
  const future = room.foresee(message)
  if (future.deleted) throw new Refusal('message.gone')
  const draft = decide(future)
  if (!draft) return {}
  room.talk.hold(message)
  await room.write(draft).finally(() => room.talk.letGo(id))
  return {}
}

function assertTakes({ reactions = [] }: Message, emoji: string): void {
  const total = reactions.reduce((sum, { by }) => sum + by.length, 0)
  const isNew = !reactions.some(reaction => reaction.emoji === emoji)
  if (total >= MOST_REACTIONS || (isNew && reactions.length >= MOST_EMOJI))
    throw new Refusal('reactions.many')
}
