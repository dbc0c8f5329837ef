// The port of the accounts: people who can come back, and the browsers in which they are signed in.
import type { PersonId } from '#protocol/id.ts'
import type { Origin } from '#protocol/server.ts'

export interface Account {
  readonly id: PersonId
  readonly name: string
  readonly about: string
  readonly origin: Origin
  readonly madeAt: number
  readonly seenAt: number
  /** Which picture of himself holds, if any. */
  readonly avatar: string | null
  /** How many sign-in links there have been: the last one holds. */
  readonly links: number
  /** Removed for good: nobody becomes him again. */
  readonly ended: boolean
}

/** The hash of a browser's key: whoever has the key is this account. */
export interface SignedIn {
  readonly browser: string
  readonly account: PersonId
  readonly since: number
}

export interface Accounts {
  load(): Promise<{ accounts: Account[]; browsers: SignedIn[] }>
  /**
   * New or known; `picture` comes with a version of its own, and goes when there is none. Who has ended is signed in
   * nowhere any more.
   */
  save(account: Account, picture?: Buffer): Promise<void>
  picture(account: PersonId): Promise<Buffer | undefined>
  signIn(browser: SignedIn): Promise<void>
  signOut(browsers: readonly string[]): Promise<void>
}
