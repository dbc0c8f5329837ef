// The call as a value: what each thing that happens makes of it, and what is told then.
import { expect, test } from 'vitest'
import { type Call, type Event, idle, type Peer, step } from '../../server/room/call.ts'

const peer = (name: string, part: Partial<Peer> = {}): Peer =>
  ({
    ...{ id: `peer-${name}`, person: name, name, session: `page-${name}` },
    ...{ since: 1, mic: true, camera: true, share: false, hand: null, away: false },
    ...part,
  }) as Peer
const call = (...peers: Peer[]): Call => ({ at: 'mesh', since: 1, peers })
const state = (one: Peer) => {
  const { session: _, ...shown } = one
  return shown
}

const ann = peer('ann')
const ben = peer('ben', { since: 2 })
const again = { id: 'peer-ann2', person: 'ann', name: 'ann', mic: false, camera: false }
const joins = (peer: object, now = 5) => ({ type: 'join', peer, now })

const joined = (one: Peer, since = 1) => ({ tell: { type: 'live.joined', since, peer: state(one) } })
const left = ({ id, person }: Peer, why: string) => ({ tell: { type: 'live.left', id, person, why } })
const changed = (one: Peer) => ({ tell: { type: 'live.changed', peer: state(one) } })
const out = (to: Peer, code: string) => ({ to, say: { type: 'live.out', code, text: expect.any(String) } })
const ended = (one: Peer) => ({ ended: one })
const stopped = (to: Peer, what: string) => ({ to, say: { type: 'live.stopped', what, by: 'cleo' } })

type Case = [what: string, before: Call, event: object, after: Call, effects: readonly object[]]
function holds(cases: readonly Case[]): void {
  test.each(cases)('%s', (_what, before, event, after, effects) => {
    const known = structuredClone(before)
    expect(step(before, event as Event)).toEqual({ call: after, effects })
    expect(before).toEqual(known)
  })
}

const { since: _since, hand: _hand, share: _share, away: _away, ...newBen } = ben
const fresh = peer('ben', { since: 5 })
const moved = peer('ann', { ...again, session: 'page-2', hand: 4 } as Partial<Peer>)
const sharing = peer('ann', { hand: 4, share: true, away: true })

holds([
  ['the first begins it', idle, joins(newBen), { ...call(fresh), since: 5 } as Call, [joined(fresh, 5)]],
  ['the next comes in', call(ann), joins(newBen), call(ann, fresh), [joined(fresh)]],
  [
    'who joins by another page moves there, since then and with his hand, and shares nothing yet',
    call(sharing, ben),
    joins({ ...again, session: 'page-2' }),
    call(ben, moved),
    [left(sharing, 'moved'), ended(sharing), out(sharing, 'live.moved'), joined(moved)],
  ],
  [
    'who joins again by the same page is another peer',
    call(ann),
    joins({ ...again, session: ann.session }),
    call(peer('ann', { ...again } as Partial<Peer>)),
    [left(ann, 'moved'), ended(ann), joined(peer('ann', { ...again } as Partial<Peer>))],
  ],
  [
    'one leaves',
    call(ann, ben),
    { type: 'leave', person: 'ann', why: 'left' },
    call(ben),
    [left(ann, 'left'), ended(ann)],
  ],
  [
    'the last one ends it',
    call(ann),
    { type: 'leave', person: 'ann', why: 'lost' },
    idle,
    [left(ann, 'lost'), ended(ann)],
  ],
  [
    'who is removed is told',
    call(ann, ben),
    { type: 'leave', person: 'ben', why: 'removed' },
    call(ann),
    [left(ben, 'removed'), ended(ben), out(ben, 'live.removed')],
  ],
  ['nobody leaves twice', call(ben), { type: 'leave', person: 'ann', why: 'left' }, call(ben), []],
  ['nobody leaves a call that is none', idle, { type: 'leave', person: 'ann', why: 'left' }, idle, []],
])

