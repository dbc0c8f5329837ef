// Files on the page: how they are told of, and that they come and go with their message.
import { expect, test } from 'vitest'
import type { Attachment } from '#protocol/file.ts'
import { answer } from '../../client/state/answer.ts'
import { apply } from '../../client/state/apply.ts'
import { shownSize } from '../../client/state/size.ts'
import { inRoom, message } from './room.ts'

const file = {
  id: 'file-of-22-characters-',
  name: 'plan.pdf',
  size: 3,
  type: 'application/octet-stream',
} as Attachment

test.each([
  [
    { width: 30, height: 20 },
    { width: 30, height: 20 },
  ],
  [
    { width: 4000, height: 2000 },
    { width: 400, height: 200 },
  ],
  [
    { width: 1000, height: 3200 },
    { width: 100, height: 320 },
  ],
  [
    { width: 10_000, height: 1 },
    { width: 400, height: 1 },
  ],
])('a picture of %j is shown as %j', (size, shown) => {
  expect(shownSize(size)).toEqual(shown)
})

test('a file comes with its message, from others and from oneself, and goes with it', () => {
  const said = {
    type: 'chat.said',
    room: 'room',
    ...message(3, { by: 'ben', text: '', files: [file] }),
  } as const
  const told = apply(inRoom(), said as never)
  expect(told.room?.messages.at(-1)).toMatchObject({ text: '', files: [file] })
  const gone = apply(told, {
    type: 'chat.deleted',
    room: 'room',
    seq: 4,
    id: 'message3',
    by: 'ben',
    at: 4,
  } as never)
  expect(gone.room?.messages.at(-1)).toMatchObject({ deleted: 4 })
  expect(gone.room?.messages.at(-1)).not.toHaveProperty('files')
  const waiting = inRoom({ pending: [{ key: 'key3', text: '', files: [file], at: 1 }] })
  const request = { type: 'chat.send', room: 'room', key: 'key3', text: '', files: [file.id] } as never
  const sent = answer(waiting, request, { id: 'message3', seq: 3, at: 3 })
  expect(sent.room?.messages.at(-1)).toMatchObject({ by: 'ann', text: '', files: [file] })
})
