// What accounts ask about each other: finding people, blocking them, and groups.
import type { PersonId } from '#protocol/id.ts'
import type { Nothing, Request, RequestType, Result } from '#protocol/message.ts'
import type { Someone } from '#protocol/people.ts'
import { Refusal } from '#protocol/refusal.ts'
import { someoneOf } from '../people/account.ts'
import type { Account } from '../store/accounts.ts'
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
  return { people: found.map(account => ({ ...someoneOf(account), here: isHere(account.id) })) }
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

export function listGroups({ circle, directory }: Desk, { person }: Session): Result<'group.list'> {
  const shown = circle.groupsOf(person)
  const count = (members: ReadonlySet<PersonId>) => [...members].filter(one => directory.find(one)).length
  return {
    groups: shown.map(({ id, name, members }) => ({
      ...{ group: id, name, count: count(members) },
      member: members.has(person.id),
    })),
  }
}

export function whoIsIn({ circle, directory }: Desk, { person }: Session, { group }: Asked<'group.who'>) {
  const found = circle.groupsOf(person).find(({ id }) => id === group)
  if (!found) throw new Refusal('group.gone')
  const { id, name, members } = found
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

const someone = (account: Account | undefined): Someone[] => (account ? [someoneOf(account)] : [])
