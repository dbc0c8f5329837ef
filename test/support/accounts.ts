// People with an account, and programs with a key, for a server that knows how to check them.
import { createHash } from 'node:crypto'
import jwt from 'jsonwebtoken'
import type { Config } from '../../server/config.ts'
import type { Reachable } from './carrier.ts'
import { tokenIn } from './links.ts'
import { Person } from './person.ts'

const secret = 'a secret that only the test and the server know'
const claims = { issuer: 'test', audience: 'presence' }

export const signInByToken: Config = { signIn: { token: { algorithms: ['HS256'], key: secret, ...claims } } }

export const tokenFor = (name: string, sub = name.toLowerCase()) =>
  jwt.sign({ name }, secret, { algorithm: 'HS256', subject: sub, expiresIn: '1h', ...claims })

type Scopes = NonNullable<Config['serviceKeys']>[number]['scopes']

export const serviceKey = (name: string, key: string, scopes: Scopes) => ({
  name,
  hash: createHash('sha256').update(key).digest('hex'),
  scopes,
})

/** Whoever may open the data folder. */
export const operatorOf = (server: Reachable) => Person.come(server, { transport: 'unix' })

/** A new account of this server, as the operator makes it: its id, and the token of its sign-in link. */
export async function accountFor(server: Reachable, name: string) {
  const operator = await operatorOf(server)
  const { person, path } = await operator.ask({ type: 'server.user-add', name })
  operator.carrier.close()
  return { person, signin: tokenIn(path) }
}
