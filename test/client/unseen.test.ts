// What counts as unseen while nobody looks at the page, and what of it somebody is told by his system.
import { expect, test } from 'vitest'
import type { ServerMessage } from '#protocol/message.ts'
import { texts } from '../../client/language/en.ts'
import type { State } from '../../client/state/state.ts'
import { tidingsOf } from '../../client/state/tidings.ts'
import { MOST, type Unseen, unseen } from '../../client/state/unseen.ts'
import { inRoom, message, roomState } from './room.ts'

const room = 'room'
const plans = inRoom({ name: 'Plans' })
const ben = { person: 'ben', name: 'Ben' }
const pair = inRoom({ direct: ben })
/** Said by Ben. */
const said = (seq: number, part: object = {}) => ({
  ...{ type: 'chat.said', room },
  ...message(seq, { by: 'ben', name: 'Ben', ...part }),
})
const forMe = { mentions: { people: ['ann'] } }
const hear = (state: State, all: readonly Unseen[], ...heard: object[]) =>
  heard.reduce<readonly Unseen[]>((all, one) => unseen(all, state, one as ServerMessage), all)
const known = hear(plans, [], said(3, forMe))

test('what another says is unseen, and means him when it mentions him or is said to him alone', () => {
  expect(hear(plans, [], said(3))).toEqual([
    { room, by: 'Ben', where: 'Plans', text: 'text 3', forMe: false, id: 'message3', seq: 3 },
  ])
  expect(known[0]?.forMe).toBe(true)
  expect(hear(pair, [], said(3))[0]).toMatchObject({ by: 'Ben', forMe: true })
  expect(hear(pair, [], said(3))[0]).not.toHaveProperty('where')
  const news = { type: 'room.news', room: 'ours', direct: ben, by: 'ben' }
  expect(hear(plans, [], news)).toEqual([{ room: 'ours', by: 'Ben', forMe: true }])
})

test.each<[string, State, object]>([
  ['by himself, on another page', plans, said(3, { by: 'ann' })],
  [
    'by himself in a room for two, on another page',
    plans,
    { type: 'room.news', room: 'ours', direct: ben, by: 'ann' },
  ],
  ['what he knows already', plans, said(2)],
  ['elsewhere', plans, { ...said(3), room: 'another' }],
  ['where he is no more', { ...plans, room: undefined }, said(3)],
  ['a word that nobody says', plans, { type: 'room.member', room, member: {} }],
])('nothing is unseen: %s', (_what, state, heard) => {
  expect(hear(state, [], heard)).toEqual([])
})

test('a piece of the talk that does not reach to the newest still tells what is new', () => {
  const state = inRoom({ messages: [message(1)], newest: 90, seq: 90 })
  expect(hear(state, [], said(91, forMe))).toHaveLength(1)
})

test.each<[string, object]>([
  ['deleted', { type: 'chat.deleted', room, seq: 4, id: 'message3', by: 'ben', at: 4 }],
  ['read on another page', { type: 'room.reads', room, marks: [{ person: 'ann', seq: 3, at: 4 }] }],
  ['said where he may not be any more', { type: 'room.out', room, code: 'room.removed', text: '' }],
  ['for somebody else, who comes after him', { type: 'welcome', person: 'cleo' }],
])('what was unseen is so no more when it is %s', (_how, heard) => {
  expect(hear(plans, known, heard)).toEqual([])
})

test.each<[string, object]>([
  ['another reads on', { type: 'room.reads', room, marks: [{ person: 'ben', seq: 9, at: 4 }] }],
  [
    'he has read only what was before',
    { type: 'room.reads', room, marks: [{ person: 'ann', seq: 2, at: 4 }] },
  ],
  ['the server cannot reach its memory', { type: 'room.out', room, code: 'store.away', text: '' }],
  ['the line is back', { type: 'welcome', person: 'ann' }],
])('it stays unseen when %s', (_what, heard) => {
  expect(hear(plans, known, heard)).toEqual(known)
})

