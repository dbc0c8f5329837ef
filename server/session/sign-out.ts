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
  desk.visitors.endAll(desk.visitors.of(id).filter(here), 'session.ended', session)
  if (browser) await desk.directory.signOut([browser])
}

export async function signOutEverywhere(desk: Desk, session: Session): Promise<void> {
  const { id } = session.person
  desk.ended.mark(id, desk.clock.now())
  desk.visitors.endAll(desk.visitors.of(id), 'session.ended', session)
  await desk.directory.signOutAll(id)
}

/** On disk before anything else: whatever fails after that, he does not come back. */
export async function removeAccount(desk: Desk, person: PersonId): Promise<void> {
  const account = desk.directory.find(person)
  if (!account) throw new Refusal('person.unknown')
  if (account.origin === 'owner') throw new Refusal('account.owner')
  await desk.directory.end(person)
  const removed = removeEverywhere(desk.rooms, personOf(account))
  expel(desk, person, 'account.ended')
  await removed
  for (const { id } of desk.groups.of(person)) await desk.groups.drop(id, person)
}

export async function revokeKey(desk: Desk, name: string): Promise<void> {
  await desk.keys.revoke(name)
  expel(desk, serviceId(desk.seal, name), 'signin.failed')
}

function expel(desk: Desk, person: PersonId, code: RefusalCode): void {
  desk.ended.mark(person, desk.clock.now())
  desk.visitors.endAll(desk.visitors.of(person), code)
}
