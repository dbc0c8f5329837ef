// Rooms with a name: who belongs to them and is not there, how they were named, and what is seen of them from home.
import { expect, test } from 'vitest'
import type { ServerMessage } from '#protocol/message.ts'
import { answer } from '../../client/state/answer.ts'
import { apply } from '../../client/state/apply.ts'
import { afterOwner, isHome } from '../../client/state/belonging.ts'
import { afterNo } from '../../client/state/no.ts'
import type { Door, Room, State } from '../../client/state/state.ts'
import { inRoom, me, member, roomState } from './room.ts'

const room = 'room'
const owner = member('Ann', { role: 'owner' })
const admin = member('Ben', { role: 'admin' })
const account = member('Cleo', { kind: 'account', role: 'member' })
const guest = member('Dan')
const named = (part: object = {}) => inRoom({ name: 'Plans', ...part })
const gone = (name: string, role: string) => ({ person: name.toLowerCase(), name, role }) as never
const left = (person: string, why = 'left') => ({ type: 'room.left', room, person, why })

test.each<[name: string, before: State, heard: object, expected: Partial<Room>]>([
  [
    'a room is named: it stays, and needs no seal any more',
    inRoom(),
    { type: 'room.named', room, seq: 3, name: 'Plans', by: 'ann', epoch: 'first' },
    {
      ...{ name: 'Plans', seq: 3, seal: undefined },
      namings: [{ seq: 3, by: 'Ann', name: 'Plans', first: true }],
    },
  ],
  [
    'it is named again, by somebody who is not known',
    named(),
    { type: 'room.named', room, seq: 3, name: 'Garden', by: 'zoe', epoch: 'first' },
    { name: 'Garden', namings: [{ seq: 3, by: undefined, name: 'Garden', first: false }] },
  ],
  [
    'who has a role leaves',
    named({ members: [owner, admin] }),
    left('ben'),
    { members: [owner], absent: [gone('Ben', 'admin')] },
  ],
  [
    'who has an account is lost',
    named({ members: [owner, account] }),
    left('cleo', 'lost'),
    { members: [owner], absent: [gone('Cleo', 'member')] },
  ],
  ['a guest leaves', named({ members: [owner, guest] }), left('dan'), { members: [owner], absent: [] }],
  [
    'somebody is kicked',
    named({ members: [owner, admin] }),
    left('ben', 'kicked'),
    { members: [owner], absent: [] },
  ],
  [
    'somebody leaves a room without a name',
    inRoom({ members: [owner, admin] }),
    left('ben'),
    { members: [owner], absent: [] },
  ],
  [
    'somebody who was absent comes in',
    named({ members: [owner], absent: [gone('Ben', 'admin'), gone('Cleo', 'member')] }),
    { type: 'room.joined', room, member: admin },
    { members: [owner, admin], absent: [gone('Cleo', 'member')] },
  ],
  [
    'somebody who is absent inherits the room',
    named({ members: [account], absent: [gone('Ben', 'admin')] }),
    { type: 'room.role-set', room, seq: 3, person: 'ben', role: 'owner', by: 'ann' },
    { absent: [gone('Ben', 'owner')] },
  ],
])('%s', (_name, before, heard, expected) => {
  expect(apply(before, heard as ServerMessage).room).toMatchObject(expected)
})

test('the memory of the server is away: the place is kept, with what is shown and written', () => {
  const before = named({ pending: [{ key: 'key3', text: 'text 3', at: 1 }] })
  const out = { type: 'room.out', room, code: 'store.away', text: '' } as unknown as ServerMessage
  const state = apply(before, out)
  expect(state.door).toEqual({ at: 'over', code: 'store.away', way: { room } })
  expect(state.room).toBe(before.room)
  const back = apply(state, { type: 'room.entered', room: roomState({ name: 'Plans' }) })
  expect(back.door).toEqual({ at: 'room', room })
  expect(back.room?.pending).toHaveLength(1)
})

const invite = { invite: 'token' }
test.each<[at: string, door: object, expected: object]>([
  ['entering', { at: 'entering', way: invite }, { at: 'over', code: 'store.away', way: invite }],
  ['entry', { at: 'entry', way: invite }, { at: 'entry', way: invite, trouble: 'store.away' }],
  ['knock', { at: 'knock', way: invite }, { at: 'knock', way: invite, trouble: 'store.away' }],
  ['home', { at: 'home' }, { at: 'home' }],
])('the memory is away at %s', (_at, door, expected) => {
  expect(afterNo(door as Door, invite as never, 'store.away')).toEqual(expected)
})

test('who waited for the memory with a link is in as soon as he is let in', () => {
  const door = { at: 'over', code: 'store.away', way: invite } as never
  const state = { ...named(), door }
  const request = { type: 'room.join', ...invite } as never
  expect(answer(state, request, { room }).door).toEqual({ at: 'room', room })
})

const ben = { person: 'ben', name: 'Ben' }
const mine = [{ room, name: 'Plans' }, { room: 'other' }] as never
test.each<[string, State, object, unknown, object]>([
  ['my rooms', inRoom(), { type: 'room.mine' }, { rooms: mine }, { mine }],
  ['whom I have blocked', inRoom(), { type: 'people.blocked' }, { people: [ben] }, { blocked: [ben] }],
  ['left for now', { ...named(), mine }, { type: 'room.leave', room }, {}, { room: undefined, mine }],
  [
    'left for good',
    { ...named(), mine },
    { type: 'room.leave', room, forGood: true },
    {},
    { room: undefined, mine: [{ room: 'other' }] },
  ],
])('answered: %s', (_name, before, request, result, expected) => {
  expect(answer(before, request as never, result)).toMatchObject(expected)
})

test.each<[string, object, string]>([
  ['one of two owners', { members: [owner, member('Ben', { role: 'owner' })] }, 'stays'],
  ['the owner, with another who is absent', { members: [owner], absent: [gone('Ben', 'owner')] }, 'stays'],
  ['not an owner', { role: 'member', members: [owner] }, 'stays'],
  ['the owner among members', { members: [owner, account] }, 'inherited'],
  ['the owner of those who are absent', { members: [owner], absent: [gone('Ben', 'member')] }, 'inherited'],
  ['the owner among guests', { members: [owner, guest] }, 'burned'],
])('when %s leaves for good', (_who, part, expected) => {
  expect(afterOwner(named(part).room as Room, me.person)).toBe(expected)
})

test.each([
  ['an owner', 'Plans', 'guest', 'owner', true],
  ['a guest', 'Plans', 'guest', 'guest', false],
  ['an account', 'Plans', 'account', 'member', true],
  ['an owner', null, 'guest', 'owner', false],
])(
  '%s in %s, by browser or account (%s), as %s, is at home there: %s',
  (_who, name, kind, role, expected) => {
    const state = inRoom({ name, role })
    expect(isHome(state.room as Room, { ...me, kind } as typeof me)).toBe(expected)
  },
)
