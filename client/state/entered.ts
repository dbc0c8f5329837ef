// Being in a room, for the first time or again: what the server says is taken, what it no longer knows is kept.
import type { PersonId, RoomId } from '#protocol/id.ts'
import type { RoomState } from '#protocol/room.ts'
import { withRemembered } from './live.ts'
import { readBy } from './reads.ts'
import { type Door, isKept, type Room, type State } from './state.ts'
import { tell } from './talk.ts'

/** So many restarts of the server are remembered. */
const MOST_PAST = 5

/** He asked to come in, and is: the room's state came before this answer. */
export function joined(state: State, room: RoomId): State {
  const { door } = state
  const waits = door.at === 'over' && door.code === 'store.away'
  const expected = door.at === 'entering' || door.at === 'room' || waits
  return expected ? { ...state, door: { at: 'room', room } } : state
}

/** He is in again, or was let in. If he stands elsewhere by now, the room waits for him. */
export function entered(state: State, said: RoomState): State {
  const expected = roomOf(state.door) === said.id
  return { ...takeIn(state, said), door: expected ? { at: 'room', room: said.id } : state.door }
}

/** The room that he stands before or in, as far as its id is known. */
export function roomOf(door: Door): RoomId | undefined {
  if (door.at === 'room' || door.at === 'waiting') return door.room
  return 'way' in door && door.way && 'room' in door.way ? door.way.room : undefined
}

function takeIn(state: State, said: RoomState): State {
  const { notice: _notice, seen, ...rest } = state
  const known = state.room?.id === said.id ? state.room : undefined
  if (known) return { ...rest, room: again(known, said) }
  const before = seen?.room === said.id ? seen : undefined
  return { ...rest, room: fresh(said, before, state.me?.person) }
}

/** What waited before a reload waits on. */
function fresh(said: RoomState, before: State['seen'], me: PersonId | undefined): Room {
  const nothing = { messages: [], newest: 0, namings: [], more: true, quoted: {} }
  const past = before && before.epoch !== said.epoch ? [[]] : []
  const room = { ...standing(said), ...nothing, past, pending: before?.pending ?? [] }
  return withReadTo(catchUp(room, said), me)
}

/** Where he stopped reading a room that stays, if he has been there before and something is new. */
function withReadTo(room: Room, me: PersonId | undefined): Room {
  const readTo = readBy(room, me)
  const isNew = room.messages.some(({ seq, by }) => seq > readTo && by !== me)
  return isKept(room) && readTo > 0 && isNew ? { ...room, readTo } : room
}

/** In another epoch the server has forgotten what was said: it stays on this screen, above a line. */
function again(known: Room, said: RoomState): Room {
  const kept = { ...known, ...standing(said), live: withRemembered(said.live, known.live) }
  if (known.epoch === said.epoch) return catchUp({ ...kept, seq: known.seq }, said)
  const past = [...known.past, known.messages].slice(-MOST_PAST)
  return catchUp({ ...kept, past, messages: [], newest: 0, namings: [], more: true, quoted: {} }, said)
}

/** All that it says but the talk. A room that has no seal any more must not keep the old one. */
function standing(said: RoomState) {
  const { facts: _facts, messages: _messages, more: _more, gap: _gap, ...room } = said
  return { ...room, seal: said.seal, typing: [] }
}

function catchUp(room: Room, { facts, messages, more, seq }: RoomState): Room {
  if (facts) {
    const before = facts[0] ? facts[0].seq - 1 : seq
    return facts.reduce(tell, { ...room, seq: Math.min(room.seq, before) })
  }
  const keys = new Set(messages?.map(({ key }) => key))
  const pending = room.pending.filter(({ key }) => !keys.has(key))
  const newest = messages?.at(-1)?.seq ?? 0
  return { ...room, seq, pending, messages: messages ?? [], newest, namings: [], more }
}
