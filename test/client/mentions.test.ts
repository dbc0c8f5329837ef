// Mentioning people: what is found of it in a text, when it is written, sent and shown.
import { expect, test } from 'vitest'
import {
  mentionables,
  mentionsIn,
  mentionsMe,
  namesOf,
  offered,
  piecesOf,
  writtenMention,
} from '../../client/state/mentions.ts'
import type { Room } from '../../client/state/state.ts'
import { inRoom, member, message } from './room.ts'

const people = [
  member('Ann', { role: 'owner' }),
  member('Ben'),
  member('Ann Smith', { person: 'smith' }),
  member('Zoë (2)', { person: 'zoe' }),
]
const state = inRoom({
  members: people,
  absent: [{ person: 'cleo', name: 'Cleo', role: 'member' }],
  may: ['chat.send', 'chat.send all'],
})
const room = state.room as Room
const groups = [
  { group: 'crew', name: 'Garden crew', count: 2, member: true },
  { group: 'press', name: 'Press', count: 9, member: false },
] as never
const as = (person: string) => ({ me: { person } as never, groups })
const known = mentionables(room, as('ann'))

test('everybody can be mentioned but oneself, and all at once by who may', () => {
  expect(known.map(({ name }) => name)).toEqual([
    ...['Ben', 'Ann Smith', 'Zoë (2)', 'Cleo'],
    ...['Garden crew', 'Press', 'everyone', 'here'],
  ])
  const guest = mentionables({ ...room, may: ['chat.send'] }, as('ben'))
  expect(guest.map(({ name }) => name)).toEqual([
    ...['Ann', 'Ann Smith', 'Zoë (2)', 'Cleo', 'Garden crew', 'Press'],
  ])
})

test.each<[string, object | undefined]>([
  ['nobody', undefined],
  ['@Ben look', { people: ['ben'] }],
  ['@garden crew and @Ben', { people: ['ben'], groups: ['crew'] }],
  ['look, @ben!', { people: ['ben'] }],
  ['@Benjamin', undefined],
  ['ben@ben.example', undefined],
  ['@ann smith and (@Zoë (2))', { people: ['smith', 'zoe'] }],
  ['@Ann', undefined],
  ['https://a.example/@Ben', undefined],
  ['**@Ben**, and not `@Cleo` or [@Cleo](https://a.example)', { people: ['ben'] }],
  ['@everyone, also @Cleo', { people: ['cleo'], all: 'everyone' }],
  ['@here', { all: 'here' }],
  ['@heretic', undefined],
])('%j mentions %j', (text, mentions) => {
  expect(mentionsIn(text, known)).toEqual(mentions)
})

test('two of the same name are both meant, and never more than twenty', () => {
  const bens = Array.from({ length: 30 }, (_, at) => ({
    name: 'Ben',
    person: `ben${at}` as never,
    here: true,
  }))
  expect(mentionsIn('@Ben', bens.slice(0, 2))?.people).toEqual(['ben0', 'ben1'])
  expect(mentionsIn('@Ben', bens)?.people).toHaveLength(20)
})

test.each<[string, number, string | undefined]>([
  ['@', 1, ''],
  ['Hi @be', 6, 'be'],
  ['Hi @be and more', 6, 'be'],
  ['Hi @ann sm', 10, 'ann sm'],
  ['mail@be', 7, undefined],
  ['@be\n', 4, undefined],
])('in %j before %i is begun: %j', (text, caret, begun) => {
  expect(writtenMention(text, caret)?.begun).toBe(begun)
})

test.each([
  ['', ['Ben', 'Ann Smith', 'Zoë (2)', 'Cleo', 'Garden crew', 'Press']],
  ['S', ['Ann Smith']],
  ['ann s', ['Ann Smith']],
  ['e', ['everyone']],
  ['ben ', []],
])('for %j is offered: %j', (begun, names) => {
  expect(offered(known, begun).map(({ name }) => name)).toEqual(names)
})

test('shown are the mentions of the message, also by a name from before', () => {
  const old = message(1, { by: 'ben', name: 'Benno' })
  const names = namesOf({ people: ['ben' as never] }, { ...room, messages: [old] }).map(({ name }) => name)
  expect(names).toEqual(['Ben', 'Benno'])
  expect(piecesOf('@Benno and @Ben, not @Cleo', names)).toEqual([
    { text: '@Benno', name: 'Benno' },
    { text: ' and ' },
    { text: '@Ben', name: 'Ben' },
    { text: ', not @Cleo' },
  ])
})

test.each<[string, object, boolean]>([
  ['by name', { by: 'ben', mentions: { people: ['ann'] } }, true],
  ['another', { by: 'ben', mentions: { people: ['cleo'] } }, false],
  ['everyone', { by: 'ben', mentions: { all: 'everyone' } }, true],
  ['everyone, by myself', { by: 'ann', mentions: { all: 'everyone' } }, false],
  ['those who are here, before I came', { by: 'ben', at: 4, mentions: { all: 'here' } }, false],
  ['a group of mine', { by: 'ben', mentions: { groups: ['crew'] } }, true],
  ['a group that I see and am not in', { by: 'ben', mentions: { groups: ['press'] } }, false],
  ['those who are here, and I am', { by: 'ben', at: 6, mentions: { all: 'here' } }, true],
])('am I meant? %s', (_what, part, expected) => {
  const mine = { ...inRoom({ members: [member('Ann', { since: 5 }), member('Ben')] }), groups }
  expect(mentionsMe(message(3, part), mine)).toBe(expected)
})
