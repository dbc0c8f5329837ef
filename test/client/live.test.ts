// Who is live, as the page knows it from what it hears.
import { expect, test } from 'vitest'
import type { Cursor } from '#protocol/hello.ts'
import { answer } from '../../client/state/answer.ts'
import { apply } from '../../client/state/apply.ts'
import { seated as withSeat } from '../../client/state/live.ts'
import type { Room } from '../../client/state/state.ts'
import { inRoom, roomState } from './room.ts'

const room = 'room'
const peer = (name: string, part: object = {}) => ({
  ...{ id: `peer-${name}`, person: name, name, since: 1 },
  ...{ mic: true, camera: true, share: false, hand: null, away: false },
  ...part,
})
const [ann, ben] = [peer('ann'), peer('ben')]
const calling = (...peers: object[]) => ({ live: { since: 1, peers } })
const seated = { seat: ann.id }

test.each<[string, object, object, object]>([
  [
    'the first begins the call',
    {},
    { type: 'live.joined', since: 5, peer: ben },
    { live: { since: 5, peers: [ben] }, seat: null },
  ],
  ['the next comes', calling(ann), { type: 'live.joined', since: 1, peer: ben }, calling(ann, ben)],
  [
    'nobody is there twice',
    calling(ann, ben),
    { type: 'live.joined', since: 1, peer: ben },
    calling(ann, ben),
  ],
  ['one leaves', calling(ann, ben), { type: 'live.left', id: ben.id }, calling(ann)],
  ['the last one ends it', calling(ben), { type: 'live.left', id: ben.id }, { live: null }],
  [
    'this page has no seat any more',
    { ...calling(ann, ben), ...seated },
    { type: 'live.left', id: ann.id },
    { ...calling(ben), seat: null },
  ],
  [
    'another one keeps his',
    { ...calling(ann, ben), ...seated },
    { type: 'live.left', id: ben.id },
    { ...calling(ann), ...seated },
  ],
  [
    'one is muted',
    calling(ann, ben),
    { type: 'live.changed', peer: { ...ann, mic: false } },
    calling({ ...ann, mic: false }, ben),
  ],
  ['of a call that is over nothing changes', {}, { type: 'live.changed', peer: ann }, { live: null }],
  [
    'this page is told why',
    calling(ben),
    { type: 'live.out', code: 'live.moved' },
    { unseated: 'live.moved' },
  ],
])('%s', (_what, before, heard, expected) => {
  const { room: after } = apply(inRoom(before as Partial<Room>), { room, ...heard } as never)
  expect(after).toMatchObject(expected)
})

test('it is taken whole on entering, also in place of what was known before', () => {
  const state = inRoom({ ...calling(ann, ben), ...seated } as never)
  const told = { ...calling(peer('ann', { away: true })), seat: ann.id }
  expect(apply(state, { type: 'room.entered', room: roomState(told) }).room).toMatchObject(told)
  const nobody = { live: null, seat: null }
  expect(apply(state, { type: 'room.entered', room: roomState(nobody) }).room).toMatchObject(nobody)
})

test('of who is not back after a restart is kept what this page knows, and taken what the server says when he is', () => {
  const showing = peer('ben', { share: true, hand: 7 })
  const bare = peer('ben', { mic: false, camera: false, away: true })
  const back = apply(inRoom(calling(ann, showing) as never), {
    type: 'room.entered',
    room: roomState(calling(ann, bare)),
  })
  expect(back.room?.live?.peers).toEqual([ann, { ...showing, away: true }])
  const joined = apply(back, { type: 'live.joined', room, since: 1, peer: bare } as never)
  expect(joined.room?.live?.peers).toEqual([ann, { ...showing, away: true }])
  const there = apply(joined, { type: 'live.changed', room, peer: peer('ben', { mic: false }) } as never)
  expect(there.room?.live?.peers).toEqual([ann, peer('ben', { mic: false })])
})

test('joining gives the page its seat, leaving takes it', () => {
  const before = inRoom({ ...calling(ann), unseated: 'live.moved' } as never)
  const inside = answer(before, { type: 'live.join', room } as never, { id: ann.id })
  expect(inside.room).toMatchObject({ seat: ann.id, unseated: undefined })
  expect(answer(inside, { type: 'live.leave', room } as never, {}).room).toMatchObject({ seat: null })
})

test('a page that comes back names its seat, and one that was reloaded none', () => {
  const cursor = { room, epoch: 'epoch1', seq: 5 } as Cursor
  const { room: inside } = inRoom({ ...calling(ann), ...seated } as never)
  expect(withSeat(cursor, inside)).toEqual([{ ...cursor, seat: ann.id }])
  expect(withSeat(cursor, inRoom(calling(ann) as never).room)).toEqual([cursor])
  expect(withSeat(cursor, undefined)).toEqual([cursor])
  expect(withSeat({ ...cursor, room: 'another' as never }, inside)).toEqual([{ ...cursor, room: 'another' }])
  expect(withSeat(undefined, inside)).toBeUndefined()
})
