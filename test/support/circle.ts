// Accounts that know each other, because they belong to a named room together.
import type { PersonId, RoomId } from '#protocol/id.ts'
import { tokenFor } from './accounts.ts'
import type { Reachable } from './carrier.ts'
import { each } from './each.ts'
import { tokenIn } from './links.ts'
import { Person } from './person.ts'
import type { Running } from './start.ts'

export const account = (server: Reachable, name: string, sub?: string) =>
  Person.come(server, { token: tokenFor(name, sub) })

/** The owner of the server. */
export const ownerOf = (server: Running, name = 'Olga') =>
  Person.come(server, { name, owner: tokenIn(server.desk.links.ownerPath()) })

/** These, each with an account, in a named room of the first one's. */
export async function acquainted<const Names extends readonly string[]>(server: Reachable, ...names: Names) {
  const people = await each(names, name => account(server, name))
  await acquaint(people)
  return people
}

export async function acquaint([first, ...others]: readonly Person[]): Promise<RoomId | undefined> {
  if (!first) return
  const { id: room, link } = await first.startRoom()
  await first.ask({ type: 'room.name', room, name: 'Plans' })
  for (const one of others) await one.enter(link)
  // Answered when it is on disk that he belongs there.
  for (const one of others) await one.ask({ type: 'room.mine' })
  return room
}

/** Both in their 1:1 room. */
export async function paired(one: Person, other: Person): Promise<RoomId> {
  const { room } = await one.ask({ type: 'room.direct', person: other.id })
  for (const person of [one, other]) await person.join({ room })
  return room
}

export const foundBy = async (person: Person, text: string): Promise<string[]> =>
  (await person.ask({ type: 'people.search', text })).people.map(({ name }) => name)

export const block = (by: Person, person: PersonId, on = true) => by.ask({ type: 'people.block', person, on })
