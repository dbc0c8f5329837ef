// Whatever happens in a call: who hears all that is told of it knows it as it is, and it is always whole.
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { ServerMessage } from '#protocol/message.ts'
import { apply } from '../../client/state/apply.ts'
import type { State } from '../../client/state/state.ts'
import { type Call, type Event, idle, type Peer, peersIn, stateOf, step } from '../../server/room/call.ts'
import { inRoom } from '../client/room.ts'

const numRuns = process.env.PRESENCE_LONG ? 100_000 : 2000
if (process.env.PRESENCE_LONG) vi.setConfig({ testTimeout: 600_000 })

const person = fc.constantFrom('ann', 'ben', 'cleo', 'dan')
const page = fc
  .tuple(person, fc.constantFrom(1, 2))
  .map(([name, at]) => ({ person: name, session: `${name}-${at}` }))
const maybe = fc.option(fc.boolean(), { nil: undefined })
const id = fc.constantFrom('one', 'two', 'three').map(part => part as string)
const seated = fc
  .record({ person, id, mic: fc.boolean(), camera: fc.boolean(), share: fc.boolean(), since: fc.nat(9) })
  .map(one => ({ ...one, id: `${one.person}-${one.id}`, name: one.person, hand: null, away: false }))
const others = fc.uniqueArray(seated, { selector: one => one.person })

const happening = fc.oneof(
  fc.record({ page, id, mic: fc.boolean(), camera: fc.boolean() }).map(({ page, id, ...tracks }) => ({
    type: 'join',
    peer: { ...page, ...tracks, id: `${page.person}-${id}`, name: page.person },
  })),
  fc.record({ type: fc.constant('leave'), person, why: fc.constantFrom('left', 'lost', 'removed') }),
  fc.record({
    type: fc.constant('set'),
    person,
    wish: fc.record({ mic: maybe, camera: maybe, share: maybe, hand: maybe }),
  }),
  fc.record({
    type: fc.constant('stop'),
    person,
    what: fc.constantFrom('mic', 'camera', 'share'),
    by: person,
  }),
  page.chain(({ session }) => fc.boolean().map(away => ({ type: 'away', session, away }))),
  fc.record({ type: fc.constant('rename'), person, name: fc.constantFrom('Ann', 'Ben') }),
  fc
    .record({ peer: seated, others, since: fc.nat(9), page: fc.constantFrom(1, 2) })
    .map(({ peer, others, since, page }) => ({
      type: 'return',
      session: `${peer.person}-${page}`,
      seat: { room: 'room', since, peer, others: others.filter(one => one.person !== peer.person) },
    })),
  fc.constant({ type: 'expire' }),
)

/** As somebody does who sits in the room. */
function hears(state: State, told: object): State {
  return apply(state, { ...told, room: 'room' } as unknown as ServerMessage)
}

function assertWhole(call: Call): void {
  const peers = peersIn(call)
  const isUnique = (part: (peer: Peer) => unknown) => new Set(peers.map(part)).size === peers.length
  expect(call.at === 'idle').toBe(peers.length === 0)
  expect(isUnique(({ person }) => person)).toBe(true)
  expect(isUnique(({ id }) => id)).toBe(true)
  const hands = peers.flatMap(({ hand }) => hand ?? [])
  expect(new Set(hands).size).toBe(hands.length)
}

test('[LV1] whatever happens, who hears it knows the call as it is: one seat for each, hands in an order', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 30 }), all => {
      let call: Call = idle
      let state = inRoom()
      for (const [at, event] of all.entries()) {
        // Several things at the same moment.
        const now = Math.floor(at / 15)
        const next = step(call, { ...event, now } as unknown as Event)
        call = next.call
        for (const effect of next.effects) if ('tell' in effect) state = hears(state, effect.tell)
        assertWhole(call)
        const known = [...(state.room?.live?.peers ?? [])].sort(byId)
        expect(known).toEqual(peersIn(call).map(stateOf).sort(byId))
        if (call.at !== 'idle') expect(state.room?.live?.since).toBe(call.since)
      }
    }),
    { numRuns },
  )
})

const byId = (one: { id: string }, other: { id: string }) => one.id.localeCompare(other.id)
