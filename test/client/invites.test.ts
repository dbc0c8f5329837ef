// Links and invitations as the page tells of them.
import { expect, test } from 'vitest'
import type { Invite } from '#protocol/invite.ts'
import type { ServerMessage } from '#protocol/message.ts'
import { texts } from '../../client/language/en.ts'
import { answer } from '../../client/state/answer.ts'
import { apply } from '../../client/state/apply.ts'
import { about } from '../../client/state/invites.ts'
import { mayInvite, type State } from '../../client/state/state.ts'
import { inRoom } from './room.ts'

const plain = {
  ...{ id: 'invite1', uses: null, left: null, expires: null, role: null, person: null, note: '' },
  ...{ by: { person: 'ann', name: 'Ann' }, at: 1, count: 0, came: [] },
} as unknown as Invite
const ask = (part: object, me = 'ann') =>
  about({ ...plain, ...part }, { now: 100, me, when: at => `the ${at}th`, t: texts.links.made })

test.each<[object, string, string[], boolean]>([
  [{}, 'For as many as come', [], false],
  [{ note: 'For Ben', uses: 1, left: 1 }, 'For Ben', ['not used yet'], false],
  [{ uses: 1, left: 0, expires: 200 }, 'For one person', ['used'], true],
  [{ uses: 5, left: 2, expires: 200 }, 'For 5 people', ['2 of 5 left', 'until the 200th'], false],
  [{ uses: 5, left: 0 }, 'For 5 people', ['used up'], true],
  [{ expires: 100, role: 'admin' }, 'For as many as come', ['as an admin', 'run out'], true],
  [
    { person: 'ben', uses: 1, left: 1, role: 'member' },
    'An invitation',
    ['not answered yet', 'as a member'],
    false,
  ],
  [{ person: 'ben', uses: 1, left: 0 }, 'An invitation', ['accepted'], true],
])('a link with %j', (part, title, facts, over) => {
  expect(ask(part)).toEqual({ title, facts, over })
})

test('who made a link is said of others only', () => {
  expect(ask({}, 'ben').facts).toEqual(['by Ann'])
  expect(ask({ by: null }).facts).toEqual([])
})

test('guests may make links where the room says so', () => {
  const guest = (guestsInvite: boolean) => {
    const { room } = inRoom({ may: ['invite.make'] })
    return room && mayInvite({ ...room, settings: { ...room.settings, guestsInvite } })
  }
  expect([guest(false), guest(true)]).toEqual([false, true])
  const { room } = inRoom({ may: ['invite.make', 'invite.make closed'] })
  expect(room && mayInvite(room)).toBe(true)
})

const invitation = (id: string) => ({ room: 'garden', id, name: 'Garden', by: 'Ben', at: 1 })
const heard = (state: State, message: object) => apply(state, message as ServerMessage)

test('an invitation is there, and calls, until it is gone', () => {
  const one = heard(inRoom(), { type: 'invite.came', ...invitation('one') })
  const two = heard(one, { type: 'invite.came', ...invitation('two') })
  expect(two).toMatchObject({ invitations: [invitation('two'), invitation('one')], asked: invitation('two') })
  const without = heard(two, { type: 'invite.gone', room: 'garden', id: 'two' })
  expect(without.invitations).toEqual([invitation('one')])
  expect(without.asked).toBeUndefined()
  expect(heard(two, { type: 'invite.gone', room: 'garden', id: 'one' }).asked).toEqual(invitation('two'))
})

test('what stands at home does not call', () => {
  const result = { rooms: [], invites: [invitation('one')] }
  const state = answer(inRoom(), { type: 'room.mine' }, result)
  expect(state.invitations).toEqual([invitation('one')])
  expect(state.asked).toBeUndefined()
})

test('the links of a room are those that were told last', () => {
  const state = answer(inRoom(), { type: 'invite.list', room: 'room' } as never, { invites: [plain] })
  expect(state.room?.invites).toEqual([plain])
})
