// Who has an account here: in memory, so that anybody can be looked up at once. What is changed is on disk before it
// is answered. Of an account that was removed nothing is found, and nobody becomes it again.
import { randomBytes } from 'node:crypto'
import { nanoid } from 'nanoid'
import type { PersonId } from '#protocol/id.ts'
import { Refusal } from '#protocol/refusal.ts'
import type { Clock } from '../base/clock.ts'
import { Lanes } from '../base/lane.ts'
import type { Log } from '../base/log.ts'
import type { Account, Accounts } from '../store/accounts.ts'
import { failAsRefusal } from '../store/trouble.ts'
import { Browsers } from './browsers.ts'
import { personIdFrom } from './person.ts'

/** What rooms and everybody else may ask, wherever the accounts come from. */
export interface Directory {
  find(person: PersonId): Account | undefined
  list(): Account[]
}

/** What a person may change about himself; a picture is the bytes of our own PNG, or null for none. */
export interface Changes {
  readonly name?: string | undefined
  readonly about?: string | undefined
  readonly picture?: Buffer | null | undefined
}

/** How often it is written down that somebody was here. */
const SEEN_EVERY = 3600_000
/** At most so many are in memory: a few megabytes. */
const PICTURES = 100

export class KeptDirectory implements Directory {
  readonly #port: Accounts | undefined
  readonly #clock: Clock
  readonly #log: Log
  readonly #accounts = new Map<PersonId, Account>()
  readonly #browsers = new Browsers()
  readonly #lanes = new Lanes()
  /** Some that were asked for, by their version. */
  readonly #pictures = new Map<string, Buffer>()

  private constructor(port: Accounts | undefined, clock: Clock, log: Log) {
    this.#port = port
    this.#clock = clock
    this.#log = log
  }

  /** Without a port only those are known who have come since the start, and nothing is changed about them. */
  static async open(port: Accounts | undefined, clock: Clock, log: Log): Promise<KeptDirectory> {
    const directory = new KeptDirectory(port, clock, log)
    const { accounts, browsers } = (await port?.load()) ?? { accounts: [], browsers: [] }
    for (const account of accounts) directory.#accounts.set(account.id, account)
    for (const browser of browsers) directory.#browsers.add(browser)
    return directory
  }

  /** Whether anything can be kept at all. */
  get keeps(): boolean {
    return this.#port !== undefined
  }

  find(person: PersonId): Account | undefined {
    const account = this.#accounts.get(person)
    return account?.ended ? undefined : account
  }

  hasEnded(person: PersonId): boolean {
    return this.#accounts.get(person)?.ended === true
  }

  list(): Account[] {
    return [...this.#accounts.values()].filter(({ ended }) => !ended)
  }

  /** Who is signed in in this browser. */
  byBrowser(browser: string): Account | undefined {
    const account = this.#browsers.accountOf(browser)
    return account && this.find(account)
  }

  /** Its picture, if this is the version that holds. */
  async picture(person: PersonId, version: string): Promise<Buffer | undefined> {
    if (this.find(person)?.avatar !== version) return undefined
    return this.#pictures.get(version) ?? this.#fetchPicture(person, version)
  }

  async add(name: string): Promise<Account> {
    const account = this.#fresh(personIdFrom(randomBytes(32)), name, 'local')
    await this.#kept.save(account)
    this.#accounts.set(account.id, account)
    return account
  }

  /** Somebody whom another vouches for is here, under this name. Nobody waits for that to be written. */
  met(id: PersonId, name: string, origin: Account['origin']): Account {
    const known = this.#accounts.get(id)
    const account = known ?? this.#fresh(id, name, origin)
    if (!known) this.#accounts.set(id, account)
    const seenAt = this.#clock.now()
    const due = !known || known.name !== name || known.seenAt + SEEN_EVERY < seenAt
    if (this.#port && due && !this.#lanes.busy(id))
      this.#write(id, account => ({ ...account, name, seenAt })).catch(error => this.#writeLater(id, error))
    return { ...account, name }
  }

  /** The number of a new sign-in link; those before it are void. */
  async newLink(person: PersonId): Promise<number> {
    const { links } = await this.#write(person, account => ({ ...account, links: account.links + 1 }))
    return links
  }

  change(person: PersonId, { name, about, picture }: Changes): Promise<Account> {
    const change = (account: Account): Account => ({
      ...account,
      name: name ?? account.name,
      about: about ?? account.about,
      avatar: picture === undefined ? account.avatar : picture && nanoid(10),
    })
    return this.#write(person, change, picture ?? undefined)
  }

  /** From now on this browser is this person, until he signs out. */
  async signIn(person: PersonId, browser: string): Promise<Account> {
    const since = this.#clock.now()
    const account = await this.#write(person, account => ({ ...account, seenAt: since }))
    const signedIn = { browser, account: person, since }
    await this.#kept.signIn(signedIn)
    const tooMany = this.#browsers.add(signedIn)
    if (tooMany.length > 0) await this.signOut(tooMany)
    return account
  }

  /** On disk first: what is out only in memory would be in again after a restart, and nobody could say it anew. */
  async signOut(browsers: readonly string[]): Promise<void> {
    await this.#port?.signOut(browsers)
    this.#forget(browsers)
  }

  signOutAll(person: PersonId): Promise<void> {
    return this.signOut(this.#browsers.of(person))
  }

  /** With that he is signed in nowhere any more. */
  async end(person: PersonId): Promise<void> {
    await this.#write(person, account => ({ ...account, about: '', avatar: null, ended: true }))
    this.#forget(this.#browsers.of(person))
  }

  #forget(browsers: readonly string[]): void {
    for (const browser of browsers) this.#browsers.remove(browser)
  }

  /** When he comes the next time, however soon that is. */
  #writeLater(person: PersonId, error: unknown): void {
    this.#log.warn({ err: error, person }, 'an account was not kept')
    const account = this.find(person)
    if (account) this.#accounts.set(person, { ...account, seenAt: 0 })
  }

  async #fetchPicture(person: PersonId, version: string): Promise<Buffer | undefined> {
    const picture = await this.#kept.picture(person).catch(failAsRefusal)
    // Another one may have come meanwhile: then this address is over.
    if (!picture || this.find(person)?.avatar !== version) return undefined
    this.#pictures.set(version, picture)
    const [oldest] = this.#pictures.keys()
    if (this.#pictures.size > PICTURES && oldest) this.#pictures.delete(oldest)
    return picture
  }

  #fresh(id: PersonId, name: string, origin: Account['origin']): Account {
    const now = this.#clock.now()
    return { id, name, about: '', origin, madeAt: now, seenAt: now, avatar: null, links: 0, ended: false }
  }

  /** One change of an account after the other, each made of what the one before has left on disk. */
  #write(person: PersonId, change: (account: Account) => Account, picture?: Buffer): Promise<Account> {
    return this.#lanes.run(person, async () => {
      const account = this.find(person)
      if (!account) throw new Refusal('person.unknown')
      const changed = change(account)
      await this.#kept.save(changed, picture)
      this.#accounts.set(person, changed)
      return changed
    })
  }

  get #kept(): Accounts {
    if (this.#port) return this.#port
    throw new Refusal('store.none')
  }
}
