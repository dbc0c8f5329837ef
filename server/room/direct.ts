// 1:1 rooms: the one room of two accounts. It is kept from the beginning, and nobody else ever comes in.
import { nanoid } from 'nanoid'
import type { Epoch, PersonId, RoomId } from '#protocol/id.ts'
import type { Someone } from '#protocol/people.ts'
import { Refusal } from '#protocol/refusal.ts'
import type { Seal } from '../base/seal.ts'
import { someoneOf } from '../people/account.ts'
import { type StoredMember, UNREAD } from '../store/store.ts'
import { failAsRefusal } from '../store/trouble.ts'
import type { CommandType } from './command.ts'
import type { House } from './house.ts'
import type { Who } from './member.ts'
import { emptyRecord, roomIdFrom } from './record.ts'
import type { Room } from './room.ts'

export type Pair = readonly [PersonId, PersonId]

/** What remains to somebody when one of the two has blocked the other: reading, taking back, and going. */
const quiet: ReadonlySet<CommandType> = new Set<CommandType>([
  ...(['room.join', 'room.leave', 'room.who', 'room.about', 'chat.delete', 'file.withdraw'] as const),
  ...(['live.leave', 'live.set'] as const),
  ...(['chat.read', 'chat.page', 'chat.search', 'chat.get', 'chat.history'] as const),
])

/** Both of them come to the same id, and nobody else can work it out. */
export const directId = (seal: Seal, one: PersonId, other: PersonId): RoomId =>
  roomIdFrom(seal.digest('direct room', [one, other].sort().join(' ')))

/** Finds the room of these two, or makes it. */
export async function direct(house: House, { person }: Who, other: PersonId): Promise<{ room: RoomId }> {
  const { memory, people, clock } = house
  if (!memory) throw new Refusal('store.none')
  const them = people.find(other)
  if (!them || !(await people.knows(person, other).catch(failAsRefusal))) throw new Refusal('person.unknown')
  if (people.blocks(other, person.id)) throw new Refusal('person.blocked')
  const id = directId(house.seal, person.id, other)
  const now = clock.now()
  const record = { ...emptyRecord(id, now), link: null, links: 0, direct: [person.id, other] }
  const stored = { id, name: null, epoch: nanoid(10) as Epoch, record, link: null }
  await memory.store.pair(stored, [asMember(person, now), asMember(them, now)]).catch(failAsRefusal)
  return { room: id }
}

const asMember = ({ id, name }: { id: PersonId; name: string }, since: number): StoredMember => ({
  ...{ person: id, name, since },
  read: UNREAD,
})

/** The other one, for one of the two. */
export const partnerIn = (pair: Pair, me: PersonId): PersonId => (pair[0] === me ? pair[1] : pair[0])

/** The other one, as he is called today. */
export function partner({ people }: House, pair: Pair | null, me: PersonId): Someone | null {
  if (!pair) return null
  const person = partnerIn(pair, me)
  const account = people.find(person)
  return account ? someoneOf(account) : { person, name: 'Somebody' }
}

/** For everybody else it does not exist. */
export function assertPartner({ direct }: Room, { person }: Who): void {
  if (direct && !direct.includes(person.id)) throw new Refusal('room.gone')
}

/** Nobody writes to who has blocked him, nor to whom he has blocked himself. */
export function assertWelcome({ direct, house: { people } }: Room, { person }: Who, type: CommandType): void {
  // Reports of his coming and going are not his to send.
  if (!direct || quiet.has(type) || type.startsWith('member.')) return
  const other = partnerIn(direct, person.id)
  if (people.blocks(other, person.id)) throw new Refusal('person.blocked')
  if (people.blocks(person.id, other)) throw new Refusal('person.blocking')
  if (!people.find(other)) throw new Refusal('person.unknown')
}

/** Something was said: pages of the two that are elsewhere hear that much. */
export function tellNews({ id, direct, house }: Room, by: PersonId): void {
  for (const person of direct ?? []) {
    const other = partner(house, direct, person)
    if (other) house.tellPerson(person, { type: 'room.news', room: id, direct: other, by }, id)
  }
}
