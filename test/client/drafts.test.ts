// What is written and not sent: kept for each room, within bounds, and for one person only.
import { expect, test } from 'vitest'
import {
  type Drafts,
  draftIn,
  noDrafts,
  packed,
  unpacked,
  withDraft,
  withoutDraft,
} from '../../client/state/drafts.ts'

const [ann, ben] = ['ann', 'ben'] as never[]
const write = (drafts: Drafts, room: string, text: string, reply?: string) =>
  withDraft(drafts, ann as never, room as never, { text, reply: reply as never })
const read = (drafts: Drafts, room: string, me: unknown = ann) => draftIn(drafts, room as never, me as never)

test('each room has its own, with what it answers', () => {
  const drafts = write(write(noDrafts, 'one', 'first', 'question'), 'two', 'second')
  expect(read(drafts, 'one')).toMatchObject({ text: 'first', reply: 'question' })
  expect(read(drafts, 'two')).toMatchObject({ text: 'second' })
  expect(read(drafts, 'three')).toEqual({ text: '' })
  expect(read(withoutDraft(drafts, 'one' as never), 'one')).toEqual({ text: '' })
})

test('nothing written is no draft, an answer about to be written is one', () => {
  expect(write(write(noDrafts, 'one', 'first'), 'one', '').rooms).toEqual([])
  expect(write(noDrafts, 'one', '', 'question').rooms).toHaveLength(1)
})

test('another person does not see them, and they make way for his', () => {
  const drafts = write(noDrafts, 'one', 'first')
  expect(read(drafts, 'one', ben)).toEqual({ text: '' })
  expect(draftIn(drafts, 'one' as never, undefined)).toEqual({ text: '' })
  const his = withDraft(drafts, ben as never, 'two' as never, { text: 'his' })
  expect(his.rooms.map(({ text }) => text)).toEqual(['his'])
})

test('of more than twenty rooms the one that was left alone longest goes', () => {
  let drafts = noDrafts
  for (let at = 0; at < 20; at++) drafts = write(drafts, `room ${at}`, 'x')
  drafts = write(write(drafts, 'room 0', 'again'), 'room 20', 'x')
  expect(drafts.rooms).toHaveLength(20)
  expect(read(drafts, 'room 0').text).toBe('again')
  expect(read(drafts, 'room 1').text).toBe('')
})

test('what is too long to be sent stays whole on the page, and is cut where it is stored', () => {
  const drafts = write(noDrafts, 'one', `${'x'.repeat(8191)}🎉more`)
  expect(read(drafts, 'one').text).toHaveLength(8197)
  const back = read(unpacked(packed(drafts)), 'one').text
  expect(back).toHaveLength(8192)
  expect(back.isWellFormed()).toBe(true)
})

test('what was stored comes back', () => {
  const drafts = write(write(noDrafts, 'one', 'first', 'question'), 'two', 'second')
  expect(unpacked(packed(drafts))).toEqual(drafts)
})

test.each([
  [undefined],
  [''],
  ['null'],
  ['[]'],
  ['{"by":1,"rooms":[]}'],
  ['{"by":"ann","rooms":{}}'],
  ['{"by":"ann","rooms":[null,7,{"room":"one"},{"room":"one","text":"x","reply":{}}]}'],
])('out of %j nothing is made', text => {
  expect(unpacked(text).rooms).toEqual([])
})
