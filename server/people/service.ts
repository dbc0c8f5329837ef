// A program that comes with a service key.
import { timingSafeEqual } from 'node:crypto'
import { Refusal } from '#protocol/refusal.ts'
import type { Seal } from '../base/seal.ts'
import { hashKey, type KeyRing, type ServiceKey } from './keys.ts'
import { type Person, personIdFrom } from './person.ts'
import type { SignIn } from './sign-in.ts'

export const serviceId = (seal: Seal, name: string) => personIdFrom(seal.digest('service', name))

export function serviceSignIn(keys: KeyRing, seal: Seal): SignIn {
  const asPerson = ({ name, hash, scopes }: ServiceKey): Person => ({
    ...{ id: serviceId(seal, name), kind: 'service', name, trusted: false, scopes: [...scopes] },
    proof: hash,
  })
  return {
    meet(hello) {
      if (hello.key === undefined) return undefined
      const given = Buffer.from(hashKey(hello.key), 'hex')
      const known = keys.find(hello.service ?? '')
      if (!known || !timingSafeEqual(given, Buffer.from(known.hash, 'hex')))
        throw new Refusal('signin.failed')
      return asPerson(known)
    },
    // A key that is revoked or replaced ends what it had opened, and other scopes hold at once.
    again(person) {
      if (person.kind !== 'service') return person
      const key = keys.find(person.name)
      return key?.hash === person.proof ? key && asPerson(key) : undefined
    },
  }
}
