// Where most tests begin: Ann in a room of hers, and Ben, who came in by its link.
import type { RoomId } from '#protocol/id.ts'
import type { Reachable, Transport } from './carrier.ts'
import { each } from './each.ts'
import { Person } from './person.ts'

const browserOf = (name: string) => `the-key-of-${name}s-browser-0`

/** Somebody whom the server knows again by his browser. */
export const guest = (server: Reachable, name: string, transport?: Transport) =>
  Person.come(server, { name, browser: browserOf(name), transport })

export const guests = <const Names extends readonly string[]>(server: Reachable, ...names: Names) =>
  each(names, name => guest(server, name))

export async function home(server: Reachable, topic?: string) {
  const ann = await guest(server, 'Ann')
  const { id: room, link, host } = await ann.startRoom(topic)
  return { ann, room, link, host }
}

/** In one that stays. */
export async function kept(server: Reachable) {
  const at = await home(server)
  await nameIt(at.ann, at.room)
  return at
}

export async function two(server: Reachable, transport?: Transport) {
  const at = await home(server)
  const ben = await guest(server, 'Ben', transport)
  await ben.enter(at.link)
  return { ...at, ben }
}

/** The two in a room that stays. */
export async function plans(server: Reachable, transport?: Transport) {
  const at = await two(server, transport)
  await nameIt(at.ann, at.room)
  await at.ben.hears('room.named')
  return at
}

export const nameIt = (owner: Person, room: RoomId, name = 'Plans') =>
  owner.ask({ type: 'room.name', room, name })
