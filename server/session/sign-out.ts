// Coming back no more: signed out here or everywhere, removed, or with a key that was revoked.
import type { PersonId } from '#protocol/id.ts'
import { Refusal, type RefusalCode } from '#protocol/refusal.ts'
import { personOf } from '../people/account.ts'
import { serviceId } from '../people/service.ts'
import { removeEverywhere } from '../room/everywhere.ts'
import type { Desk } from './desk.ts'
import type { Session } from './session.ts'

/** An account is signed out of this browser with all its pages there; everybody else is one page. */
export async function signOut(desk: Desk, session: Session): Promise<void> {
  const { id, kind, proof } = session.person
  const browser = kind === 'account' ? proof : undefined
  const here = (other: Session) =>
    other === session || (browser !== undefined && other.person.proof === browser)
  if (browser) await desk.directory.signOut([browser])
  desk.visitors.endAll(desk.visitors.of(id).filter(here), 'session.ended', session)
}

export async function signOutEverywhere(desk: Desk, session: Session): Promise<void> {
  const { id } = session.person
  await desk.directory.signOutAll(id)
  expel(desk, id, 'session.ended', session)
}

/** On disk before anything else: whatever fails after that, he is out and does not come back. */
export async function removeAccount(desk: Desk, person: PersonId): Promise<void> {
  const account = desk.directory.find(person)
  if (!account) throw new Refusal('person.unknown')
  if (account.origin === 'owner') throw new Refusal('account.owner')
  await desk.directory.end(person)
  const groups = desk.groups.of(person).map(({ id }) => desk.groups.drop(id, person))
  const removed = [removeEverywhere(desk.rooms, personOf(account)), ...groups]
  expel(desk, person, 'account.ended')
  for (const { reason } of (await Promise.allSettled(removed)).filter(isFailure))
    desk.log.warn({ err: reason, person }, 'something still belongs to an account that was removed')
}

const isFailure = (result: PromiseSettledResult<void>) => result.status === 'rejected'

export async function revokeKey(desk: Desk, name: string): Promise<void> {
  await desk.keys.revoke(name)
  expel(desk, serviceId(desk.seal, name), 'signin.failed')
}

function expel(desk: Desk, person: PersonId, code: RefusalCode, asking?: Session): void {
  desk.ended.mark(person, desk.clock.now())
  desk.visitors.endAll(desk.visitors.of(person), code, asking)
}
