// What the server states, applied to what the page knows.
import { expect, test } from 'vitest'
import type { ServerMessage } from '#protocol/message.ts'
import { answer } from '../../client/state/answer.ts'
import { apply } from '../../client/state/apply.ts'
import type { Door, Room, State } from '../../client/state/state.ts'
import { inRoom, me, member, message, openSettings, roomState } from './room.ts'

const room = 'room'
type Case = [name: string, before: State, heard: object, expected: Partial<Room>]

test.each<Case>([
  [
    'somebody comes in',
    inRoom(),
    { type: 'room.joined', room, member: member('Cleo') },
    { members: [member('Ann', { role: 'owner' }), member('Ben'), member('Cleo')] },
  ],
  [
    'somebody leaves, and types no more',
    inRoom({ typing: ['ben'] }),
    { type: 'room.left', room, person: 'ben', why: 'left' },
    { members: [member('Ann', { role: 'owner' })], typing: [] },
  ],
  [
    'somebody is away',
    inRoom(),
    { type: 'room.member', room, member: member('Ben', { away: true }) },
    { members: [member('Ann', { role: 'owner' }), member('Ben', { away: true })] },
  ],
  [
    'the topic changes',
    inRoom(),
    {
      type: 'room.changed',
      room,
      settings: { ...openSettings, topic: 'Garden', locked: true },
    },
    { settings: { ...openSettings, topic: 'Garden', locked: true } },
  ],
  [
    'rights change',
    inRoom(),
    { type: 'room.may', room, role: 'guest', may: ['chat.typing'], knocks: [] },
    { role: 'guest', may: ['chat.typing'] },
  ],
  [
    'a role is given, which is a fact with a number',
    inRoom(),
    { type: 'room.role-set', room, seq: 3, person: 'ben', role: 'admin', by: 'ann' },
    { seq: 3, members: [member('Ann', { role: 'owner' }), member('Ben', { role: 'admin' })] },
  ],
  ['a new seal comes', inRoom(), { type: 'room.sealed', room, seal: 'newer' }, { seal: 'newer' as never }],
  [
    'somebody knocks twice and is shown once',
    inRoom({ knocks: [{ person: 'cleo', name: 'Cleo', at: 1 }] }),
    { type: 'knock.waiting', room, knocker: { person: 'cleo', name: 'Cleo', at: 2 } },
    { knocks: [{ person: 'cleo', name: 'Cleo', at: 2 }] as never },
  ],
  [
    'somebody knocks no more',
    inRoom({ knocks: [{ person: 'cleo', name: 'Cleo', at: 1 }] }),
    { type: 'knock.gone', room, person: 'cleo' },
    { knocks: [] },
  ],
  [
    'something is said by somebody who was typing',
    inRoom({ typing: ['ben'] }),
    { type: 'chat.said', room, ...message(3, { by: 'ben' }) },
    { seq: 3, typing: [], messages: [message(1), message(2), message(3, { by: 'ben' })] },
  ],
  [
    'what is known already is said again',
    inRoom(),
    { type: 'chat.said', room, ...message(2) },
    { seq: 2, messages: [message(1), message(2)] },
  ],
  [
    'what waited here has arrived there',
    inRoom({ pending: [{ key: 'key3', text: 'text 3', at: 1 }] }),
    { type: 'chat.said', room, ...message(3) },
    { pending: [], messages: [message(1), message(2), message(3)] },
  ],
  [
    'a message is edited',
    inRoom(),
    { type: 'chat.edited', room, seq: 3, id: 'message1', text: 'better', at: 9 },
    { seq: 3, messages: [message(1, { text: 'better', edited: 9 }), message(2)] },
  ],
  [
    'a message is deleted',
    inRoom(),
    { type: 'chat.deleted', room, seq: 3, id: 'message2', by: 'ann', at: 9 },
    { messages: [message(1), message(2, { text: '', deleted: 9 })] },
  ],
  [
    'another types',
    inRoom(),
    { type: 'chat.typed', room, person: 'ben', on: true },
    { typing: ['ben'] as never },
  ],
  [
    'I type on another page of mine',
    inRoom(),
    { type: 'chat.typed', room, person: 'ann', on: true },
    { typing: [] },
  ],
])('%s', (_name, before, heard, expected) => {
  expect(apply(before, heard as ServerMessage).room).toMatchObject(expected)
})

test('news of another room, and words that are not known, change nothing', () => {
  const state = inRoom()
  const other = { type: 'chat.said', room: 'elsewhere', ...message(3) } as unknown as ServerMessage
  expect(apply(state, other)).toBe(state)
  expect(apply(state, { type: 'call.started' } as unknown as ServerMessage)).toBe(state)
  expect(apply(state, { type: 'constructor' } as unknown as ServerMessage)).toBe(state)
})

test.each<[string, object, Partial<Room>]>([
  [
    'what was missed comes after what is known, in order and once',
    {
      seq: 4,
      messages: undefined,
      facts: [
        { type: 'chat.said', room, ...message(3) },
        { type: 'chat.deleted', room, seq: 4, id: 'message1', by: 'ann', at: 9 },
      ],
    },
    { seq: 4, past: [], messages: [message(1, { text: '', deleted: 9 }), message(2), message(3)] },
  ],
  [
    'too much was missed: the newest page stands instead, and the older can be asked for',
    { seq: 900, messages: [message(899), message(900)], more: true, gap: true },
    { seq: 900, past: [], messages: [message(899), message(900)], more: true },
  ],
  [
    'another epoch: what is shown stays, above a line',
    { epoch: 'second', seq: 1, messages: [message(1, { id: 'new', key: 'other' })], gap: true },
    { seq: 1, past: [[message(1), message(2)]], messages: [message(1, { id: 'new', key: 'other' })] },
  ],
])('back in a room: %s', (_name, part, expected) => {
  const state = apply(inRoom(), { type: 'room.entered', room: roomState(part as never) })
  expect(state.room).toMatchObject(expected)
})

