// Which piece of the talk a page holds: pages join it, a jump takes it elsewhere, and what is new is not put after a gap.
import { expect, test } from 'vitest'
import type { ServerMessage } from '#protocol/message.ts'
import { answer } from '../../client/state/answer.ts'
import { apply } from '../../client/state/apply.ts'
import type { Room, State } from '../../client/state/state.ts'
import { covers, isDetached, letGo } from '../../client/state/window.ts'
import { inRoom, message } from './room.ts'

const messages = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => message(from + at))

/** In a room of a hundred messages, of which this page holds some. */
const holding = (from: number, to: number, part = {}) =>
  inRoom({ messages: messages(from, to), newest: 100, seq: 100, more: from > 1, ...part })

const paged = (state: State, place: object, from: number, to: number, ends = {}) => {
  const page = { messages: messages(from, to), more: from > 1, newer: to < 100, ...ends }
  return answer(state, { type: 'chat.page', room: 'room', ...place } as never, page)
}

interface Held {
  readonly from: number
  readonly to: number
  readonly more: boolean
}

test.each<[string, State, object, [number, number], Held, boolean]>([
  ['older ones', holding(51, 100), { before: 51 }, [1, 50], { from: 1, to: 100, more: false }, false],
  ['newer ones', holding(20, 40), { after: 40 }, [41, 90], { from: 20, to: 90, more: true }, true],
  ['the newest', holding(20, 90), { after: 90 }, [91, 100], { from: 20, to: 100, more: true }, false],
  ['a jump elsewhere', holding(51, 100), { around: 20 }, [10, 30], { from: 10, to: 30, more: true }, true],
  ['a jump back', holding(10, 30), { around: 100 }, [76, 100], { from: 76, to: 100, more: true }, false],
  ['a jump near by', holding(51, 100), { around: 50 }, [26, 75], { from: 26, to: 100, more: true }, false],
  [
    'what is not asked for any more',
    holding(51, 100),
    { before: 10 },
    [1, 9],
    { from: 51, to: 100, more: true },
    false,
  ],
  [
    'the same, of newer ones',
    holding(51, 100),
    { after: 30 },
    [31, 50],
    { from: 51, to: 100, more: true },
    false,
  ],
])('%s', (_name, before, place, [from, to], { from: first, to: last, more }, detached) => {
  const { room } = paged(before, place, from, to)
  expect(room?.messages).toEqual(messages(first, last))
  expect(room?.more).toBe(more)
  expect(room && isDetached(room)).toBe(detached)
})

const said = (seq: number) =>
  ({ type: 'chat.said', room: 'room', ...message(seq) }) as unknown as ServerMessage

test('what is said while one looks elsewhere does not stand after a gap, and is found by going on', () => {
  const elsewhere = apply(holding(10, 30), said(101))
  expect(elsewhere.room?.messages).toEqual(messages(10, 30))
  // The page was made before the message was said.
  const back = paged(elsewhere, { around: 100 }, 76, 100, { newer: false })
  expect(back.room && isDetached(back.room)).toBe(true)
  const end = paged(back, { after: 100 }, 101, 101, { newer: false })
  expect(end.room?.messages).toEqual(messages(76, 101))
  expect(end.room && isDetached(end.room)).toBe(false)
  expect(apply(end, said(102)).room?.messages).toEqual(messages(76, 102))
})

test('what one says oneself while looking elsewhere has arrived all the same', () => {
  const pending = [{ key: 'key101', text: 'text 101', at: 1 }]
  const state = apply(holding(10, 30, { pending }), said(101))
  expect(state.room).toMatchObject({ pending: [], messages: messages(10, 30), newest: 101 })
})

test('a page that was reloaded holds nothing, and takes what it gets', () => {
  const state = inRoom({ messages: [], newest: 0, seq: 100, more: true })
  expect(state.room && covers(state.room, 100)).toBe(false)
  const { room } = paged(state, { before: 101 }, 51, 100)
  expect(room).toMatchObject({ messages: messages(51, 100), more: true, newest: 100 })
})

test.each([
  ['in the middle', 1000, { from: 800, to: 1199 }, true],
  ['at its beginning', 510, { from: 501, to: 900 }, true],
  ['at its end', 1500, { from: 1101, to: 1500 }, false],
  ['before everything', 0, { from: 501, to: 900 }, true],
])('of a piece that has grown long stays what is around a place %s', (_name, seq, { from, to }, detached) => {
  const long = holding(501, 1500, { newest: 1500, seq: 1500, more: true }).room as Room
  const light = letGo(long, seq)
  expect(light.messages).toEqual(messages(from, to))
  expect(light.more).toBe(true)
  expect(isDetached(light)).toBe(detached)
  // What is short enough stays as it is.
  expect(letGo(light, 700)).toBe(light)
})

test('what was let go comes back as it was', () => {
  const long = holding(1, 600, { newest: 600, seq: 600, more: false })
  const light = { ...long, room: letGo(long.room as Room, 600) }
  expect(light.room).toMatchObject({ messages: messages(201, 600), more: true })
  const back = paged(light, { before: 201 }, 151, 200)
  expect(back.room).toMatchObject({ messages: messages(151, 600), more: true, newest: 600 })
})

test('a page that nobody looks at does not grow for ever, and holds the newest', () => {
  const state = Array.from({ length: 2000 }, (_, at) => said(101 + at)).reduce(apply, holding(51, 100))
  expect(state.room?.messages.length).toBeLessThan(1001)
  expect(state.room?.messages.at(-1)).toEqual(message(2100))
  expect(state.room && isDetached(state.room)).toBe(false)
})

test('what was looked up goes with what quotes it', () => {
  const answers = [message(1, { reply: 'old1' }), ...messages(2, 599), message(600, { reply: 'old600' })]
  const quoted = { old1: message(901), old600: message(902), other: message(903) } as never
  const long = holding(1, 600, { messages: answers, quoted, newest: 600 }).room as Room
  expect(letGo(long, 600).quoted).toEqual({ old600: message(902) })
})
