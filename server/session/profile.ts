// What an account says and shows of itself.

import type { Profile } from '#protocol/hello.ts'
import type { Nothing, Request } from '#protocol/message.ts'
import { Refusal } from '#protocol/refusal.ts'
import { personOf } from '../people/account.ts'
import { redrawn } from '../people/picture.ts'
import { changeEverywhere } from '../room/everywhere.ts'
import type { Account } from '../store/accounts.ts'
import type { Desk } from './desk.ts'
import type { Session } from './session.ts'

/** On disk first; then everybody who sees him hears of it, and his own pages. */
export async function setProfile(
  { directory, visitors, rooms }: Desk,
  { person: { id } }: Session,
  { name, about, avatar }: Request<'me.set'>,
): Promise<Nothing> {
  if (name !== undefined && directory.find(id)?.origin === 'token') throw new Refusal('account.elsewhere')
  const picture =
    avatar === undefined || avatar === null ? avatar : await redrawn(Buffer.from(avatar, 'base64'))
  const account = await directory.change(id, { name, about, picture })
  const person = personOf(account)
  visitors.rename(person)
  visitors.tell(id, { type: 'me.changed', name: account.name, profile: profileOf(account) })
  await changeEverywhere(rooms, person)
  return {}
}

export const profileOf = ({ about, avatar, origin }: Account): Profile => ({
  about,
  ...(avatar ? { avatar } : {}),
  local: origin !== 'token',
})
