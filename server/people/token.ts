// Sign-in by a token (JWT) that another program of the operator's has made: its own users are accounts here.
import jwt from 'jsonwebtoken'
import { Refusal } from '#protocol/refusal.ts'
import { name } from '#protocol/text.ts'
import type { Clock } from '../base/clock.ts'
import type { Seal } from '../base/seal.ts'
import { personOf } from './account.ts'
import type { KeptDirectory } from './directory.ts'
import { personIdFrom } from './person.ts'
import type { SignIn } from './sign-in.ts'

export interface TokenSettings {
  readonly algorithms: readonly jwt.Algorithm[]
  readonly issuer: string
  readonly audience: string
  readonly key: string
}

interface Parts {
  readonly seal: Seal
  readonly clock: Clock
  readonly directory: KeptDirectory
}

export const tokenSignIn = (settings: TokenSettings | null, { seal, clock, directory }: Parts): SignIn => ({
  meet(hello) {
    if (hello.token === undefined) return undefined
    const claims = settings && verified(hello.token, settings, clock.now())
    const id = claims && personIdFrom(seal.digest('account', `${claims.iss}\n${claims.sub}`))
    if (!id || directory.hasEnded(id)) throw new Refusal('signin.failed')
    const wished = name.safeParse(claims.name)
    const called = wished.success ? wished.data : 'Somebody'
    return personOf(directory.met(id, called, 'token'))
  },
  again: person => person,
})

function verified(token: string, settings: TokenSettings, now: number): jwt.JwtPayload | undefined {
  try {
    const claims = jwt.verify(token, settings.key, {
      algorithms: [...settings.algorithms],
      issuer: settings.issuer,
      audience: settings.audience,
      clockTimestamp: Math.floor(now / 1000),
      clockTolerance: 5,
    })
    // A token without an end or without a name for its person is none.
    if (typeof claims !== 'object' || !Number.isFinite(claims.exp)) return undefined
    return typeof claims.sub === 'string' && claims.sub !== '' ? claims : undefined
  } catch {
    return undefined
  }
}
