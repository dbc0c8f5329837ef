// What the tab is called: first how many wait at the door, or were not seen.
import type { Room, State } from './state.ts'

const MOST = 99

type Called = Pick<Room, 'name' | 'direct' | 'settings'>

export const roomName = ({ name, direct, settings }: Called, unnamed: string) =>
  direct?.name ?? name ?? (settings.topic || unnamed)

/** `unseen` is how much was said while nobody looked. */
export function titleOf(
  { door, room }: Pick<State, 'door' | 'room'>,
  unseen: number,
  unnamed: string,
): string {
  const count = unseen + (room?.knocks.length ?? 0)
  const mark = count > 0 ? `(${count > MOST ? `${MOST}+` : count}) ` : ''
  return room && door.at === 'room' ? `${mark}${roomName(room, unnamed)} · Presence` : `${mark}Presence`
}
