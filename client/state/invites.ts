// What a link is and what has become of it, in words.
import type { Invite } from '#protocol/invite.ts'
import type { Texts } from '../language/texts.ts'

export interface About {
  readonly title: string
  /** Short facts, in the order of their weight. */
  readonly facts: readonly string[]
  /** Nobody new comes in by it any more. */
  readonly over: boolean
}

type Words = Texts['links']['made']

interface Visitor {
  readonly now: number
  readonly me: string | undefined
  /** Says a time in his words. */
  readonly when: (at: number) => string
  readonly t: Words
}

export function about(invite: Invite, { now, me, when, t }: Visitor): About {
  const { left, expires, role, by } = invite
  const expired = expires !== null && expires <= now
  const facts = [
    leftOf(invite, t),
    role && t.roles[role],
    expires !== null && left !== 0 && (expired ? t.runOut : t.until(when(expires))),
    by && by.person !== me && t.by(by.name),
  ]
  return {
    title: titleOf(invite, t),
    facts: facts.filter(fact => typeof fact === 'string'),
    over: expired || left === 0,
  }
}

function titleOf({ note, uses, person }: Invite, t: Words): string {
  if (note) return note
  if (person) return t.invitation
  return uses === null ? t.forAnybody : t.forPeople(uses)
}

function leftOf({ uses, left, person }: Invite, t: Words): string | undefined {
  if (uses === null || left === null) return undefined
  if (person) return left === 0 ? t.accepted : t.unanswered
  if (uses === 1) return left === 0 ? t.used : t.unused
  return left === 0 ? t.usedUp : t.left(left, uses)
}
