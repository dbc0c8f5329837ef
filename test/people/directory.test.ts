// The directory of accounts when its disk fails: what is said to be done is done, and what is not can be done again.
import { expect, test } from 'vitest'
import type { PersonId } from '#protocol/id.ts'
import { makeLog } from '../../server/base/log.ts'
import { Seal } from '../../server/base/seal.ts'
import { accountSignIn } from '../../server/people/account.ts'
import { KeptDirectory } from '../../server/people/directory.ts'
import { SignInLinks } from '../../server/people/links.ts'
import type { Account, Accounts, SignedIn } from '../../server/store/accounts.ts'
import { StoreAway } from '../../server/store/store.ts'
import { HandClock } from '../support/clock.ts'

const HOUR = 3600_000

/** A disk that fails while it is told to. */
class Paper implements Accounts {
  readonly accounts = new Map<PersonId, Account>()
  readonly browsers = new Map<string, SignedIn>()
  away = false

  async load() {
    return { accounts: [...this.accounts.values()], browsers: [...this.browsers.values()] }
  }

  async save(account: Account): Promise<void> {
    this.#assertThere()
    this.accounts.set(account.id, account)
    if (account.ended)
      for (const [key, { account: id }] of this.browsers) if (id === account.id) this.browsers.delete(key)
  }

  async picture(): Promise<undefined> {}

  async signIn(browser: SignedIn): Promise<void> {
    this.#assertThere()
    this.browsers.set(browser.browser, browser)
  }

  async signOut(browsers: readonly string[]): Promise<void> {
    this.#assertThere()
    for (const browser of browsers) this.browsers.delete(browser)
  }

  #assertThere(): void {
    if (this.away) throw new StoreAway()
  }
}

async function house() {
  const [paper, clock] = [new Paper(), new HandClock()]
  const open = () => KeptDirectory.open(paper, clock, makeLog('silent'))
  const directory = await open()
  return { paper, clock, directory, open, ann: await directory.add('Ann') }
}

test('[AC2] a sign-out that is not on the disk is not done, and can be asked for again', async () => {
  const { paper, directory, open, ann } = await house()
  await directory.signIn(ann.id, 'phone')
  paper.away = true
  await expect(directory.signOut(['phone'])).rejects.toBeInstanceOf(StoreAway)
  expect(directory.byBrowser('phone')?.id).toBe(ann.id)
  paper.away = false
  await directory.signOut(['phone'])
  expect(directory.byBrowser('phone')).toBeUndefined()
  expect((await open()).byBrowser('phone')).toBeUndefined()
})

test('[AC3] an account is removed with all its browsers, or not at all', async () => {
  const { paper, directory, open, ann } = await house()
  for (const browser of ['phone', 'laptop']) await directory.signIn(ann.id, browser)
  paper.away = true
  await expect(directory.end(ann.id)).rejects.toBeInstanceOf(StoreAway)
  expect(directory.byBrowser('phone')?.id).toBe(ann.id)
  paper.away = false
  await directory.end(ann.id)
  expect(['phone', 'laptop'].map(browser => directory.byBrowser(browser))).toEqual([undefined, undefined])
  expect([paper.browsers.size, (await open()).find(ann.id)]).toEqual([0, undefined])
})

test('[AC2] who comes by his browser is seen then', async () => {
  const { paper, clock, directory, ann } = await house()
  const seal = new Seal(Buffer.alloc(32, 1))
  const links = new SignInLinks(seal, clock, directory)
  const way = accountSignIn({ seal, directory, links })
  const browser = 'the-key-of-anns-browser-0'
  const signin = new URL(await links.make(ann.id), 'http://x').hash.slice('#signin='.length)
  await way.meet({ type: 'hello', version: 1, browser, signin: signin as never })
  clock.advance(2 * HOUR)
  expect(await way.meet({ type: 'hello', version: 1, browser })).toMatchObject({ id: ann.id })
  await expect.poll(() => paper.accounts.get(ann.id)?.seenAt).toBe(clock.now())
})

test('[AC6] somebody whom another program vouches for is kept the next time, if not at once', async () => {
  const { paper, directory } = await house()
  const ben = 'ben-of-another-program' as PersonId
  paper.away = true
  directory.met(ben, 'Ben', 'token')
  await expect.poll(() => directory.find(ben)?.seenAt).toBe(0)
  paper.away = false
  directory.met(ben, 'Ben', 'token')
  await expect.poll(() => paper.accounts.get(ben)?.name).toBe('Ben')
})
