// Being in the call of a room: joining and leaving it, and what of somebody the others see and hear.
import { nanoid } from 'nanoid'
import type { PeerId } from '#protocol/id.ts'
import type { Nothing, Result } from '#protocol/message.ts'
import { Refusal } from '#protocol/refusal.ts'
import type { CommandOf } from './command.ts'
import { memberOf, type Who } from './member.ts'
import { may } from './permission.ts'
import type { Room } from './room.ts'

/** Muting oneself, raising a hand, and the like. */
export const GESTURES = { perSecond: 5, burst: 30 }

export function join(room: Room, who: Who, command: CommandOf<'live.join'>): Result<'live.join'> {
  const { id: person, name } = who.person
  const { id: session } = memberOf(who)
  // Another page of his may be in the room, but what is told there does not reach this one.
  if (!room.roster.page(person, session)) throw new Refusal('room.outside')
  assertOpen(room, who)
  const id = nanoid(12) as PeerId
  const { mic, camera, relayOnly = false } = command
  room.live.happens({ type: 'join', peer: { id, person, name, session, mic, camera }, now: room.now })
  const peers = room.live.state?.peers.filter(peer => peer.id !== id) ?? []
  return { id, peers, ice: servers(room, who), relayOnly: relayOnly || room.settings.hideAddresses }
}

export function leave(room: Room, who: Who): Nothing {
  room.live.happens({ type: 'leave', person: room.live.own(who).person, why: 'left' })
  return {}
}

export function servers({ live, house, now }: Room, who: Who): Result<'live.servers'> {
  return house.calls.relays.serversFor(live.own(who).person, now)
}

export function set(room: Room, who: Who, { mic, camera, share, hand }: CommandOf<'live.set'>): Nothing {
  const { person } = room.live.own(who)
  assertPace(room, who)
  room.live.happens({ type: 'set', person, wish: { mic, camera, share, hand }, now: room.now })
  return {}
}

/** Seen for a moment, and kept by nobody. */
export function react(room: Room, who: Who, { emoji }: CommandOf<'live.react'>): Nothing {
  const { person } = room.live.own(who)
  assertPace(room, who)
  room.tell({ type: 'live.reacted', room: room.id, by: person, emoji })
  return {}
}

/** Who is in the call may change his page. */
function assertOpen(room: Room, who: Who): void {
  const closed = room.settings.liveLocked && !room.live.has(who.person.id)
  if (closed && !may(room.standingOf(who), who.person.scopes, 'live.join locked'))
    throw new Refusal('live.locked')
}

/** All that are in the room hear of it. */
function assertPace(room: Room, { person }: Who): void {
  if (!room.house.calls.gestures.take(`${room.id} ${person.id}`)) throw new Refusal('too.fast')
}
