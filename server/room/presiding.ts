// Running a call: who must be silent or unseen, and who must go.
import type { PersonId } from '#protocol/id.ts'
import type { Nothing } from '#protocol/message.ts'
import { Refusal } from '#protocol/refusal.ts'
import type { CommandOf } from './command.ts'
import type { Who } from './member.ts'
import { assertOutranks } from './moderation.ts'
import type { Room } from './room.ts'

/** Nobody needs to outrank somebody whose microphone howls: he may switch it on again. */
export function stop(room: Room, who: Who, { person, what }: CommandOf<'live.stop'>): Nothing {
  assertLive(room, person)
  room.live.happens({ type: 'stop', person, what, by: who.person.id })
  return {}
}

export function muteAll(room: Room, { person: { id: by } }: Who): Nothing {
  const others = room.live.people().filter(person => person !== by)
  for (const person of others) room.live.happens({ type: 'stop', person, what: 'mic', by })
  return {}
}

export function lower(room: Room, _who: Who, { person }: CommandOf<'live.lower'>): Nothing {
  assertLive(room, person)
  room.live.happens({ type: 'set', person, wish: { hand: false }, now: room.now })
  return {}
}

export function remove(room: Room, who: Who, { person }: CommandOf<'live.remove'>): Nothing {
  assertLive(room, person)
  assertOutranks(room, who, person)
  room.live.happens({ type: 'leave', person, why: 'removed' })
  return {}
}

function assertLive({ live }: Room, person: PersonId): void {
  if (!live.has(person)) throw new Refusal('peer.gone')
}
