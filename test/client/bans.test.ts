// Who is banned, as those who run a room see it.
import { expect, test } from 'vitest'
import type { Request } from '#protocol/message.ts'
import { answer } from '../../client/state/answer.ts'
import { inRoom } from './room.ts'

const ben = { person: 'ben', name: 'Ben', at: 2 }
const cleo = { person: 'cleo', name: 'Cleo', at: 1 }
const listed = (room: string) =>
  answer(inRoom(), { type: 'room.bans', room } as Request, { people: [ben, cleo] })
const { id } = inRoom().room ?? { id: '' }

test('the list is there as it was answered, and only of the room that is open', () => {
  expect(listed(id).room?.bans).toEqual([ben, cleo])
  expect(listed('elsewhere').room?.bans).toBeUndefined()
})

test('who is let in again is gone from it, as soon as the server has done it', () => {
  const after = answer(listed(id), { type: 'room.unban', room: id, person: 'ben' } as Request, {})
  expect(after.room?.bans).toEqual([cleo])
})
