// The invites of rooms without a name.
import { nanoid } from 'nanoid'
import { expect, test } from 'vitest'
import type { InviteId, PersonId, RoomId } from '#protocol/id.ts'
import { UnkeptInvites } from '../../server/room/unkept.ts'
import { invitesContract } from '../contract/invites.ts'

const invites = new UnkeptInvites()
invitesContract(
  () => invites,
  async () => nanoid(12) as RoomId,
)

test('nothing is left of a room that is gone', async () => {
  const room = nanoid(12) as RoomId
  const id = nanoid(12) as InviteId
  const hash = Buffer.from(nanoid())
  const ben = 'person-of-ben' as PersonId
  const many = { uses: 1, left: 1, expires: null, role: null, person: ben }
  await invites.add({ ...{ room, id, hash, ...many }, note: '', by: ben, name: 'Ben', at: 1 })
  await invites.came(room, { person: ben, name: 'Ben' }, 1)
  invites.release(room)
  expect(await invites.find(hash, ben, 1)).toBeUndefined()
  expect((await invites.of(ben, 1)).map(one => one.room)).not.toContain(room)
  expect(invites.all(room)).toEqual({ invites: [], uses: [] })
})
