// What two peers tell each other to be connected: to them alone, and never too much of it.
import { expect, test } from 'vitest'
import type { PeerId } from '#protocol/id.ts'
import { SDP_BYTES } from '#protocol/limits.ts'
import { candidate, goLive, offer, signal } from '../support/call.ts'
import { HandClock } from '../support/clock.ts'
import { roomy } from '../support/limits.ts'
import { makeNoted } from '../support/noted.ts'
import type { Person } from '../support/person.ts'
import { start } from '../support/start.ts'
import { guest, two } from '../support/two.ts'

/** Ann and Ben are live, Cleo sits in the room, and Dan is live in another one. */
async function called(...config: Parameters<typeof start>) {
  const server = await start(...config)
  const at = await two(server)
  const { ann, ben, room, link } = at
  const cleo = await guest(server, 'Cleo')
  await cleo.enter(link)
  const dan = await guest(server, 'Dan')
  const { id: elsewhere } = await dan.startRoom()
  const seats = {
    ann: await goLive(ann, room),
    ben: await goLive(ben, room),
    dan: await goLive(dan, elsewhere),
  }
  return {
    server,
    ...at,
    cleo,
    dan,
    elsewhere,
    ids: { ann: seats.ann.id, ben: seats.ben.id, dan: seats.dan.id },
  }
}

const none = (...people: Person[]) => {
  for (const person of people) expect(person.all('live.signalled')).toEqual([])
}

test('[LV3] descriptions and candidates reach the other peer as they are, and nobody else', async () => {
  const { server, ann, ben, cleo, dan, room, ids } = await called()
  await using _server = server
  const said = [offer(`v=0\r\n${'a=x\r\n'.repeat(100)}`), candidate(), candidate(2), { candidate: null }]
  for (const one of said) await signal(ann, room, ids.ben, one)
  await ben.hears('live.signalled', ({ candidate }) => candidate === null)
  const around = { type: 'live.signalled', room, from: ids.ann, to: ids.ben }
  expect(ben.all('live.signalled')).toEqual(said.map(one => ({ ...around, ...one })))
  const answer = { description: { type: 'answer' as const, sdp: 'v=0\na=x\n' } }
  await signal(ben, room, ids.ann, answer)
  expect(await ann.hears('live.signalled')).toMatchObject({ from: ids.ben, ...answer })
  for (const other of [cleo, dan]) await other.settled()
  none(cleo, dan)
})

test('[LV3] from who is not in the call, to who is not, to oneself and to a seat left behind it is refused', async () => {
  const { server, ann, ben, cleo, dan, room, elsewhere, ids } = await called()
  await using _server = server
  const refused = async (from: Person, to: string, code: string, at = room) =>
    expect(signal(from, at, to as PeerId, offer())).rejects.toMatchObject({ code })
  await refused(cleo, ids.ben, 'live.outside')
  await refused(dan, ids.ben, 'room.outside')
  await refused(dan, ids.ben, 'peer.gone', elsewhere)
  await refused(ann, ids.dan, 'peer.gone')
  await refused(ann, ids.ann, 'peer.gone')
  await refused(ann, 'nobody-sits-here', 'peer.gone')
  const again = await goLive(ben, room)
  await refused(ann, ids.ben, 'peer.gone')
  await signal(ann, room, again.id, offer())
  await ann.ask({ type: 'room.kick', room, person: ben.id })
  await refused(ann, again.id, 'peer.gone')
  await refused(ben, ids.ann, 'room.outside')
  await ben.settled()
  expect(ben.all('live.signalled')).toHaveLength(1)
  none(ann, cleo, dan)
})

