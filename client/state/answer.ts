// What the server answered to this page's requests, applied.
import type { Request, RequestType, Result } from '#protocol/message.ts'
import { PUBLIC } from '#protocol/public.ts'
import { joined } from './entered.ts'
import { withQuoted } from './quoting.ts'
import { type State, within } from './state.ts'
import { sent } from './talk.ts'
import { withPage } from './window.ts'

type Asked<T extends RequestType> = Extract<Request, { type: T }>
type Rows = { readonly [T in RequestType]?: (state: State, request: Asked<T>, result: Result<T>) => State }

const rows: Rows = {
  'room.join': (state, _request, { room }) => joined(state, room),
  'room.leave': (state, { room, forGood }) => ({
    ...state,
    room: state.room?.id === room ? undefined : state.room,
    mine: forGood ? state.mine?.filter(one => one.room !== room) : state.mine,
  }),
  'room.bans': (state, { room }, { people }) => within(state, room, place => ({ ...place, bans: people })),
  'room.unban': (state, { room, person }) =>
    within(state, room, place => ({ ...place, bans: place.bans?.filter(ban => ban.person !== person) })),
  'room.mine': (state, _request, { rooms, invites }) => ({ ...state, mine: rooms, invitations: invites }),
  'group.list': (state, _request, { groups }) => ({ ...state, groups }),
  'people.blocked': (state, _request, { people }) => ({ ...state, blocked: people }),
  'me.rename': (state, { name }) => (state.me ? { ...state, me: { ...state.me, name } } : state),
  'chat.send': (state, { room, key }, receipt) =>
    within(state, room, place => (state.me ? sent(place, state.me, key, receipt) : place)),
  'chat.get': (state, { room, id }, message) => within(state, room, place => withQuoted(place, id, message)),
  'chat.page': (state, { room, ...place }, page) =>
    within(state, room, known => withPage(known, place, page)),
  'live.join': (state, { room }, { id }) =>
    within(state, room, place => ({ ...place, seat: id, unseated: undefined })),
  'live.leave': (state, { room }) => within(state, room, place => ({ ...place, seat: null })),
  'invite.public': (state, { room }, { path }) => within(state, room, place => ({ ...place, link: path })),
  'invite.list': (state, { room }, { invites }) => within(state, room, place => ({ ...place, invites })),
  'invite.revoke': (state, { room, id }) =>
    id === PUBLIC ? within(state, room, place => ({ ...place, link: null })) : state,
  'invite.look': (state, { invite }, look) => {
    const { door } = state
    if (door.at !== 'entry' || !('invite' in door.way) || door.way.invite !== invite) return state
    return { ...state, door: { ...door, look } }
  },
  'knock.ask': (state, _request, { room, hosts }) => {
    if (state.door.at !== 'knock' && state.door.at !== 'waiting') return state
    return { ...state, door: { at: 'waiting', way: state.door.way, room, hosts } }
  },
}

export function answer(state: State, request: Request, result: unknown): State {
  const row = rows[request.type] as ((state: State, request: Request, result: unknown) => State) | undefined
  return row ? row(state, request, result) : state
}
