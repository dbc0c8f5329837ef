// What the operator and the accounts themselves ask about accounts.
import type { PersonId } from '#protocol/id.ts'
import type { Result } from '#protocol/message.ts'
import { Refusal } from '#protocol/refusal.ts'
import type { Desk } from './desk.ts'
import type { Session } from './session.ts'

const AT_ONCE = 200

export async function addUser(desk: Desk, name: string): Promise<Result<'server.user-add'>> {
  const { id } = await desk.directory.add(name)
  return { person: id, path: await desk.links.make(id) }
}

export function listUsers(desk: Desk, past: PersonId | undefined): Result<'server.users'> {
  const all = desk.directory.list()
  const from = all.findIndex(({ id }) => id === past) + 1
  const users = all.slice(from, from + AT_ONCE).map(({ id, name, origin, madeAt, seenAt }) => {
    const here = desk.visitors.isHere(id)
    return { person: id, name, origin, made: madeAt, seen: seenAt, here }
  })
  return { users, more: from + AT_ONCE < all.length }
}

/** Of an account of this server: others are signed in by their own program. */
export async function linkFor(desk: Desk, person: PersonId): Promise<Result<'server.user-link'>> {
  const account = desk.directory.find(person)
  if (!account) throw new Refusal('person.unknown')
  if (account.origin === 'token') throw new Refusal('account.elsewhere')
  return { path: await desk.links.make(person) }
}

export const ownLink = (desk: Desk, session: Session) => linkFor(desk, session.person.id)

export const listKeys = (desk: Desk): Result<'server.keys'> => ({
  keys: desk.keys
    .list()
    .map(({ name, scopes, madeAt }) => ({ name, scopes: [...scopes], made: madeAt ?? null })),
})
