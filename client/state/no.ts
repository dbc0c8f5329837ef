// A no to somebody who wants in, and the door that it leads to.
import type { NoCode } from '../net/refused.ts'
import type { Door, Way } from './state.ts'

/** After these the same may simply be tried again, from where one stands. */
const PASSING: ReadonlySet<NoCode> = new Set<NoCode>(['too.fast', 'internal', 'message.invalid'])

export function afterNo(door: Door, way: Way, code: NoCode): Door {
  // He has gone elsewhere meanwhile.
  if (door.at === 'home') return door
  if (code === 'room.knock') return { at: 'knock', way }
  const asks = door.at === 'knock' || door.at === 'waiting'
  // It is asked again by itself when the line is back.
  if (code === 'unanswered' || code === 'unsent')
    return door.at === 'knock' ? { ...door, trouble: code } : door
  if (code === 'store.away' && (asks || door.at === 'entry'))
    return { at: asks ? 'knock' : 'entry', way, trouble: code }
  if (PASSING.has(code)) return { at: asks ? 'knock' : 'entry', way, trouble: code }
  // Somebody who was let in while he was away knocks at a room that he is in.
  if (door.at === 'waiting' && code === 'forbidden') return door
  return { at: 'over', code, way }
}
