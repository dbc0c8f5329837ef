// What a link is and what has become of it, in words.
import type { Invite, InviteRole } from '#protocol/invite.ts'

export interface About {
  readonly title: string
  /** Short facts, in the order of their weight. */
  readonly facts: readonly string[]
  /** Nobody new comes in by it any more. */
  readonly over: boolean
}

const roles: Readonly<Record<InviteRole, string>> = { member: 'as a member', admin: 'as an admin' }

/** `when` says a time in the visitor's words. */
export function about(
  invite: Invite,
  now: number,
  me: string | undefined,
  when: (at: number) => string,
): About {
  const { left, expires, role, by } = invite
  const expired = expires !== null && expires <= now
  const facts = [
    leftOf(invite),
    role && roles[role],
    expires !== null && left !== 0 && (expired ? 'run out' : `until ${when(expires)}`),
    by && by.person !== me && `by ${by.name}`,
  ]
  return {
    title: titleOf(invite),
    facts: facts.filter(fact => typeof fact === 'string'),
    over: expired || left === 0,
  }
}

function titleOf({ note, uses, person }: Invite): string {
  if (note) return note
  if (person) return 'An invitation'
  if (uses === null) return 'For as many as come'
  return uses === 1 ? 'For one person' : `For ${uses} people`
}

function leftOf({ uses, left, person }: Invite): string | undefined {
  if (uses === null || left === null) return undefined
  if (person) return left === 0 ? 'accepted' : 'not answered yet'
  if (uses === 1) return left === 0 ? 'used' : 'not used yet'
  return left === 0 ? 'used up' : `${left} of ${uses} left`
}
