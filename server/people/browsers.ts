// In which browsers whose account is signed in.
import type { PersonId } from '#protocol/id.ts'
import type { SignedIn } from '../store/accounts.ts'

/** Of one account; the oldest gives way to a new one. */
const MOST = 50

export class Browsers {
  readonly #accounts = new Map<string, PersonId>()
  readonly #browsers = new Map<PersonId, Set<string>>()

  accountOf(browser: string): PersonId | undefined {
    return this.#accounts.get(browser)
  }

  of(account: PersonId): string[] {
    return [...(this.#browsers.get(account) ?? [])]
  }

  /** Gives back those that are too many now. */
  add({ browser, account }: SignedIn): string[] {
    this.remove(browser)
    this.#accounts.set(browser, account)
    const theirs = (this.#browsers.get(account) ?? new Set()).add(browser)
    this.#browsers.set(account, theirs)
    return [...theirs].slice(0, -MOST)
  }

  remove(browser: string): void {
    const account = this.#accounts.get(browser)
    if (!account) return
    this.#accounts.delete(browser)
    const theirs = this.#browsers.get(account)
    theirs?.delete(browser)
    if (theirs?.size === 0) this.#browsers.delete(account)
  }
}
