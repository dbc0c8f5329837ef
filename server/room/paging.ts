// The talk a page at a time, in both directions: from memory as far as it is kept there, else from the database.
import type { Message } from '#protocol/chat.ts'
import type { Result } from '#protocol/message.ts'
import type { Place } from '../store/store.ts'
import type { CommandOf } from './command.ts'
import { type Weighty, weightOf } from './held.ts'
import type { Who } from './member.ts'
import type { Room } from './room.ts'
import type { Talk } from './talk.ts'

export const PAGE = 50
const PAGE_CHARS = 128 * 1024

/** What lies on one side of a place, the nearest first, and whether there is more of it further on. */
interface Side {
  readonly messages: readonly Message[]
  readonly more: boolean
}

export async function page(
  room: Room,
  _who: Who,
  { before, after, around }: CommandOf<'chat.page'>,
): Promise<Result<'chat.page'>> {
  const middle = around ?? before ?? (after ?? 0) + 1
  const share = around === undefined ? PAGE : PAGE / 2
  const [up, down] = await Promise.all([
    sideOf(room, { before: middle }, after === undefined ? share : 0),
    sideOf(room, { after: middle - 1 }, before === undefined ? share : 0),
  ])
  return { messages: [...up.messages.toReversed(), ...down.messages], more: up.more, newer: down.more }
}

/** For who comes in. Of a room that was loaded with nothing but other facts he has to ask. */
export function newestPage(room: Room): { messages: Message[]; more: boolean } {
  const side = keptSide(room.talk, { before: Number.POSITIVE_INFINITY }, PAGE, !room.kept)
  return side ? { messages: side.messages.toReversed(), more: side.more } : { messages: [], more: true }
}

async function sideOf(room: Room, place: Place, most: number): Promise<Side> {
  const kept = keptSide(room.talk, place, most, !room.kept)
  if (kept) return kept
  const found = await room.memory.store.page(room.id, place, most + 1)
  return cut('before' in place ? found.toReversed() : found, most, false)
}

/** Undefined when not enough of it is in memory. `isAll`: there is no other place where more of it could be. */
function keptSide(talk: Talk, place: Place, most: number, isAll: boolean): Side | undefined {
  const { messages, whole } = talk.kept()
  const ends = isAll || whole
  if ('after' in place) {
    const reaches = ends || (messages[0]?.seq ?? Number.POSITIVE_INFINITY) <= place.after + 1
    return reaches
      ? cut(
          messages.filter(({ seq }) => seq > place.after),
          most,
          false,
        )
      : undefined
  }
  const side = cut(messages.filter(({ seq }) => seq < place.before).toReversed(), most, !ends)
  return ends || side.messages.length === most || side.cut ? side : undefined
}

function cut(nearest: readonly Message[], most: number, further: boolean): Side & { cut: boolean } {
  const messages = fitting(nearest, most)
  const isCut = messages.length < nearest.length
  return { messages, more: isCut || further, cut: isCut }
}

/** As many of them as may go out together, from the first on. */
export function fitting<One extends Weighty>(all: readonly One[], most = PAGE): readonly One[] {
  let chars = 0
  const end = all.findIndex((one, at) => {
    chars += weightOf(one)
    return at >= most || (at > 0 && chars > PAGE_CHARS)
  })
  return end === -1 ? all : all.slice(0, end)
}
