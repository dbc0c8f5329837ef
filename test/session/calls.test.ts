// The server is restarted under a call. Media flows between the people and never stopped: what is known of it comes back.
import { expect, test } from 'vitest'
import { goLive, liveSeenBy, offer, signal } from '../support/call.ts'
import { HandClock, passes } from '../support/clock.ts'
import { roomy } from '../support/limits.ts'
import { Person } from '../support/person.ts'
import { start } from '../support/start.ts'
import { guest, home, two } from '../support/two.ts'

/** Ann and Ben are live, Cleo is in the room, and all have heard everything. */
async function called(clock = new HandClock()) {
  const server = await start({}, clock)
  const at = await two(server)
  const { ann, ben, room, link } = at
  const cleo = await guest(server, 'Cleo')
  await cleo.enter(link)
  const since = clock.now()
  const ids = { ann: (await goLive(ann, room)).id, ben: '' }
  clock.advance(1000)
  ids.ben = (await goLive(ben, room, { camera: false })).id
  const settle = async () => {
    for (const person of [ann, ben, cleo]) await person.settled()
  }
  await settle()
  return { server, clock, ...at, cleo, since, ids, settle }
}

const stateOf = async (person: Person) => (await person.hears('room.entered')).room

test('[LV14] after a restart the first brings the call back: the same peers, since then, and who is not there yet is away', async () => {
  const { server, clock, ann, ben, cleo, room, since, ids, settle } = await called()
  await ben.ask({ type: 'live.set', room, mic: false, hand: true })
  await settle()
  clock.advance(60_000)
  await using after = await server.restart()
  const benAgain = await ben.comeAgain(after)
  const first = await stateOf(benAgain)
  expect(first.seat).toBe(ids.ben)
  expect(first.live).toMatchObject({
    since,
    peers: [
      { id: ids.ann, person: ann.id, name: 'Ann', since, away: true },
      { id: ids.ben, since: since + 1000, mic: false, camera: false, away: false },
    ],
  })
  const cleoAgain = await cleo.comeAgain(after)
  expect(await stateOf(cleoAgain)).toMatchObject({ seat: null, live: first.live })
  const annAgain = await ann.comeAgain(after, 'tcp')
  expect((await stateOf(annAgain)).seat).toBe(ids.ann)
  const { peer } = await cleoAgain.hears('live.changed')
  expect(peer).toMatchObject({ id: ids.ann, since, mic: true, camera: true, away: false })
  await signal(annAgain, room, ids.ben as never, offer())
  await benAgain.hears('live.signalled', ({ from }) => from === ids.ann)
  // What came back is in their tokens again.
  await using third = await after.restart()
  expect((await stateOf(await annAgain.comeAgain(third))).live).toMatchObject({
    since,
    peers: [{}, { id: ids.ben }],
  })
})

test('[LV14] who is back in time stays', async () => {
  const { server, clock, ann, ben, cleo, room } = await called()
  await using after = await server.restart()
  const [annAgain, benAgain, cleoAgain] = [
    await ann.comeAgain(after),
    await ben.comeAgain(after),
    await cleo.comeAgain(after),
  ]
  await passes(clock, 120_000, annAgain, benAgain, cleoAgain)
  expect(Object.keys((await liveSeenBy(cleoAgain, room)) ?? {})).toEqual(['Ann', 'Ben'])
})

test('[LV14] who is not back in time is lost, and his seat with him', async () => {
  const { server, clock, ann, ben, cleo, room, ids } = await called()
  await using after = await server.restart()
  const cleoAgain = await cleo.comeAgain(after)
  expect((await stateOf(cleoAgain)).live).toBeNull()
  const benAgain = await ben.comeAgain(after)
  expect((await stateOf(benAgain)).live?.peers).toHaveLength(2)
  await passes(clock, 61_000, benAgain, cleoAgain)
  expect(await cleoAgain.hears('live.left')).toMatchObject({ id: ids.ann, person: ann.id, why: 'lost' })
  const annAgain = await ann.comeAgain(after)
  expect(await stateOf(annAgain)).toMatchObject({ seat: null, live: { peers: [{ id: ids.ben }] } })
  await goLive(annAgain, room)
  await benAgain.ask({ type: 'live.leave', room })
  expect(Object.keys((await liveSeenBy(cleoAgain, room)) ?? {})).toEqual(['Ann'])
})

test('[LV14] no old token brings back who has left the call, was removed from it, or from the room', async () => {
  const { server, ann, ben, cleo, room, settle } = await called()
  await goLive(cleo, room)
  const dan = await guest(server, 'Dan')
  await dan.enter((await ann.ask({ type: 'invite.public', room })).path)
  await goLive(dan, room)
  await settle()
  const held = [ann, ben, dan].map(person => person.holds())
  await ann.ask({ type: 'live.leave', room })
  await ann.ask({ type: 'live.remove', room, person: ben.id })
  await ann.ask({ type: 'room.kick', room, person: dan.id })
  await using after = await server.restart()
  for (const hello of held.slice(0, 2)) {
    const { seat, live } = await stateOf(await Person.come(after, hello))
    expect({ seat, live }).toEqual({ seat: null, live: null })
  }
  // He returns to the call that he never left, with those who did so in his token.
  const { live } = await stateOf(await cleo.comeAgain(after))
  expect(live?.peers).toMatchObject([{ person: cleo.id }])
})

test('[LV14] a page that has begun anew meanwhile does not bring its call back', async () => {
  const { server, ann, ben } = await called()
  const { resume, rooms = [] } = ann.holds()
  await using after = await server.restart()
  const reloaded = await Person.come(after, { resume, rooms: rooms.map(({ seat: _, ...cursor }) => cursor) })
  expect(await stateOf(reloaded)).toMatchObject({ seat: null, live: null })
  const { live } = await stateOf(await ben.comeAgain(after))
  expect(live?.peers.map(({ person, away }) => [person, away])).toEqual([
    [ann.id, true],
    [ben.id, false],
  ])
})

test('[LV14] who is banned before he is back is in the call no more', async () => {
  const { server, ann, ben, cleo, room, ids } = await called()
  await using after = await server.restart()
  const [annAgain, cleoAgain] = [await ann.comeAgain(after), await cleo.comeAgain(after)]
  await annAgain.hears('room.entered')
  await annAgain.ask({ type: 'room.ban', room, person: ben.id })
  expect(await cleoAgain.hears('live.left')).toMatchObject({ id: ids.ben, why: 'removed' })
})

test('[LV14] a token stays small, however many are in the call', async () => {
  await using server = await start(roomy)
  const { ann, link } = await home(server)
  const names = Array.from({ length: 40 }, (_, at) => `${at} ${'\u{1f984}'.repeat(30)}`)
  const people = await Promise.all(names.map(name => Person.come(server, { name })))
  const { id: room } = await ann.enter(link)
  await goLive(ann, room)
  for (const person of people) {
    await person.enter(link)
    await goLive(person, room)
  }
  for (const person of [ann, ...people]) {
    await person.settled()
    expect(person.token.length).toBeLessThan(8000)
  }
  await using after = await server.restart()
  const state = await stateOf(await ann.comeAgain(after))
  expect(state.live?.peers).toHaveLength(21)
  for (const person of people) expect((await stateOf(await person.comeAgain(after))).seat).not.toBeNull()
  const late = await guest(after, 'Late')
  expect((await late.enter(link)).live?.peers.filter(({ away }) => !away)).toHaveLength(41)
})
