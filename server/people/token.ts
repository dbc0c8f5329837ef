// Sign-in by a token (JWT) that another program of the operator's has made: its own users are accounts here.
import jwt from 'jsonwebtoken'
import { Refusal } from '#protocol/refusal.ts'
import { name } from '#protocol/text.ts'
import type { Clock } from '../base/clock.ts'
import type { Seal } from '../base/seal.ts'
import { personIdFrom } from './person.ts'
import type { SignIn } from './sign-in.ts'

export interface TokenSettings {
  readonly algorithms: readonly jwt.Algorithm[]
  readonly issuer: string
  readonly audience: string
  readonly key: string
}

export const tokenSignIn = (settings: TokenSettings | null, seal: Seal, clock: Clock): SignIn => ({
  meet(hello) {
    if (hello.token === undefined) return undefined
    const claims = settings && verified(hello.token, settings, clock.now())
    if (!claims) throw new Refusal('signin.failed')
    const wished = name.safeParse(claims.name)
    return {
      id: personIdFrom(seal.digest('account', `${claims.iss}\n${claims.sub}`)),
      kind: 'account',
      name: wished.success ? wished.data : 'Somebody',
      trusted: false,
      scopes: [],
    }
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
