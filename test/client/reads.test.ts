// How far who has read, as it is shown: each at the last message he has read, and a line where one stopped oneself.
import { expect, test } from 'vitest'
import type { ServerMessage } from '#protocol/message.ts'
import { apply } from '../../client/state/apply.ts'
import { linesOf } from '../../client/state/lines.ts'
import { readersOf } from '../../client/state/reads.ts'
import { initial, type Room, type State } from '../../client/state/state.ts'
import { write } from '../../client/state/talk.ts'
import { inRoom, me, member, message, roomState } from './room.ts'

const mark = (person: string, seq: number) => ({ person, seq, at: seq * 10 })
const shown = (state: State) =>
  Object.fromEntries(
    [...readersOf(state.room as Room, 'ann' as never)].map(([id, readers]) => [
      id,
      readers.map(({ name }) => name),
    ]),
  )

const messages = [message(1), message(3), message(5)]
const people = [member('Ann'), member('Ben'), member('Cleo'), member('Dan')]
const base = { messages, newest: 5, seq: 6, members: people }

test.each<[string, object, object]>([
  [
    'at the last message before the mark',
    { reads: [mark('ben', 4), mark('cleo', 6)] },
    { message3: ['Ben'], message5: ['Cleo'] },
  ],
  [
    'together, without oneself',
    { reads: [mark('ben', 5), mark('ann', 5), mark('cleo', 5)] },
    { message5: ['Ben', 'Cleo'] },
  ],
  ['not who has gone', { reads: [mark('eve', 5)] }, {}],
  ['not before what is on this page', { messages: [message(5)], reads: [mark('ben', 3)] }, {}],
  [
    'not beyond a page that does not reach to the newest',
    { newest: 9, reads: [mark('ben', 9), mark('cleo', 3)] },
    { message3: ['Cleo'] },
  ],
  [
    'who belongs and is not there',
    { absent: [{ person: 'eve', name: 'Eve', role: 'member' }], reads: [mark('eve', 1)] },
    { message1: ['Eve'] },
  ],
])('readers: %s', (_what, part, expected) => {
  expect(shown(inRoom({ ...base, ...part }))).toEqual(expected)
})

test('a mark moves on and never back', () => {
  const state = inRoom({ ...base, reads: [mark('ben', 3)] })
  const moved = apply(state, {
    type: 'room.reads',
    room: 'room',
    marks: [mark('ben', 5), mark('cleo', 1)],
  } as never)
  expect(shown(moved)).toEqual({ message5: ['Ben'], message1: ['Cleo'] })
  const late = apply(moved, { type: 'room.reads', room: 'room', marks: [mark('ben', 1)] } as never)
  expect(shown(late)).toEqual({ message5: ['Ben'], message1: ['Cleo'] })
})

/** Ann comes in; what is listed was said. */
function enters(part: object): State {
  const before = { ...initial, me, link: { at: 'open' }, door: { at: 'room', room: 'room' } } as State
  const room = roomState({ name: 'Plans', seq: 4, ...part } as never)
  return apply(before, { type: 'room.entered', room } as ServerMessage)
}
const said = [message(1, { by: 'ben' }), message(2, { by: 'ben' }), message(3), message(4, { by: 'ben' })]
const kinds = (state: State) =>
  linesOf(state.room as Room, me).flatMap((line): unknown[] =>
    line.kind === 'group' ? line.messages.map(({ seq }) => seq) : line.kind === 'new' ? ['new'] : [],
  )

test.each<[string, object, unknown[]]>([
  [
    'before the first of others that she had not read',
    { messages: said, reads: [mark('ann', 2)] },
    [1, 2, 3, 'new', 4],
  ],
  ['nowhere when all was read', { messages: said, reads: [mark('ann', 4)] }, [1, 2, 3, 4]],
  [
    'nowhere when only her own came since',
    { messages: said.slice(0, 3), reads: [mark('ann', 2)] },
    [1, 2, 3],
  ],
  ['nowhere when she is new', { messages: said, reads: [] }, [1, 2, 3, 4]],
  ['nowhere in a room without a name', { name: null, messages: said, reads: [mark('ann', 2)] }, [1, 2, 3, 4]],
  [
    'above, when it is not on this page',
    { messages: said.slice(1), reads: [mark('ann', 1)], more: true },
    [2, 3, 4],
  ],
])('the line stands %s', (_what, part, expected) => {
  expect(kinds(enters(part))).toEqual(expected)
})

test('the line stays while she reads, and goes when she answers', () => {
  const state = enters({ messages: said, reads: [mark('ann', 2)] })
  const read = apply(state, { type: 'room.reads', room: 'room', marks: [mark('ann', 4)] } as never)
  expect(kinds(read)).toContain('new')
  const answered = { ...read, room: write(read.room as Room, { key: 'k', text: 'Yes', at: 1 } as never) }
  expect(kinds(answered)).not.toContain('new')
})