const fill = (bytes: number) => `v=0\r\n${'a=x\r\n'.repeat(1000)}a=`.padEnd(bytes, 'x')
test.each<[string, object, boolean]>([
  ['the largest description', offer(fill(SDP_BYTES)), true],
  ['one byte more', offer(fill(SDP_BYTES + 1)), false],
  ['one with many short lines', offer(`v=0\n${'a=\n'.repeat(16_000)}`), true],
  ['one that is too large only as bytes', offer(`v=0\r\na=${'é'.repeat(SDP_BYTES / 2)}`), false],
  ['one without a beginning', offer('a=x\r\n'), false],
  ['one with a line that is none', offer('v=0\r\nhello\r\n'), false],
  ['an empty one', offer(''), false],
  ['one of another type', { description: { type: 'rollback', sdp: 'v=0\r\na=x' } }, false],
  ['a page of another kind', { description: { type: 'offer', sdp: '<script>' } }, false],
  ['one with a number', { description: { ...offer().description, number: 7 } }, true],
  ['one with half a number', { description: { ...offer().description, number: 7.5 } }, false],
  ['one with more in it', { description: { ...offer().description, more: 1 } }, false],
  ['an end of candidates of one part', { candidate: { candidate: '', sdpMid: '0' } }, true],
  ['a candidate that is none', { candidate: { candidate: 'hello' } }, false],
  ['a candidate with a line break', { candidate: { candidate: 'candidate:1\r\na=x' } }, false],
  ['a long candidate', { candidate: { candidate: `candidate:${'1'.repeat(1015)}` } }, false],
  ['both', { ...offer(), ...candidate() }, false],
  ['neither', {}, false],
])('[LV4] %s', async (_what, said, fits) => {
  const { server, ann, ben, room, ids } = await called()
  await using _server = server
  const sent = signal(ann, room, ids.ben, said)
  if (fits) await sent
  else await expect(sent).rejects.toMatchObject({ code: 'message.invalid' })
  await ben.settled()
  expect(ben.all('live.signalled')).toHaveLength(fits ? 1 : 0)
})

test('[LV4] after each description a hundred candidates, to each of the others', async () => {
  const { server, ann, ben, cleo, room, ids } = await called({}, new HandClock())
  await using _server = server
  const { id: third } = await goLive(cleo, room)
  const all = async (to: PeerId) => {
    for (let port = 1; port <= 100; port++) await signal(ann, room, to, candidate(port))
    await expect(signal(ann, room, to, candidate())).rejects.toMatchObject({ code: 'signals.many' })
  }
  await all(ids.ben)
  await all(third)
  await signal(ann, room, ids.ben, offer())
  await all(ids.ben)
  await ben.settled()
  expect(ben.all('live.signalled')).toHaveLength(201)
})

test('[LV4] however one begins anew, the other is not flooded', async () => {
  const clock = new HandClock()
  const { server, ann, ben, cleo, room, ids } = await called(roomy, clock)
  await using _server = server
  const { id: third } = await goLive(cleo, room)
  const large = () => signal(ann, room, ids.ben, offer(fill(SDP_BYTES)))
  await large()
  await large()
  await expect(large()).rejects.toMatchObject({ code: 'too.fast', retry: true })
  await signal(ann, room, third, offer(fill(SDP_BYTES)))
  clock.advance(2000)
  await large()
  await ben.settled()
  expect(ben.all('live.signalled')).toHaveLength(3)
})

test('[LV4] a thousand candidates at once: refused, counted, and nobody else is affected', async () => {
  const { log, lines } = makeNoted()
  const { server, ann, ben, cleo, room, ids } = await called({}, undefined, { log })
  await using _server = server
  const said = { type: 'live.signal', room, to: ids.ben, ...candidate() }
  for (let count = 0; count < 1000; count++) ann.carrier.send(said)
  await ann.isClosed()
  expect(ann.all('refused').at(-1)?.code).toBe('flooding')
  const { id: third } = await goLive(cleo, room)
  await signal(cleo, room, ids.ben, offer())
  await ben.hears('live.signalled', ({ from }) => from === third)
  await cleo.say(room, 'still here')
  await ben.hears('chat.said')
  expect(ben.all('live.signalled').filter(({ from }) => from === ids.ann)).toHaveLength(100)
  for (const one of [ben, cleo]) await one.ask({ type: 'live.leave', room })
  await ann.comeAgain(server).then(again => again.ask({ type: 'live.leave', room }))
  const over = lines.find(({ msg, room: at }) => msg === 'call ended' && at === room)
  expect(over).toMatchObject({ refused: expect.any(Number) })
  expect(Number(over?.refused)).toBeGreaterThan(200)
})
