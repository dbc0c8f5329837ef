// Single messages: edits, reactions and what is kept in sight, applied to what the page knows.
import { expect, test } from 'vitest'
import { chatReact } from '#protocol/chat.ts'
import type { ServerMessage } from '#protocol/message.ts'
import { emoji as english } from '../../client/language/en/emoji.ts'
import { texts } from '../../client/language/en.ts'
import { emoji as french } from '../../client/language/fr/emoji.ts'
import { emoji as norwegian } from '../../client/language/nb/emoji.ts'
import { answer } from '../../client/state/answer.ts'
import { apply } from '../../client/state/apply.ts'
import { findEmoji } from '../../client/state/emoji.ts'
import { formatsIn } from '../../client/state/formats.ts'
import { beginningOf, isPast, quotedOf, withQuoted } from '../../client/state/quoting.ts'
import { namesOf } from '../../client/state/reacted.ts'
import type { Room, State } from '../../client/state/state.ts'
import { inRoom, message, roomState } from './room.ts'

const room = 'room'
const edited = (part: object = {}) => ({
  ...{ type: 'chat.edited', room, seq: 3, id: 'message1', text: 'better', at: 9 },
  ...part,
})
const reacted = (by: string, emoji: string, on = true) => ({
  ...{ type: 'chat.reacted', room, seq: 3, id: 'message1' },
  ...{ by, emoji, on },
})
const deleted = { type: 'chat.deleted', room, seq: 3, id: 'message1', by: 'ann', at: 9 }
const cheered = (...by: string[]) => message(1, { reactions: [{ emoji: '🎉', by }] })
const withFirst = (first: object, part: object = {}) => inRoom({ messages: [first, message(2)], ...part })

test.each<[name: string, before: State, heard: object, expected: Partial<Room>]>([
  [
    'a mistake is mended silently',
    inRoom(),
    edited({ silent: true }),
    { seq: 3, messages: [message(1, { text: 'better' }), message(2)] },
  ],
  ['somebody reacts', inRoom(), reacted('ben', '🎉'), { seq: 3, messages: [cheered('ben'), message(2)] }],
  [
    'another one reacts alike',
    withFirst(cheered('ben')),
    reacted('ann', '🎉'),
    { messages: [cheered('ben', 'ann'), message(2)] },
  ],
  [
    'one and the same does',
    withFirst(cheered('ben')),
    reacted('ben', '🎉'),
    { messages: [cheered('ben'), message(2)] },
  ],
  [
    'one of two takes it back',
    withFirst(cheered('ben', 'ann')),
    reacted('ben', '🎉', false),
    { messages: [cheered('ann'), message(2)] },
  ],
  [
    'the last one does',
    withFirst(cheered('ben')),
    reacted('ben', '🎉', false),
    { messages: [message(1), message(2)] },
  ],
  [
    'what is deleted loses all that it carried',
    withFirst({ ...cheered('ben'), reply: 'message0' }),
    deleted,
    { messages: [message(1, { text: '', deleted: 9 }), message(2)] },
  ],
  [
    'somebody reacts to what is deleted',
    withFirst(message(1, { text: '', deleted: 9 })),
    reacted('ben', '🎉'),
    { messages: [message(1, { text: '', deleted: 9 }), message(2)] },
  ],
  [
    'a message is kept in sight',
    inRoom(),
    { type: 'room.pinned', room, message: message(1) },
    { pinned: message(1) },
  ],
  ['none is', inRoom({ pinned: message(1) }), { type: 'room.pinned', room, message: null }, { pinned: null }],
  [
    'what is in sight is edited, though it is older than what is loaded',
    inRoom({ messages: [message(2)], pinned: message(1) }),
    edited(),
    { pinned: message(1, { text: 'better', edited: 9 }), messages: [message(2)] },
  ],
])('%s', (_name, before, heard, expected) => {
  const after = apply(before, heard as ServerMessage).room
  expect(after).toEqual({ ...after, ...expected })
})

