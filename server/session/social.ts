// What accounts ask about each other: finding people, and blocking them.
import type { Nothing, Request, Result } from '#protocol/message.ts'
import { Refusal } from '#protocol/refusal.ts'
import { someoneOf } from '../people/account.ts'
import type { Desk } from './desk.ts'
import type { Session } from './session.ts'

export async function search(
  { circle, visitors }: Desk,
  { person }: Session,
  { text }: Request<'people.search'>,
): Promise<Result<'people.search'>> {
  const found = await circle.search(person, text)
  return {
    people: found.map(one => ({ ...someoneOf(one), about: one.about, here: visitors.isHere(one.id) })),
  }
}

export async function block(
  { blocks, directory, clock }: Desk,
  { person: { id: by } }: Session,
  { person, on }: Request<'people.block'>,
): Promise<Nothing> {
  if (person === by || (on && !directory.find(person))) throw new Refusal('person.unknown')
  if (on) await blocks.add({ by, person }, clock.now())
  else await blocks.lift({ by, person })
  return {}
}

export function blocked({ blocks, directory }: Desk, { person }: Session): Result<'people.blocked'> {
  return {
    people: blocks
      .of(person.id)
      .flatMap(id => directory.find(id) ?? [])
      .map(someoneOf),
  }
}
