// Somebody with an account of this server: he comes by a sign-in link, or the owner by his, and from then on by the
// key of the browser in which he used it.
import type { Hello } from '#protocol/hello.ts'
import type { Someone } from '#protocol/people.ts'
import { Refusal } from '#protocol/refusal.ts'
import type { Seal } from '../base/seal.ts'
import type { Account } from '../store/accounts.ts'
import type { KeptDirectory } from './directory.ts'
import type { SignInLinks } from './links.ts'
import { type Person, personIdFrom } from './person.ts'
import type { SignIn } from './sign-in.ts'

interface Parts {
  readonly seal: Seal
  readonly directory: KeptDirectory
  readonly links: SignInLinks
}

export function accountSignIn({ seal, directory, links }: Parts): SignIn {
  const ownerId = personIdFrom(seal.digest('account', 'owner'))
  // Not the digest that a guest's id is made of: that one is seen by others.
  const hashOf = (browser: string) => seal.digest('signed in', browser).toString('base64url')

  const bind = async (account: Account, { browser }: Hello): Promise<Person> => {
    if (!browser || !directory.keeps) return personOf(account)
    return personOf(await directory.signIn(account.id, hashOf(browser)), hashOf(browser))
  }
  const byOwnerLink = (token: NonNullable<Hello['owner']>, hello: Hello): Account => {
    if (!links.isOwner(token)) throw new Refusal('signin.failed')
    return directory.met(ownerId, directory.find(ownerId)?.name ?? hello.name ?? 'Owner', 'owner')
  }

  return {
    meet(hello) {
      if (hello.owner) return bind(byOwnerLink(hello.owner, hello), hello)
      if (hello.signin) {
        const account = links.accountOf(hello.signin)
        if (!account) throw new Refusal('signin.failed')
        return bind(account, hello)
      }
      const browser = hello.browser && hashOf(hello.browser)
      const account = browser ? directory.byBrowser(browser) : undefined
      return account && personOf(directory.met(account.id, account.name, account.origin), browser)
    },
    // Who has signed out in this browser, or was removed, comes back by no token.
    again(person) {
      if (person.kind !== 'account') return person
      if (directory.hasEnded(person.id)) return undefined
      if (person.proof && directory.byBrowser(person.proof)?.id !== person.id) return undefined
      const account = directory.find(person.id)
      return account ? personOf(account, person.proof) : person
    },
  }
}

export const someoneOf = ({ id, name, avatar }: Account): Someone => ({
  ...{ person: id, name },
  ...(avatar ? { avatar } : {}),
})

export const personOf = ({ id, name, origin, avatar }: Account, proof?: string): Person => ({
  ...{ id, kind: 'account', name, trusted: origin === 'owner', scopes: [] },
  ...(avatar ? { avatar } : {}),
  ...(proof ? { proof } : {}),
})
