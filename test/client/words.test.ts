// The pure parts that read and arrange: addresses, lines of the talk, names, noes.
import { expect, test } from 'vitest'
import { pathFrom, readAddress, wayFields } from '../../client/state/address.ts'
import { cleanName } from '../../client/state/clean.ts'
import { type Line, linesOf } from '../../client/state/lines.ts'
import { suggestName } from '../../client/state/names.ts'
import { afterNo } from '../../client/state/no.ts'
import type { State } from '../../client/state/state.ts'
import { titleOf } from '../../client/state/title.ts'
import { inRoom, me, message } from './room.ts'

test.each([
  ['/', '', true, { door: { at: 'home' } }],
  ['/', '#owner=abc', true, { door: { at: 'home' }, signIn: { owner: 'abc' } }],
  ['/', '#signin=abc', false, { door: { at: 'home' }, signIn: { signin: 'abc' } }],
  ['/', '#token=a.b-c_d', true, { door: { at: 'home' }, signIn: { token: 'a.b-c_d' } }],
  ['/i/token', '', true, { door: { at: 'entry', way: { invite: 'token' } } }],
  ['/r/room', '', true, { door: { at: 'entering', way: { room: 'room' } } }],
  ['/r/room', '', false, { door: { at: 'entry', way: { room: 'room' } } }],
  ['/else', '', true, { door: { at: 'nowhere' } }],
  ['/r', '#signin=abc', true, { door: { at: 'nowhere' } }],
  ['/embed/i/token', '', true, { door: { at: 'entry', way: { invite: 'token' } } }],
  ['/embed/r/room', '', false, { door: { at: 'entry', way: { room: 'room' } } }],
  ['/r/room', '#host=abc', true, { door: { at: 'entering', way: { room: 'room', host: 'abc' } } }],
])('%s%s leads to a door', (path, fragment, known, expected) => {
  expect(readAddress(path, fragment, known)).toEqual(expected)
})

test('a way holds exactly one field for the server', () => {
  expect(wayFields({ room: 'room', host: 'abc' } as never)).toEqual({ host: 'abc' })
  expect(wayFields({ room: 'room' } as never)).toEqual({ room: 'room' })
})

const origin = 'https://chat.example'
test.each([
  ['https://chat.example/i/to_ken-1', '/i/to_ken-1'],
  [' https://chat.example/r/abcd1234#host=x ', '/r/abcd1234#host=x'],
  ['https://chat.example/#signin=ab-c', '/#signin=ab-c'],
  ['https://chat.example/#else', undefined],
  ['abcdABCD1234', '/r/abcdABCD1234'],
  ['/i/token', '/i/token'],
  ['i/token', '/i/token'],
  ['https://elsewhere.example/i/token', undefined],
  ['javascript:alert(1)', undefined],
  ['https://chat.example/assets/x.js', undefined],
  ['hello', undefined],
  ['', undefined],
])('pasted %j leads to %j', (text, path) => {
  expect(pathFrom(text, origin)).toBe(path)
})

/** Nothing is there that is not on this page. */
const attached = { newest: 0, more: false }

