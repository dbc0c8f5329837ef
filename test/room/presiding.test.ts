// Running a call: who is silent, unseen or out, at the word of those who run the room.
import { expect, test } from 'vitest'
import { goLive, liveSeenBy } from '../support/call.ts'
import type { Person } from '../support/person.ts'
import { start } from '../support/start.ts'
import { guest, two } from '../support/two.ts'

async function called() {
  const server = await start()
  const at = await two(server)
  const { room, ann, ben } = at
  const cleo = await guest(server, 'Cleo')
  await cleo.enter(at.link)
  const ids = { ann: (await goLive(ann, room)).id, ben: (await goLive(ben, room)).id }
  const stop = (by: Person, { id: person }: Person, what: 'mic' | 'camera' | 'share') =>
    by.ask({ type: 'live.stop', room, person, what })
  return { server, ...at, cleo, ids, stop }
}

test('[LV9] what is switched off is so for all at once, and his page is told; he may switch it on again', async () => {
  const { server, ann, ben, cleo, room, stop } = await called()
  await using _server = server
  await ben.ask({ type: 'live.set', room, share: true })
  for (const what of ['mic', 'camera', 'share'] as const) {
    await stop(ann, ben, what)
    await cleo.hears('live.changed', ({ peer }) => peer.person === ben.id && !peer[what])
    expect(await ben.hears('live.stopped', said => said.what === what)).toMatchObject({ room, by: ann.id })
  }
  expect(await liveSeenBy(cleo, room)).toMatchObject({ Ben: { mic: false, camera: false, share: false } })
  for (const other of [ann, cleo]) expect(other.all('live.stopped')).toEqual([])
  await ben.ask({ type: 'live.set', room, mic: true })
  await cleo.hears('live.changed', ({ peer }) => peer.mic && !peer.camera && !peer.share)
  await expect(stop(ann, cleo, 'mic')).rejects.toMatchObject({ code: 'peer.gone' })
})

test('[LV9] an admin may silence an owner, and nobody else may silence anyone', async () => {
  const { server, ann, ben, cleo, room, stop } = await called()
  await using _server = server
  await expect(stop(ben, ann, 'mic')).rejects.toMatchObject({ code: 'forbidden' })
  await ann.ask({ type: 'room.role', room, person: cleo.id, role: 'admin' })
  await stop(cleo, ann, 'mic')
  await ann.hears('live.stopped')
})

test('[LV9] all microphones but one’s own are off, also of a page that is away, which finds itself so', async () => {
  const { server, ann, ben, cleo, room, ids } = await called()
  await using _server = server
  await goLive(cleo, room)
  ben.carrier.drop()
  await cleo.hears('live.changed', ({ peer }) => peer.away)
  await ann.ask({ type: 'live.mute-all', room })
  await cleo.hears('live.stopped', ({ what }) => what === 'mic')
  const seen = await liveSeenBy(cleo, room)
  expect(seen).toMatchObject({ Ann: { mic: true }, Ben: { mic: false }, Cleo: { mic: false } })
  const back = await ben.comeAgain(server)
  const { room: state } = await back.hears('room.entered')
  expect(state.live?.peers.find(({ id }) => id === state.seat)).toMatchObject({ id: ids.ben, mic: false })
})

test('[LV9] a hand is lowered', async () => {
  const { server, ann, ben, cleo, room } = await called()
  await using _server = server
  await ben.ask({ type: 'live.set', room, hand: true })
  await ann.ask({ type: 'live.lower', room, person: ben.id })
  await cleo.hears('live.changed', ({ peer }) => peer.hand !== null)
  expect((await liveSeenBy(cleo, room))?.Ben?.hand).toBeNull()
})

test('[LV10] who is removed from the call is told, stays in the room, and may join again', async () => {
  const { server, ann, ben, cleo, room, ids } = await called()
  await using _server = server
  const remove = (by: Person, { id: person }: Person) => by.ask({ type: 'live.remove', room, person })
  await remove(ann, ben)
  expect(await ben.hears('live.out')).toMatchObject({ room, code: 'live.removed' })
  expect(await cleo.hears('live.left')).toMatchObject({ id: ids.ben, why: 'removed' })
  await ben.say(room, 'still here')
  await goLive(ben, room)
  for (const person of [ben, cleo])
    await ann.ask({ type: 'room.role', room, person: person.id, role: 'admin' })
  for (const person of [ann, ben])
    await expect(remove(cleo, person)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(remove(ann, cleo)).rejects.toMatchObject({ code: 'peer.gone' })
})

test('[LV11] while the call is locked only who runs the room joins it; who is in stays and may move', async () => {
  const { server, ann, ben, cleo, room } = await called()
  await using _server = server
  await ann.ask({ type: 'room.set', room, liveLocked: true })
  expect((await cleo.hears('room.changed')).settings.liveLocked).toBe(true)
  await expect(goLive(cleo, room)).rejects.toMatchObject({ code: 'live.locked' })
  const phone = await guest(server, 'Ben')
  await phone.join({ room })
  await goLive(phone, room)
  await ben.hears('live.out')
  await ann.ask({ type: 'live.leave', room })
  await goLive(ann, room)
  await phone.ask({ type: 'live.leave', room })
  await expect(goLive(phone, room)).rejects.toMatchObject({ code: 'live.locked' })
  await ann.ask({ type: 'room.role', room, person: cleo.id, role: 'admin' })
  await goLive(cleo, room)
  await ann.ask({ type: 'room.set', room, liveLocked: false })
  await goLive(ben, room)
})