const sets = (wish: object, now = 5) => ({ type: 'set', person: 'ann', wish, now })
const silent = peer('ann', { mic: false })
const raised = peer('ann', { hand: 5 })
holds([
  ['one mutes himself', call(ann, ben), sets({ mic: false }), call(silent, ben), [changed(silent)]],
  [
    'what is so already is not told',
    call(ann),
    sets({ mic: true, camera: true, hand: false }),
    call(ann),
    [],
  ],
  ['a hand goes up', call(ann), sets({ hand: true }), call(raised), [changed(raised)]],
  ['up again it keeps its turn', call(raised), sets({ hand: true }, 9), call(raised), []],
  ['and down', call(raised), sets({ hand: false }), call(ann), [changed(ann)]],
  [
    'of two at the same moment one is first',
    call(ann, peer('ben', { hand: 5 })),
    sets({ hand: true }),
    call(peer('ann', { hand: 6 }), peer('ben', { hand: 5 })),
    [changed(peer('ann', { hand: 6 }))],
  ],
  ['who is not in it sets nothing', call(ben), sets({ mic: false }), call(ben), []],
])

const stops = (what: string) => ({ type: 'stop', person: 'ann', what, by: 'cleo' })
const away = peer('ann', { away: true })
holds([
  [
    'a microphone is switched off',
    call(ann),
    stops('mic'),
    call(silent),
    [changed(silent), stopped(ann, 'mic')],
  ],
  ['a page may be wrong about itself', call(silent), stops('mic'), call(silent), [stopped(silent, 'mic')]],
  ['nobody is there to be silent', call(ben), stops('mic'), call(ben), []],
  [
    'a page loses its connection',
    call(ann),
    { type: 'away', session: 'page-ann', away: true },
    call(away),
    [changed(away)],
  ],
  ['another page of his does', call(ann), { type: 'away', session: 'page-2', away: true }, call(ann), []],
  ['it is back', call(away), { type: 'away', session: 'page-ann', away: false }, call(ann), [changed(ann)]],
  [
    'somebody has another name',
    call(ann),
    { type: 'rename', person: 'ann', name: 'Anna' },
    call(peer('ann', { name: 'Anna' })),
    [changed(peer('ann', { name: 'Anna' }))],
  ],
])

const seat = (one: Peer, ...others: Peer[]) => ({
  ...{ room: 'room', since: 1, peer: state(one) },
  others: others.map(({ id, person, name, since }) => ({ id, person, name, since })),
})
const returns = (one: Peer, ...others: Peer[]) => ({
  ...{ type: 'return', session: one.session, seat: seat(one, ...others) },
})
/** As he is known while he is not back. */
const waited = (one: Peer): Peer => ({
  ...{ ...one, mic: false, camera: false, share: false, hand: null },
  ...{ away: true, session: null },
})
const late = peer('dan', { since: 9 })

holds([
  [
    'after a restart the first brings the call back, and the others are waited for',
    idle,
    returns(ben, ann),
    call(waited(ann), ben),
    [joined(waited(ann)), joined(ben)],
  ],
  [
    'the next takes his seat',
    call(waited(ann), ben),
    returns(sharing, ben),
    call({ ...sharing, away: false }, ben),
    [changed({ ...sharing, away: false })],
  ],
  ['nobody takes a seat twice', call(ann, ben), returns(ann), call(ann, ben), []],
  [
    'who was not known to the first comes back all the same',
    call(ann),
    returns(ben),
    call(ann, ben),
    [joined(ben)],
  ],
  [
    'who has joined anew sits there',
    call(peer('ann', { id: 'peer-ann2' } as Partial<Peer>)),
    returns(ann, ben),
    call(peer('ann', { id: 'peer-ann2' } as Partial<Peer>)),
    [],
  ],
  [
    'a call that somebody else has begun meanwhile is as old as what comes back to it',
    { ...call(late), since: 9 } as Call,
    returns(ben, ann),
    call(waited(ann), ben, late),
    [joined(waited(ann)), joined(ben)],
  ],
  [
    'who is not back in time is lost',
    call(waited(ann), ben, waited(late)),
    { type: 'expire' },
    call(ben),
    [left(waited(ann), 'lost'), ended(waited(ann)), left(waited(late), 'lost'), ended(waited(late))],
  ],
  [
    'and the call with the last',
    call(waited(ann)),
    { type: 'expire' },
    idle,
    [left(waited(ann), 'lost'), ended(waited(ann))],
  ],
])
