// What two peers of a call tell each other to be connected: passed on unread.
import type { Nothing } from '#protocol/message.ts'
import { Refusal } from '#protocol/refusal.ts'
import type { CommandOf } from './command.ts'
import type { Who } from './member.ts'
import type { Room } from './room.ts'

export function signal(room: Room, who: Who, command: CommandOf<'live.signal'>): Nothing {
  try {
    relay(room, who, command)
  } catch (error) {
    room.live.signals.refuse()
    throw error
  }
  return {}
}

function relay({ live }: Room, who: Who, { to: id, description, candidate }: CommandOf<'live.signal'>): void {
  const from = live.own(who)
  const to = live.peer(id)
  if (to === from) throw new Refusal('peer.gone')
  // He would not get it: better that it is sent again when he is back.
  if (to.away) throw new Refusal('peer.away')
  live.signals.take(from.id, to.id, { description, candidate })
  live.say(to, { type: 'live.signalled', from: from.id, to: to.id, description, candidate })
}
