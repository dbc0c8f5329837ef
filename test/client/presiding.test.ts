// What whoever runs a room may do with somebody in its call, and whose turn it is there.
import { expect, test } from 'vitest'
import type { PeerId, PersonId } from '#protocol/id.ts'
import type { PeerState } from '#protocol/live.ts'
import type { Role } from '#protocol/room.ts'
import { turnsOf } from '../../client/call/turns.ts'
import { ordersFor } from '../../client/state/presiding.ts'
import type { Room } from '../../client/state/state.ts'
import { member } from './room.ts'

const peer = (name: string, part: Partial<PeerState> = {}): PeerState => ({
  ...{ id: `seat ${name}` as PeerId, person: name as PersonId, name, since: 0 },
  ...{ mic: false, camera: false, share: false, hand: null, away: false },
  ...part,
})

const all = ['live.stop', 'live.lower', 'live.remove']
const room = (may: string[], role: Role, his: Role) =>
  ({ may, role, members: [member('Ben', { role: his })], absent: [] }) as unknown as Room

test.each<[string, string[], Role, Role, Partial<PeerState>, string[]]>([
  ['a guest nothing', [], 'guest', 'guest', { mic: true, hand: 1 }, []],
  ['an admin what there is to stop', all, 'admin', 'admin', { mic: true }, ['mute']],
  [
    'an admin also with the owner',
    all,
    'admin',
    'owner',
    { camera: true, share: true },
    ['stopCamera', 'stopShare'],
  ],
  ['whoever outranks him removes him', all, 'admin', 'guest', {}, ['remove']],
  ['a hand that is up is lowered', all, 'owner', 'owner', { hand: 5 }, ['lower']],
])('%s', (_, may, mine, his, part, orders) => {
  expect(ordersFor(room(may, mine, his), peer('ben', part))).toEqual(orders)
})

test('who raised his hand first is first, wherever he sits', () => {
  const peers = [peer('ann', { hand: 30 }), peer('ben'), peer('cleo', { hand: 7 })]
  expect([...turnsOf(peers)]).toEqual([
    ['cleo', 1],
    ['ann', 2],
  ])
})