test('it is told as it was edited', () => {
  const [one] = hear(plans, known, {
    type: 'chat.edited',
    room,
    seq: 4,
    id: 'message3',
    text: 'better',
    at: 4,
  })
  expect(one?.text).toBe('better')
})

const back = (part: object) => ({ type: 'room.entered', room: roomState(part as never) })

test.each<[string, object, string[]]>([
  ['what was said meanwhile', { seq: 3, messages: undefined, facts: [said(3)] }, ['message3']],
  ['nothing that he had heard', { seq: 3, messages: undefined, facts: [said(2), said(3)] }, ['message3']],
  [
    'nothing that was deleted meanwhile',
    {
      seq: 5,
      messages: undefined,
      facts: [said(3), said(4), { type: 'chat.deleted', room, seq: 5, id: 'message3', by: 'ben', at: 5 }],
    },
    ['message4'],
  ],
  [
    'of the newest page what is new and still there',
    {
      seq: 900,
      gap: true,
      messages: [message(2), message(899, { by: 'ben', deleted: 9 }), message(900, { by: 'ben' })],
    },
    ['message900'],
  ],
  [
    'after a restart what was said since',
    { epoch: 'second', seq: 1, gap: true, messages: [message(1, { by: 'ben' })] },
    ['message1'],
  ],
  [
    'nothing that he has read elsewhere',
    { seq: 3, messages: undefined, facts: [said(3)], reads: [{ person: 'ann', seq: 3, at: 3 }] },
    [],
  ],
])('back in the room it is %s', (_what, part, ids) => {
  expect(hear(plans, [], back(part)).map(({ id }) => id)).toEqual(ids)
})

test('who comes into a room has missed nothing there', () => {
  expect(hear({ ...plans, room: undefined }, [], back({}))).toEqual([])
})

test('however much is said, a hundred are kept, and what means him is forgotten last', () => {
  const many = Array.from({ length: 3 * MOST }, (_, at) => said(at + 4))
  const all = hear(plans, known, ...many)
  expect(all).toHaveLength(MOST)
  expect(all[0]).toEqual(known[0])
  expect(all.at(-1)?.seq).toBe(3 * MOST + 3)
  const forHim = many.map(one => ({ ...one, ...forMe }))
  expect(hear(plans, known, ...forHim)).toHaveLength(MOST)
})

const one = { room: 'plans', by: 'Ben', where: 'Plans', text: 'Look!', forMe: true } as unknown as Unseen
const ours = { room: 'ours', by: 'Cleo', text: 'Psst', forMe: true } as unknown as Unseen

const { text: _, ...unknown } = ours

test.each<[string, readonly Unseen[], (readonly [string, string])[]]>([
  ['nothing of what means nobody', [{ ...one, forMe: false }], []],
  ['who said what, and where', [one], [['Ben in Plans', 'Look!']]],
  ['who wrote to him', [ours], [['Cleo', 'Psst']]],
  ['that somebody wrote, when it is not known what', [unknown], [['Cleo', 'wrote to you']]],
  ['where it was, even if that has no name', [{ ...one, where: '' }], [['Ben in Unnamed room', 'Look!']]],
  ['many as one', [one, one, { ...one, by: 'Dan' }], [['3 messages for you in Plans', 'Dan: Look!']]],
  ['many from one as one', [ours, { ...ours, text: 'Hey' }], [['2 messages from Cleo', 'Hey']]],
  [
    'each room by itself',
    [one, ours],
    [
      ['Ben in Plans', 'Look!'],
      ['Cleo', 'Psst'],
    ],
  ],
  ['what is long shortened', [{ ...ours, text: 'x'.repeat(500) }], [['Cleo', `${'x'.repeat(140)}…`]]],
])('somebody is told %s', (_what, all, told) => {
  expect(tidingsOf(all, texts).map(({ title, text }) => [title, text])).toEqual(told)
})
