// What accounts ask about each other: finding people, blocking them, and groups.
import type { PersonId } from '#protocol/id.ts'
import type { Nothing, Request, RequestType, Result } from '#protocol/message.ts'
import type { Someone } from '#protocol/people.ts'
import { Refusal } from '#protocol/refusal.ts'
import type { Group } from '../people/groups.ts'
import type { Person } from '../people/person.ts'
import type { Desk } from './desk.ts'
import type { Session } from './session.ts'

type Asked<T extends RequestType> = Request & { type: T }

export async function search(
  { circle, visitors }: Desk,
  { person }: Session,
  { text }: Asked<'people.search'>,
): Promise<Result<'people.search'>> {
  const found = await circle.search(person, text)
  const isHere = (id: PersonId) => visitors.of(id).some(({ here }) => here)
  return { people: found.map(({ id, name }) => ({ person: id, name, here: isHere(id) })) }
}

export async function block(
  { blocks, directory, clock }: Desk,
  { person: { id: by } }: Session,
  { person, on }: Asked<'people.block'>,
): Promise<Nothing> {
  if (person === by || (on && !directory.find(person))) throw new Refusal('person.unknown')
  if (on) await blocks.add({ by, person }, clock.now())
  else await blocks.lift({ by, person })
  return {}
}

export function blocked({ blocks, directory }: Desk, { person }: Session): Result<'people.blocked'> {
  return { people: blocks.of(person.id).flatMap(id => someone(directory.find(id))) }
}

export function listGroups({ groups }: Desk, { person }: Session): Result<'group.list'> {
  const shown = person.trusted ? groups.all() : groups.of(person.id)
  return { groups: shown.map(({ id, name, members }) => ({ group: id, name, count: members.size })) }
}

export function whoIsIn({ groups, directory }: Desk, { person }: Session, { group }: Asked<'group.who'>) {
  const { id, name, members } = shownTo(person, groups.find(group))
  return { group: id, name, members: [...members].flatMap(one => someone(directory.find(one))) }
}

export async function makeGroup({ groups, clock }: Desk, _: Session, { name }: Asked<'group.make'>) {
  return { group: await groups.make(name, clock.now()) }
}

export async function addToGroup(
  { groups, directory }: Desk,
  _: Session,
  { group, person }: Asked<'group.add'>,
): Promise<Nothing> {
  if (!directory.find(person)) throw new Refusal('person.unknown')
  await groups.add(group, person)
  return {}
}

/** Who is in none of it learns nothing of it. */
function shownTo({ id, trusted }: Person, group: Group | undefined): Group {
  if (group && (trusted || group.members.has(id))) return group
  throw new Refusal('group.gone')
}

const someone = (account: { id: PersonId; name: string } | undefined): Someone[] =>
  account ? [{ person: account.id, name: account.name }] : []
