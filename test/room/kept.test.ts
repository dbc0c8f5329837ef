// What a room keeps of its talk in memory: what it weighs, and what is forgotten.
import { expect, test } from 'vitest'
import type { ClientKey, Epoch, MessageId, PersonId, RoomId } from '#protocol/id.ts'
import { Budget } from '../../server/room/budget.ts'
import type { Room } from '../../server/room/room.ts'
import { Shelf } from '../../server/room/shelf.ts'
import { Talk } from '../../server/room/talk.ts'
import type { Files } from '../../server/store/files.ts'
import type { Draft } from '../../server/store/store.ts'

class Scales extends Budget {
  chars = 0
  override use(chars: number): void {
    this.chars += chars
  }
}

const by = 'person-of-ann' as PersonId
const id = 'message00001' as MessageId

function talk(drafts: Draft[]) {
  const scales = new Scales()
  const shelf = new Shelf({} as Room, {} as Files, 0)
  const talk = new Talk({ room: 'room' as RoomId, epoch: 'epoch' as Epoch, budget: scales, shelf })
  for (const draft of drafts) talk.enter(draft, talk.seq + 1)
  return { talk, scales }
}

const said = (text: string, message = id): Draft => ({
  ...{ type: 'chat.said', id: `said ${message}` },
  message: { id: message, key: message as string as ClientKey, by, name: 'Ann', text, at: 1 },
})
const edited = (text: string): Draft => ({
  ...{ type: 'chat.edited', id: `edited ${text.length}`, message: id, text, at: 1_000_000 },
})
const deleted: Draft = { type: 'chat.deleted', id: 'deleted', message: id, by, at: 2 }
const reacted = (person: string): Draft => ({
  ...{ type: 'chat.reacted', id: person, message: id, by: person as PersonId, emoji: '👍', on: true },
})

test('every version of a text weighs, until it is deleted or the room is gone', () => {
  const { scales } = talk([said('x'.repeat(100)), edited('y'.repeat(1000)), edited('z'.repeat(10))])
  expect(scales.chars).toBe(1110)
  expect(talk([said('one'), edited('three'), deleted]).scales.chars).toBe(0)
  const gone = talk([said('one'), edited('three')])
  gone.talk.release()
  expect(gone.scales.chars).toBe(0)
})

test('reactions weigh', () => {
  expect(talk([said('one'), reacted('ben'), reacted('cleo')]).scales.chars).toBeGreaterThan(40)
  expect(talk([said('one'), reacted('ben'), deleted]).scales.chars).toBe(0)
})

test('a deleted text is nowhere in memory, in none of its versions', () => {
  const kept = talk([said('a secret'), edited('another secret'), edited('a third secret'), deleted]).talk
  expect(JSON.stringify([kept.recent(), kept.kept(), kept.since(0)])).not.toContain('secret')
})

test('what is forgotten weighs nothing, but what still happens to it is kept with it', () => {
  const many = Array.from({ length: 999 }, (_, at) => said('x', `filler${at}` as MessageId))
  const { talk: kept, scales } = talk([said('first'), ...many, edited('second')])
  expect(kept.kept().messages.map(({ text }) => text)).not.toContain('second')
  expect(kept.find(id)?.text).toBe('second')
  expect(scales.chars).toBe(999 + 'first'.length + 'second'.length)
  for (let at = 0; at < 1000; at++) kept.enter(said('x', `more${at}` as MessageId), kept.seq + 1)
  expect(kept.find(id)).toBeUndefined()
  expect(scales.chars).toBe(1000)
})
