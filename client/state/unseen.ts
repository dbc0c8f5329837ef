// What was said while nobody looked at the page, until somebody does: for the title, and to be told of.
import type { Message } from '#protocol/chat.ts'
import type { MessageId, RoomId } from '#protocol/id.ts'
import type { ServerMessage } from '#protocol/message.ts'
import type { RoomState } from '#protocol/room.ts'
import { mentionsMe } from './mentions.ts'
import { beginningOf } from './quoting.ts'
import { readBy } from './reads.ts'
import type { Room, State } from './state.ts'
import { roomName } from './title.ts'

export interface Unseen {
  readonly room: RoomId
  readonly by: string
  /** Where it was said, if not between the two of them; empty of a room that is called nothing. */
  readonly where?: string
  /** As the two below not known of a 1:1 room that this page is not in: the server tells only that something was said. */
  readonly text?: string
  /** It mentions him, or was said to nobody else. */
  readonly forMe: boolean
  readonly id?: MessageId
  readonly seq?: number
}
type All = readonly Unseen[]
type Word<T extends ServerMessage['type']> = Extract<ServerMessage, { type: T }>

/** Beyond that nobody counts. */
export const MOST = 100

/** `before` is what the page knew when it heard this: by its numbers nothing is taken for new twice. */
export function unseen(all: All, before: State, heard: ServerMessage): All {
  switch (heard.type) {
    case 'welcome':
      return before.me?.person === heard.person ? all : []
    case 'chat.said':
      return said(all, before, heard)
    case 'chat.edited':
      return all.map(one => (one.id === heard.id ? { ...one, text: beginningOf(heard) } : one))
    case 'chat.deleted':
      return all.filter(({ id }) => id !== heard.id)
    case 'room.entered':
      return missed(all, before, heard.room)
    case 'room.reads':
      return withoutRead(all, heard.room, readBy({ reads: heard.marks }, before.me?.person))
    case 'room.news':
      return written(all, heard)
    case 'room.out':
      return heard.code === 'store.away' ? all : all.filter(({ room }) => room !== heard.room)
    default:
      return all
  }
}

function said(all: All, { room, ...state }: State, message: Message & { room: RoomId }): All {
  if (room?.id !== message.room || message.seq <= room.seq) return all
  return add(all, room, state, message)
}

function add(all: All, room: Room, state: Omit<State, 'room'>, message: Message): All {
  if (message.by === state.me?.person || message.deleted) return all
  const where = room.direct ? {} : { where: roomName(room, '') }
  const forMe = room.direct !== null || mentionsMe(message, { ...state, room })
  const { id, seq, name: by } = message
  return capped([...all, { room: room.id, by, ...where, text: beginningOf(message), forMe, id, seq }])
}

/** Who comes back hears what he missed. Who comes in for the first time has missed nothing. */
function missed(all: All, before: State, now: RoomState): All {
  const { room, ...state } = before
  if (room?.id !== now.id) return all
  const from = Math.max(room.epoch === now.epoch ? room.seq : 0, readBy(now, state.me?.person))
  if (now.facts)
    return now.facts.filter(({ seq }) => seq > from).reduce((all, fact) => unseen(all, before, fact), all)
  return (now.messages ?? [])
    .filter(({ seq }) => seq > from)
    .reduce((all, one) => add(all, room, state, one), all)
}

/** On another page of his, or on another device. */
const withoutRead = (all: All, room: RoomId, upTo: number) =>
  all.filter(one => one.room !== room || (one.seq ?? Number.POSITIVE_INFINITY) > upTo)

/** He may have written it himself on another page. */
function written(all: All, { room, direct, by }: Word<'room.news'>): All {
  if (by !== direct.person) return all
  return capped([...all, { room, by: direct.name, forMe: true }])
}

/** What means him is forgotten last. */
function capped(all: All): All {
  if (all.length <= MOST) return all
  const least = Math.max(
    0,
    all.findIndex(({ forMe }) => !forMe),
  )
  return all.toSpliced(least, 1)
}
