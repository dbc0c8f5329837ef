// What the server states, applied: one row for each of its words.
import type { InviteId } from '#protocol/id.ts'
import type { ServerMessage } from '#protocol/message.ts'
import type { MemberState } from '#protocol/room.ts'
import { withAbsent, withoutAbsent } from './belonging.ts'
import { entered, roomOf } from './entered.ts'
import { withChangedPeer, withoutPeer, withPeer } from './live.ts'
import { withMarks } from './reads.ts'
import { type Room, type State, within } from './state.ts'
import { tell } from './talk.ts'

type Type = ServerMessage['type']
type Word<T extends Type> = Extract<ServerMessage, { type: T }>
type Rows = { readonly [T in Type]: (state: State, message: Word<T>) => State }

const same = (state: State) => state
const talk = (state: State, fact: Parameters<typeof tell>[1]) =>
  within(state, fact.room, room => tell(room, fact))

const rows: Rows = {
  welcome: (state, { person, name, kind, mayCreate, owner, profile }) => ({
    ...state,
    link: { at: 'open' },
    me: { person, name, kind, mayCreate, owner, ...(profile ? { profile } : {}) },
  }),
  'me.changed': (state, { name, profile }) =>
    state.me ? { ...state, me: { ...state.me, name, profile } } : state,
  done: same,
  refused: same,
  'session.token': same,
  pulse: same,
  'server.closing': same,
  'room.entered': (state, { room }) => entered(state, room),
  'room.joined': (state, { room, member }) => within(state, room, place => withMember(place, member)),
  'room.left': (state, { room, person, why }) =>
    within(state, room, place => ({
      ...withAbsent(place, person, why),
      members: place.members.filter(member => member.person !== person),
      typing: place.typing.filter(one => one !== person),
    })),
  'room.member': (state, { room, member }) => within(state, room, place => withMember(place, member)),
  'room.absent': (state, { room, absent }) =>
    within(state, room, place => ({
      ...place,
      absent: place.absent.map(one => (one.person === absent.person ? absent : one)),
    })),
  'room.changed': (state, { room, settings }) => within(state, room, place => ({ ...place, settings })),
  'room.may': (state, { room, role, may, knocks }) =>
    within(state, room, place => ({ ...place, role, may, knocks })),
  'room.role-set': talk,
  'room.named': talk,
  'room.news': same,
  'room.pinned': (state, { room, message }) => within(state, room, place => ({ ...place, pinned: message })),
  'room.sealed': (state, { room, seal }) => within(state, room, place => ({ ...place, seal })),
  'room.out': (state, { room, code }) => {
    const { room: place, ...outside } = state
    // His place is kept: what is written and shown here is, too.
    const next = place?.id === room && code !== 'store.away' ? outside : state
    if (roomOf(state.door) !== room) return next
    return { ...next, door: { at: 'over', code, way: { room: room } } }
  },
  'room.reads': (state, { room, marks }) => within(state, room, place => withMarks(place, marks)),
  'knock.waiting': (state, { room, knocker }) =>
    within(state, room, place => ({
      ...place,
      knocks: [...place.knocks.filter(({ person }) => person !== knocker.person), knocker],
    })),
  'knock.gone': (state, { room, person }) =>
    within(state, room, place => ({
      ...place,
      knocks: place.knocks.filter(knocker => knocker.person !== person),
    })),
  'knock.denied': (state, { room, code }) => {
    const { door } = state
    if (door.at !== 'waiting' || door.room !== room) return state
    return { ...state, door: { at: 'over', code, way: door.way } }
  },
  'invite.came': (state, { type: _, ...invitation }) => ({
    ...state,
    invitations: [invitation, ...withoutInvitation(state, invitation.id)],
    asked: invitation,
  }),
  'invite.gone': (state, { id }) => ({
    ...state,
    invitations: withoutInvitation(state, id),
    asked: state.asked?.id === id ? undefined : state.asked,
  }),
  'chat.said': talk,
  'chat.edited': talk,
  'chat.deleted': talk,
  'chat.reacted': talk,
  'chat.typed': (state, { room, person, on }) =>
    within(state, room, place => {
      const others = place.typing.filter(one => one !== person)
      return { ...place, typing: on && person !== state.me?.person ? [...others, person] : others }
    }),
  'live.joined': (state, { room, since, peer }) => within(state, room, place => withPeer(place, peer, since)),
  'live.left': (state, { room, id }) => within(state, room, place => withoutPeer(place, id)),
  'live.changed': (state, { room, peer }) => within(state, room, place => withChangedPeer(place, peer)),
  'live.out': (state, { room, code }) => within(state, room, place => ({ ...place, unseated: code })),
  // Of the moment: whoever shows or obeys them listens himself.
  'live.reacted': same,
  'live.signalled': same,
  'live.stopped': same,
}

/** A word that this page does not know changes nothing: a newer server may say more. */
export function apply(state: State, message: ServerMessage): State {
  if (!knows(message.type)) return state
  return (rows[message.type] as (state: State, message: ServerMessage) => State)(state, message)
}

const knows = (type: string): type is Type => Object.hasOwn(rows, type)

const withoutInvitation = ({ invitations }: State, id: InviteId) => invitations.filter(one => one.id !== id)

function withMember(room: Room, member: MemberState): Room {
  const known = room.members.some(({ person }) => person === member.person)
  const members = known
    ? room.members.map(one => (one.person === member.person ? member : one))
    : [...room.members, member]
  return { ...room, members, absent: withoutAbsent(room, member.person) }
}
