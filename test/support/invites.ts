// Making, listing and using invites.
import type { RoomId } from '#protocol/id.ts'
import type { Request } from '#protocol/message.ts'
import type { Person } from './person.ts'

type Wish = Omit<Extract<Request, { type: 'invite.make' }>, 'type' | 'ref' | 'room'>

export const make = (by: Person, room: RoomId, wish: Wish) => by.ask({ type: 'invite.make', room, ...wish })

export const list = async (by: Person, room: RoomId) => (await by.ask({ type: 'invite.list', room })).invites

/** How somebody fares who goes by this link. */
export const outcome = (person: Person, path: string): Promise<string> =>
  person.enter(path).then(
    () => 'in',
    error => error.code,
  )
