// A program with a service key. The config holds the key's hash; the key itself is shown once, when it is made.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { Refusal } from '#protocol/refusal.ts'
import type { Seal } from '../base/seal.ts'
import { type Person, personIdFrom, type Scope } from './person.ts'
import type { SignIn } from './sign-in.ts'

export interface ServiceKey {
  readonly name: string
  readonly hash: string
  readonly scopes: readonly Scope[]
}

export const makeKey = () => randomBytes(24).toString('base64url')
// A plain hash is enough: the key is 192 random bits, there is nothing to guess.
export const hashKey = (key: string) => createHash('sha256').update(key).digest('hex')

export function serviceSignIn(keys: readonly ServiceKey[], seal: Seal): SignIn {
  const asPerson = (key: ServiceKey): Person => ({
    id: personIdFrom(seal.digest('service', key.name)),
    kind: 'service',
    name: key.name,
    trusted: false,
    scopes: [...key.scopes],
    proof: key.hash,
  })
  return {
    meet(hello) {
      if (hello.key === undefined) return undefined
      const given = Buffer.from(hashKey(hello.key), 'hex')
      const found = keys.find(
        key => key.name === hello.service && timingSafeEqual(given, Buffer.from(key.hash, 'hex')),
      )
      if (!found) throw new Refusal('signin.failed')
      return asPerson(found)
    },
    // A key taken out of the config ends what it had opened, and other scopes hold at once.
    again(person) {
      if (person.kind !== 'service') return person
      const key = keys.find(key => key.hash === person.proof)
      return key && asPerson(key)
    },
  }
}
