// Who may not come in any more, with the name under which he was turned out, so that he can be let back in.
import { z } from 'zod'
import { type PersonId, personId } from '#protocol/id.ts'
import { Refusal } from '#protocol/refusal.ts'
import { type Banned, banned } from '#protocol/room.ts'

const MOST = 500
const SEALED = 200
/** A page says its seals in one message with its hello, which is why they are small. */
const SEALED_NAMES = 30

/** Of bans from before names were kept, and of the oldest in a seal, only the person is known. */
export const banRecord = z.union([banned, personId.transform((person): Banned => ({ person }))])

export class Bans {
  readonly #bans = new Map<PersonId, Banned>()
  /** Those that came with the record, as against those made since. */
  readonly #old = new Set<PersonId>()

  has(person: PersonId): boolean {
    return this.#bans.has(person)
  }

  /** Oldest first. */
  list(): Banned[] {
    return [...this.#bans.values()]
  }

  take(bans: readonly Banned[]): void {
    for (const ban of bans) {
      const known = this.#bans.get(ban.person)
      this.#bans.set(ban.person, { ...ban, ...known })
      if (!known) this.#old.add(ban.person)
    }
  }

  forgetOld(): void {
    for (const person of this.#old) this.#bans.delete(person)
    this.#old.clear()
  }

  add(ban: Banned): void {
    if (this.#bans.size >= MOST && !this.has(ban.person)) throw new Refusal('bans.many')
    this.#bans.set(ban.person, ban)
    this.#old.delete(ban.person)
  }

  lift(person: PersonId): boolean {
    this.#old.delete(person)
    return this.#bans.delete(person)
  }
}

/** The newest, as many as a seal has place for. */
export function sealedBans(bans: readonly Banned[]): (Banned | PersonId)[] {
  const newest = bans.slice(-SEALED)
  return newest.map((ban, at) => (at < newest.length - SEALED_NAMES ? ban.person : ban))
}
