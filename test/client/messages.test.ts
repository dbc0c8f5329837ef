// Single messages: edits, reactions and what is kept in sight, applied to what the page knows.
import { expect, test } from 'vitest'
import type { ServerMessage } from '#protocol/message.ts'
import { apply } from '../../client/state/apply.ts'
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
