// What of the talk is on this page: one unbroken piece of it around what is looked at, which need not reach to either
// end.
import type { Message } from '#protocol/chat.ts'
import { stillQuoted } from './quoting.ts'
import type { Room } from './state.ts'

/** What a page was asked for by. */
export interface Place {
  readonly before?: number | undefined
  readonly after?: number | undefined
  readonly around?: number | undefined
}
interface Page {
  readonly messages: readonly Message[]
  readonly more: boolean
  readonly newer: boolean
}

/** So many stay around what is looked at: some screens of them on each side. */
const KEPT = 400
/** It lets go of many at a time, not of one at every word. */
const SLACK = 100
/** So many are kept for a page that looks elsewhere, and lets go of nothing. */
const MOST = 1000

/** The oldest number that is known, before which older ones are. */
export const oldest = (room: Room) => room.messages[0]?.seq ?? room.seq + 1

const last = ({ messages }: Pick<Room, 'messages'>) => messages.at(-1)?.seq ?? 0

/** Newer ones are there that are not on this page. */
export const isDetached = (room: Pick<Room, 'messages' | 'newest'>) => room.newest > last(room)

export const covers = (room: Room, seq: number) =>
  room.messages.length > 0 && oldest(room) <= seq && seq <= last(room)

/** Something new was said. A piece that does not reach so far only learns that there is more. */
export function withNew(room: Room, message: Message): Room {
  const messages = isDetached(room) ? room.messages : merge(room.messages, [message])
  const next = { ...room, messages, newest: Math.max(room.newest, message.seq) }
  return messages.length > MOST ? letGo(next, message.seq) : next
}

/** Lets go of what is far from where one looks: who comes back there asks for it again. */
export function letGo(room: Room, seq: number): Room {
  const { messages, more } = room
  if (messages.length <= KEPT + SLACK) return room
  const at = messages.findLastIndex(message => message.seq <= seq)
  const from = Math.max(0, Math.min(at - KEPT / 2, messages.length - KEPT))
  const kept = { ...room, messages: messages.slice(from, from + KEPT), more: more || from > 0 }
  return { ...kept, quoted: stillQuoted(kept) }
}

/** A page joins the piece that it was asked for, or takes its place if it is from elsewhere. */
export function withPage(room: Room, place: Place, page: Page): Room {
  const newest = Math.max(room.newest, last(page) + (page.newer ? 1 : 0))
  if (place.around !== undefined && !page.messages.some(({ seq }) => covers(room, seq)))
    return { ...room, messages: page.messages, more: page.more, newest }
  if (!adjoins(room, place)) return room
  const first = page.messages[0]?.seq ?? 0
  const more = place.after === undefined && first <= oldest(room) ? page.more : room.more
  return { ...room, messages: merge(room.messages, page.messages), more, newest }
}

/** Somebody may have jumped elsewhere since it was asked for. */
function adjoins(room: Room, { before, after }: Place): boolean {
  if (before !== undefined) return room.messages.length === 0 || before === oldest(room)
  return after === undefined || after === last(room)
}

function merge(known: readonly Message[], more: readonly Message[]): Message[] {
  const [first] = more
  if (first && first.seq > last({ messages: known })) return [...known, ...more]
  const ids = new Set(known.map(({ id }) => id))
  const fresh = more.filter(({ id }) => !ids.has(id))
  return [...known, ...fresh].sort((one, other) => one.seq - other.seq)
}