test('what waits here is not lost by coming back', () => {
  const pending = [{ key: 'key9', text: 'hello', at: 1 }]
  const state = apply(inRoom({ pending }), {
    type: 'room.entered',
    room: roomState({ epoch: 'second', gap: true }),
  })
  expect(state.room?.pending).toEqual(pending)
})

test.each(['first', 'second'])(
  'what waited before a reload waits on, and what has arrived does not: epoch %s',
  epoch => {
    const pending = ['key2', 'key9'].map(key => ({ key, text: 'hello', at: 1 }))
    const seen = { room, epoch: 'first', pending }
    const before = { ...inRoom(), room: undefined, seen } as unknown as State
    const state = apply(before, { type: 'room.entered', room: roomState({ epoch }) })
    expect(state.room?.pending.map(({ key }) => key)).toEqual(['key9'])
    const elsewhere = apply(before, { type: 'room.entered', room: roomState({ id: 'elsewhere' }) })
    expect(elsewhere.room?.pending).toEqual([])
  },
)

test.each([
  ['first', 0],
  ['second', 1],
])('a page that was reloaded in epoch first and comes back in %s draws %i lines', (epoch, lines) => {
  const before = { ...inRoom(), room: undefined, seen: { room, epoch: 'first' } } as unknown as State
  const state = apply(before, { type: 'room.entered', room: roomState({ epoch }) })
  expect(state.room?.past.length).toBe(lines)
})

const invite = { invite: 'token' }
test.each<[string, object, object, object]>([
  [
    'let in while waiting',
    { at: 'waiting', way: invite, room, hosts: 1 },
    { type: 'room.entered', room: roomState() },
    { at: 'room', room },
  ],
  [
    'back in a room while standing elsewhere',
    { at: 'home' },
    { type: 'room.entered', room: roomState() },
    { at: 'home' },
  ],
  [
    'removed',
    { at: 'room', room },
    { type: 'room.out', room, code: 'room.removed', text: '' },
    { at: 'over', code: 'room.removed', way: { room } },
  ],
  [
    'denied',
    { at: 'waiting', way: invite, room, hosts: 1 },
    { type: 'knock.denied', room, code: 'room.denied', text: '' },
    { at: 'over', code: 'room.denied', way: invite },
  ],
  [
    'denied elsewhere',
    { at: 'home' },
    { type: 'knock.denied', room, code: 'room.denied', text: '' },
    { at: 'home' },
  ],
])('where one stands when %s', (_name, door, heard, expected) => {
  const state = { ...inRoom(), door: door as Door }
  expect(apply(state, heard as ServerMessage).door).toEqual(expected)
})

test('out of a room, it is not there any more', () => {
  const heard = { type: 'room.out', room, code: 'room.closed', text: '' } as unknown as ServerMessage
  expect(apply(inRoom(), heard).room).toBeUndefined()
})

test.each<[string, State, object, unknown, object]>([
  [
    'joined',
    { ...inRoom(), room: undefined, door: { at: 'entering', way: invite } } as unknown as State,
    { type: 'room.join', ...invite },
    { room },
    { door: { at: 'room', room } },
  ],
  [
    'looked at an invite',
    { ...inRoom(), door: { at: 'entry', way: invite } } as unknown as State,
    { type: 'invite.look', ...invite },
    { topic: 'Garden', count: 0, members: [], locked: false },
    { door: { at: 'entry', look: { topic: 'Garden' } } },
  ],
  [
    'asked to be let in',
    { ...inRoom(), door: { at: 'knock', way: invite } } as unknown as State,
    { type: 'knock.ask', ...invite },
    { room, hosts: 2 },
    { door: { at: 'waiting', way: invite, room, hosts: 2 } },
  ],
  [
    'said something whose news were lost',
    inRoom({ pending: [{ key: 'key3', text: 'text 3', at: 1 }] }),
    { type: 'chat.send', room, key: 'key3', text: 'text 3' },
    { id: 'message3', seq: 3, at: 3 },
    { room: { pending: [], messages: [message(1), message(2), message(3)] } },
  ],
  [
    'answered somebody, and the news of it were lost',
    inRoom({ pending: [{ key: 'key3', text: 'text 3', reply: 'message1', at: 1 }] }),
    { type: 'chat.send', room, key: 'key3', text: 'text 3', reply: 'message1' },
    { id: 'message3', seq: 3, at: 3 },
    { room: { messages: [message(1), message(2), message(3, { reply: 'message1' })] } },
  ],
  [
    'older messages, one of them known',
    inRoom({ messages: [message(2)], more: true }),
    { type: 'chat.page', room, before: 2 },
    { messages: [message(1), message(2)], more: false },
    { room: { messages: [message(1), message(2)], more: false } },
  ],
  [
    'revoked the public link',
    inRoom({ link: '/i/token' }),
    { type: 'invite.revoke', room, id: 'public' },
    {},
    { room: { link: null } },
  ],
  ['called otherwise', inRoom(), { type: 'me.rename', name: 'Anna' }, {}, { me: { ...me, name: 'Anna' } }],
])('answered: %s', (_name, before, request, result, expected) => {
  expect(answer(before, request as never, result)).toMatchObject(expected)
})
