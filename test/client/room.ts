// Rooms, messages and states for tables, each with only what a case is about.
import type { Message } from '#protocol/chat.ts'
import type { MemberState, RoomState } from '#protocol/room.ts'
import { apply } from '../../client/state/apply.ts'
import { initial, type Room, type State } from '../../client/state/state.ts'

type Plain<T> = { [K in keyof T]?: unknown }

export const message = (seq: number, part: Plain<Message> = {}): Message =>
  ({
    id: `message${seq}`,
    key: `key${seq}`,
    seq,
    by: 'ann',
    name: 'Ann',
    text: `text ${seq}`,
    at: seq,
    ...part,
  }) as Message

export const member = (name: string, part: Plain<MemberState> = {}): MemberState =>
  ({
    person: name.toLowerCase(),
    name,
    kind: 'guest',
    role: 'guest',
    since: 0,
    away: false,
    ...part,
  }) as MemberState

export const openSettings = {
  ...{ topic: '', locked: false, limit: 0, guestsInvite: false },
  ...{ liveLocked: false, hideAddresses: false },
}

export const roomState = (part: Plain<RoomState> = {}): RoomState =>
  ({
    id: 'room',
    epoch: 'first',
    seq: 2,
    name: null,
    direct: null,
    fileLimit: 25_000_000,
    settings: openSettings,
    absent: [],
    pinned: null,
    role: 'owner',
    may: ['chat.send'],
    members: [member('Ann', { role: 'owner' }), member('Ben')],
    knocks: [],
    reads: [],
    live: null,
    seat: null,
    seal: 'seal',
    messages: [message(1), message(2)],
    more: false,
    gap: false,
    ...part,
  }) as RoomState

export const me = { person: 'ann', name: 'Ann', kind: 'guest', mayCreate: true } as NonNullable<State['me']>

export const inRoom = (part: Plain<Room> = {}): State => {
  const state = { ...initial, me, link: { at: 'open' }, door: { at: 'room', room: 'room' } } as State
  const entered = apply(state, { type: 'room.entered', room: roomState() })
  return { ...entered, room: { ...entered.room, ...part } as Room }
}