test('who comes in sees what is kept in sight, and who comes back what it is by now', () => {
  const pinned = (text: string) => message(1, { text })
  const entered = (part: object) => ({ type: 'room.entered' as const, room: roomState(part) })
  const state = apply(inRoom(), entered({ pinned: pinned('now') }))
  expect(state.room?.pinned).toEqual(pinned('now'))
  const missed = { messages: undefined, facts: [edited({ text: 'later' })], seq: 3 }
  const back = apply(state, entered({ ...missed, pinned: message(1, { text: 'later', edited: 9 }) }))
  expect(back.room).toMatchObject({ pinned: { text: 'later', edited: 9 } })
  expect(back.room?.messages[0]).toMatchObject({ text: 'later', edited: 9 })
})

test('what is quoted is found on this page, above a restart, or by asking, and changes with the message', () => {
  const old = message(1)
  const state = inRoom({ messages: [message(9)], past: [[message(4, { id: 'past' })]] })
  const now = state.room as Room
  expect(quotedOf(now, 'message9' as never)).toEqual(message(9))
  expect(quotedOf(now, 'past' as never)).toMatchObject({ seq: 4 })
  expect(['past', 'message9'].map(id => isPast(now, id as never))).toEqual([true, false])
  expect(quotedOf(now, 'message1' as never)).toBeUndefined()
  const found = answer(state, { type: 'chat.get', room, id: 'message1' } as never, old)
  expect(quotedOf(found.room as Room, 'message1' as never)).toEqual(old)
  const later = apply(found, edited({ seq: 10 }) as never)
  expect(quotedOf(later.room as Room, 'message1' as never)).toMatchObject({ text: 'better' })
  expect(quotedOf(withQuoted(now, 'message1' as never, null), 'message1' as never)).toBeNull()
})

test.each([
  [{ text: '  two\n lines ' }, 'two lines'],
  [{ text: '', files: [{ name: 'plan.pdf' }] }, 'plan.pdf'],
  [{ text: 'x'.repeat(500) }, `${'x'.repeat(200)}…`],
])('%j in a line', (part, line) => {
  expect(beginningOf(message(1, part))).toBe(line)
})

test.each([
  [['ben', 'ann'], 'You and Ben'],
  [['ben'], 'Ben'],
  [['ann'], 'You'],
  [['ben', 'zoe', 'ann'], 'You, Ben and 1 other'],
  [['zoe', 'yan'], '2 people'],
  [['dan'], 'Dan'],
])('reactions of %j are those of %s', (by, names) => {
  const here = inRoom({ messages: [message(1, { by: 'dan', name: 'Dan' })] }).room as Room
  expect(formatsIn('en-GB').list(namesOf(by as never, here, 'ann' as never, texts))).toBe(names)
})

test.each([english, norwegian, french])(
  'every emoji that is offered is one that the server takes, with a name and words of its own',
  called => {
    const all = findEmoji('', called).flatMap(({ emoji }) => emoji)
    for (const { emoji } of all) {
      const reacting = { type: 'chat.react', room: 'room00000001', id: 'message00001', emoji, on: true }
      expect([emoji, chatReact.safeParse(reacting).success]).toEqual([emoji, true])
    }
    const words = Object.values(called.words).flatMap(group => Object.values(group))
    expect(words.filter(one => !/^[^,]+, [^,]+$/.test(one))).toEqual([])
    expect(new Set(all.map(({ emoji }) => emoji)).size).toBe(all.length)
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  },
)

test.each([
  ['', 84, english],
  ['part', 2, english],
  ['party cel', 1, english],
  ['COFFEE', 1, english],
  ['zzzz', 0, english],
  ['øl', 1, norwegian],
  ['ol', 1, norwegian],
  ['gateau', 1, french],
  ['oeil', 1, french],
])('typing %j finds %i', (typed, count, called) => {
  expect(findEmoji(typed, called).flatMap(({ emoji }) => emoji)).toHaveLength(count)
})
