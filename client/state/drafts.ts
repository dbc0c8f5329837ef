// What is written and not sent: one draft for each room, of as many rooms as a browser should remember.
import type { MessageId, PersonId, RoomId } from '#protocol/id.ts'
import { MESSAGE_BYTES } from '#protocol/limits.ts'
import type { Draft } from './state.ts'

export type Written = Pick<Draft, 'text' | 'reply'>

export interface Drafts {
  /** Whose they are: nobody else who uses this browser sees them. */
  readonly by?: PersonId
  /** What was changed last stands last. */
  readonly rooms: readonly (Written & { readonly room: RoomId })[]
}

const MOST_ROOMS = 20

export const noDrafts: Drafts = { rooms: [] }

export function draftIn({ by, rooms }: Drafts, room: RoomId, me: PersonId | undefined): Written {
  const draft = by === me ? rooms.find(one => one.room === room) : undefined
  return draft ?? { text: '' }
}

/** A draft in which nothing is written is none. */
export function withDraft(drafts: Drafts, by: PersonId, room: RoomId, { text, reply }: Written): Drafts {
  const others = drafts.by === by ? withoutDraft(drafts, room).rooms : []
  const isEmpty = text === '' && reply === undefined
  const draft = { room, text, ...(reply !== undefined && { reply }) }
  return { by, rooms: isEmpty ? others : [...others, draft].slice(-MOST_ROOMS) }
}

export const withoutDraft = (drafts: Drafts, room: RoomId): Drafts => ({
  ...drafts,
  rooms: drafts.rooms.filter(one => one.room !== room),
})

/** For the browser's storage. Whatever can be sent fits. */
export function packed({ by, rooms }: Drafts): string {
  const short = rooms.map(one => ({ ...one, text: one.text.slice(0, MESSAGE_BYTES).toWellFormed() }))
  return JSON.stringify({ by, rooms: short })
}

/** Whatever stands there: another version of this page may have left it. */
export function unpacked(text: string | undefined): Drafts {
  try {
    const { by, rooms } = JSON.parse(text ?? '')
    if (typeof by !== 'string' || !Array.isArray(rooms)) return noDrafts
    const sound = rooms.filter(isSound).map(({ room, text, reply }) => ({ room, text, reply }))
    return { by: by as PersonId, rooms: sound.slice(-MOST_ROOMS) }
  } catch {
    return noDrafts
  }
}

function isSound(one: unknown): one is { room: RoomId; text: string; reply?: MessageId } {
  const { room, text, reply } = Object(one)
  const isReply = reply === undefined || typeof reply === 'string'
  return typeof room === 'string' && typeof text === 'string' && isReply
}