test('lines: a day, groups by author and pause, and where the server was restarted', () => {
  const noon = new Date(2026, 10, 20, 12).getTime()
  const minute = 60_000
  const said = (seq: number, at: number, by = 'ann') => message(seq, { at, by })
  const lines = linesOf({
    ...attached,
    past: [[said(1, noon)]],
    messages: [
      said(2, noon + minute),
      said(3, noon + 2 * minute),
      said(4, noon + 3 * minute, 'ben'),
      said(5, noon + 20 * minute, 'ben'),
      said(6, noon + 24 * 60 * minute, 'ben'),
    ],
    namings: [],
    pending: [],
  })
  expect(
    lines.map(line => (line.kind === 'group' ? line.messages.map(({ seq }) => seq) : line.kind)),
  ).toEqual(['day', [1], 'restart', [2, 3], [4], [5], 'day', [6]])
  expect(lines.filter(line => line.kind === 'group').map(({ past }) => past)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
})

test('lines: a room is named between what was said before and after', () => {
  const lines = linesOf({
    ...attached,
    past: [],
    messages: [message(1), message(4)],
    namings: [
      { seq: 2, by: 'Ann', name: 'Plans', first: true },
      { seq: 5, by: 'Ann', name: 'Garden', first: false },
    ],
    pending: [],
  })
  expect(lines.map(line => (line.kind === 'named' ? line.naming.name : line.kind))).toEqual([
    ...['day', 'group', 'Plans', 'group', 'Garden'],
  ])
})

test('lines: a name that was given where this page does not look is not shown', () => {
  const namings = [2, 6, 9].map(seq => ({ seq, by: 'Ann', name: `at ${seq}`, first: false }))
  const lines = linesOf({
    ...{ past: [], messages: [message(4), message(8)], namings, pending: [] },
    ...{ newest: 12, more: true },
  })
  expect(lines.map(line => (line.kind === 'named' ? line.naming.name : line.kind))).toEqual([
    ...['day', 'group', 'at 6', 'group'],
  ])
})

test('what is on its way stands where it will stand, under the same key', () => {
  const pending = [{ key: 'key3', text: 'text 3', at: 3 }] as never
  const before = linesOf(
    { ...attached, past: [], messages: [message(1), message(2)], namings: [], pending },
    me,
  )
  const after = linesOf(
    { ...attached, past: [], messages: [message(1), message(2), message(3)], namings: [], pending: [] },
    me,
  )
  const keys = (lines: typeof before) =>
    lines.flatMap(line =>
      line.kind === 'group' ? [line.key, ...line.messages.map(({ key }) => key)] : line.key,
    )
  expect(keys(before)).toEqual(keys(after))
})

test('a group stays the same one when older ones join it, and when its first ones are let go', () => {
  const shown = (from: number, before = [] as Line[]) => {
    const said = [1, 2, 3, 4].filter(seq => seq >= from).map(seq => message(seq))
    return linesOf(
      { past: [], messages: said, namings: [], pending: [], newest: 4, more: from > 1 },
      me,
      before,
    )
  }
  const groups = (lines: Line[]) => lines.filter(({ kind }) => kind === 'group').map(({ key }) => key)
  const first = shown(3)
  const joined = shown(1, first)
  expect(groups(joined)).toEqual(groups(first))
  expect(groups(shown(4, joined))).toEqual(groups(first))
})

test.each([
  ['  Ann ', 'Ann'],
  ['\u202Eevil\u0007', 'evil'],
  ['   ', undefined],
  ['x'.repeat(80), 'x'.repeat(64)],
])('the name %j becomes %j', (text, expected) => {
  expect(cleanName(text)).toBe(expected)
})

test('a suggested name is two words at every chance', () => {
  for (const chance of [0, 0.5, 0.999999])
    expect(suggestName(() => chance)).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/)
})

const way = { invite: 'token' } as never
const entering = { at: 'entering', way } as const
const waiting = { at: 'waiting', way, room: 'room' as never, hosts: 1 } as const
test.each([
  ['room.knock', entering, { at: 'knock', way }],
  ['room.gone', entering, { at: 'over', code: 'room.gone', way }],
  ['too.fast', entering, { at: 'entry', way, trouble: 'too.fast' }],
  ['too.fast', waiting, { at: 'knock', way, trouble: 'too.fast' }],
  ['unanswered', entering, entering],
  ['unanswered', { at: 'knock', way }, { at: 'knock', way, trouble: 'unanswered' }],
  ['forbidden', waiting, waiting],
  ['room.banned', waiting, { at: 'over', code: 'room.banned', way }],
  ['room.gone', { at: 'home' }, { at: 'home' }],
] as const)('after %s from %o', (code, door, expected) => {
  expect(afterNo(door, way, code)).toEqual(expected)
})

const garden = { topic: 'Garden', locked: true, limit: 0, guestsInvite: false }
const knocks = [{ person: 'cleo', name: 'Cleo', at: 1 }]
test.each<[string, State, number]>([
  ['Unnamed room · Presence', inRoom(), 0],
  ['Ben · Presence', inRoom({ direct: { person: 'ben', name: 'Ben' } }), 0],
  ['(1) Garden · Presence', inRoom({ knocks, settings: garden }), 0],
  ['(4) Plans · Presence', inRoom({ knocks, name: 'Plans' }), 3],
  ['(99+) Plans · Presence', inRoom({ name: 'Plans' }), 100],
  ['(2) Presence', { ...inRoom(), door: { at: 'home' } }, 2],
  ['(1) Presence', { ...inRoom(), room: undefined, door: { at: 'home' } }, 1],
])('the tab is called %s', (title, state, unseen) => {
  expect(titleOf(state, unseen, 'Unnamed room')).toBe(title)
})
