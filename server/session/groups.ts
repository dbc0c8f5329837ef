// What is asked about groups: by those who are in them, and by who puts them together.
import type { PersonId } from '#protocol/id.ts'
import type { Nothing, Request, Result } from '#protocol/message.ts'
import { Refusal } from '#protocol/refusal.ts'
import { someoneOf } from '../people/account.ts'
import type { Desk } from './desk.ts'
import type { Session } from './session.ts'

export function list({ circle, directory }: Desk, { person }: Session): Result<'group.list'> {
  const shown = circle.groupsOf(person)
  const count = (members: ReadonlySet<PersonId>) => [...members].filter(one => directory.find(one)).length
  return {
    groups: shown.map(({ id, name, members }) => ({
      ...{ group: id, name, count: count(members) },
      member: members.has(person.id),
    })),
  }
}

export function who(
  { circle, directory }: Desk,
  { person }: Session,
  { group }: Request<'group.who'>,
): Result<'group.who'> {
  const found = circle.groupsOf(person).find(({ id }) => id === group)
  if (!found) throw new Refusal('group.gone')
  const members = [...found.members].flatMap(id => directory.find(id) ?? [])
  return { group, name: found.name, members: members.map(someoneOf) }
}

export async function make({ groups, clock }: Desk, _: Session, { name }: Request<'group.make'>) {
  return { group: await groups.make(name, clock.now()) }
}

export async function rename({ groups }: Desk, _: Session, { group, name }: Request<'group.rename'>) {
  await groups.rename(group, name)
  return {}
}

export async function remove({ groups }: Desk, _: Session, { group }: Request<'group.remove'>) {
  await groups.remove(group)
  return {}
}

export async function add(
  { groups, directory }: Desk,
  _: Session,
  { group, person }: Request<'group.add'>,
): Promise<Nothing> {
  if (!directory.find(person)) throw new Refusal('person.unknown')
  await groups.add(group, person)
  return {}
}

export async function drop({ groups }: Desk, _: Session, { group, person }: Request<'group.drop'>) {
  await groups.drop(group, person)
  return {}
}
