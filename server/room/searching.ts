// What was said, looked for by its words: a room that is kept in its whole log, any other in what it remembers.
import type { Result } from '#protocol/message.ts'
import { patternsOf, readableOf } from '#protocol/words.ts'
import type { Finds, Wanted } from '../store/store.ts'
import type { CommandOf } from './command.ts'
import type { Who } from './member.ts'
import { fitting } from './paging.ts'
import type { Room } from './room.ts'
import type { Talk } from './talk.ts'

const MOST_FOUND = 30

export async function search(
  room: Room,
  _who: Who,
  { text, before = room.talk.seq + 1 }: CommandOf<'chat.search'>,
): Promise<Result<'chat.search'>> {
  const wanted = { patterns: patternsOf(text), before }
  const found = room.kept
    ? await room.memory.store.search(room.id, wanted, MOST_FOUND + 1)
    : inMemory(room.talk, wanted)
  return fittingFinds(found)
}

function inMemory(talk: Talk, { patterns, before }: Wanted): Finds {
  const words = patterns.map(pattern => new RegExp(pattern, 'u'))
  const all = talk.kept().messages.toReversed()
  const messages = all.filter(
    message =>
      message.seq < before && !message.deleted && words.every(word => word.test(readableOf(message))),
  )
  return { messages }
}

/** What is too much for one answer is found again by whoever asks further. */
function fittingFinds({ messages, before }: Finds): Result<'chat.search'> {
  const fit = fitting(messages, MOST_FOUND)
  const end = fit.length < messages.length ? fit.at(-1)?.seq : before
  return { messages: [...fit], ...(end !== undefined && { before: end }) }
}
