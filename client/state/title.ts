// What the tab is called: who waits at the door comes first.
import type { Room, State } from './state.ts'

export const UNNAMED = 'Unnamed room'

export const roomName = ({ name, direct, settings }: Pick<Room, 'name' | 'direct' | 'settings'>) =>
  direct?.name ?? name ?? (settings.topic || UNNAMED)

export function titleOf({ door, room }: State): string {
  if (!room) return 'Presence'
  const mark = room.knocks.length > 0 ? `(${room.knocks.length}) ` : ''
  return door.at === 'room' ? `${mark}${roomName(room)} · Presence` : `${mark}Presence`
}
