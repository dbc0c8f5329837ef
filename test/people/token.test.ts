// Sign-in by a token of another program, and everything that somebody might try instead.
import { createHmac, createPublicKey, generateKeyPairSync } from 'node:crypto'
import jwt from 'jsonwebtoken'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Config } from '../../server/config.ts'
import { HandClock } from '../support/clock.ts'
import { Person } from '../support/person.ts'
import { type Running, start } from '../support/start.ts'

const secret = 'a shared secret of sixteen letters or more'
const rsa = pair(generateKeyPairSync('rsa', { modulusLength: 2048 }))
const ec = pair(generateKeyPairSync('ec', { namedCurve: 'P-256' }))
const other = pair(generateKeyPairSync('rsa', { modulusLength: 2048 }))

const clock = new HandClock()
const now = Math.floor(clock.now() / 1000)
const claims = { iss: 'intranet', aud: 'presence', sub: 'ann', name: 'Ann', exp: now + 3600 }
const setUp = (algorithms: ('RS256' | 'HS256')[], key: string): Config => ({
  signIn: { token: { algorithms, key, issuer: 'intranet', audience: 'presence' } },
})

let rs: Running
let hs: Running
let none: Running
beforeAll(async () => {
  rs = await start(setUp(['RS256'], rsa.public), clock)
  hs = await start(setUp(['HS256'], secret), clock)
  none = await start({}, clock)
})
afterAll(() => Promise.all([rs, hs, none].map(server => server[Symbol.asyncDispose]())))

const byRs = (changed: object = {}, options: jwt.SignOptions = {}) =>
  jwt.sign({ iat: now, ...claims, ...changed }, rsa.private, { algorithm: 'RS256', ...options })

const by = (payload: object, key: string, options: jwt.SignOptions) =>
  jwt.sign({ iat: now, ...payload }, key, options)

const without = (name: keyof typeof claims) => raw({ iat: now, ...claims, [name]: undefined })

describe('[HE6] a good token makes an account', () => {
  test.each([
    ['RS256', () => rs, () => byRs()],
    ['HS256', () => hs, () => by(claims, secret, { algorithm: 'HS256' })],
    ['an audience among others', () => rs, () => byRs({ aud: ['mail', 'presence'] })],
    ['a clock a little behind', () => rs, () => byRs({ nbf: now + 4 })],
    ['an end just passed', () => rs, () => byRs({ exp: now - 4 })],
  ])('%s', async (_, server, token) => {
    const ann = await Person.come(server(), { token: token() })
    expect(ann.welcome).toMatchObject({ kind: 'account', name: 'Ann', mayCreate: true })
  })
})

test('[HE6] the same subject is the same person, of another issuer or on another server another one', async () => {
  const [one, two] = [
    await Person.come(rs, { token: byRs() }),
    await Person.come(rs, { token: byRs({ name: 'A.' }) }),
  ]
  expect(two.id).toBe(one.id)
  expect((await Person.come(rs, { token: byRs({ sub: 'ben' }) })).id).not.toBe(one.id)
  expect((await Person.come(hs, { token: by(claims, secret, {}) })).id).not.toBe(one.id)
})

test.each([['a\0b'], ['\ud800'], ['x'.repeat(65)], [''], [7], [undefined], [{ first: 'Ann' }]])(
  '[HE6] a name that cannot be, %j, is left out and signs in nevertheless',
  async name => {
    const ann = await Person.come(rs, { token: byRs({ name }) })
    expect(ann.welcome).toMatchObject({ kind: 'account', name: 'Somebody' })
  },
)

const attacks: [string, () => string][] = [
  ['no token at all', () => 'nothing'],
  ['an empty one', () => ''],
  ['two dots', () => '..'],
  ['no signature', () => byRs().replace(/[^.]+$/, '')],
  ['a signature of somebody else', () => by(claims, other.private, { algorithm: 'RS256' })],
  ['a changed claim', () => withClaims(byRs(), { ...claims, sub: 'eve' })],
  ['algorithm none', () => unsigned({ alg: 'none', typ: 'JWT' })],
  ['algorithm None', () => unsigned({ alg: 'None' })],
  ['algorithm NONE with a signature', () => `${unsigned({ alg: 'NONE' })}AAAA`],
  ['no algorithm', () => unsigned({ typ: 'JWT' })],
  ['the public key taken for a secret', () => hmac({ alg: 'HS256', typ: 'JWT' }, rsa.public)],
  ['the same, without its last newline', () => hmac({ alg: 'HS256' }, rsa.public.trim())],
  [
    'the same, as DER',
    () => hmac({ alg: 'HS256' }, createPublicKey(rsa.public).export({ type: 'spki', format: 'der' })),
  ],
  ['an empty secret', () => hmac({ alg: 'HS256' }, '')],
  ['RS512', () => byRs({}, { algorithm: 'RS512' })],
  ['PS256', () => byRs({}, { algorithm: 'PS256' })],
  ['ES256', () => by(claims, ec.private, { algorithm: 'ES256' })],
  ['another issuer', () => byRs({ iss: 'intranet.evil' })],
  ['a list of issuers', () => byRs({ iss: ['intranet'] })],
  ['another audience', () => byRs({ aud: 'presence2' })],
  ['no right audience in a list', () => byRs({ aud: ['mail'] })],
  ['an empty list of audiences', () => byRs({ aud: [] })],
  ...(['iss', 'aud', 'sub', 'exp'] as const).map((name): [string, () => string] => [
    `no ${name}`,
    () => without(name),
  ]),
  ['an end in the past', () => byRs({ exp: now - 10 })],
  ['an end that is no number', () => raw({ ...claims, exp: `${now + 3600}` })],
  ['an end of null', () => raw({ ...claims, exp: null })],
  ['an end beyond numbers', () => rawText(JSON.stringify(claims).replace(/"exp":\d+/, '"exp":1e999'))],
  ['a beginning in the future', () => byRs({ nbf: now + 60 })],
  ['a beginning that is no number', () => raw({ ...claims, nbf: 'now' })],
  ['an empty sub', () => raw({ ...claims, sub: '' })],
  ['a sub that is no text', () => raw({ ...claims, sub: { id: 1 } })],
  ['claims that are no object', () => rawText('"ann"')],
  [
    'a kid that leads elsewhere',
    () => by(claims, other.private, { algorithm: 'RS256', keyid: '../../dev/null' }),
  ],
  ['a key in the header', () => ownKey({ jwk: createPublicKey(other.public).export({ format: 'jwk' }) })],
  ['a key at an address', () => ownKey({ jku: 'https://evil.example/keys', x5u: 'https://evil.example/' })],
  ['a chain in the header', () => ownKey({ x5c: [other.public.replace(/-.*-|\n/g, '')] })],
  ['8,000 letters', () => `${byRs().slice(0, 20)}${'A'.repeat(8000)}`],
]

test.each(attacks)(
  '[HE6][HE10] %s does not sign in, and looks like every other failure',
  async (_, token) => {
    expect(await failure(rs, token())).toEqual(await failure(rs, 'x.y.z'))
  },
)

test('[HE10] it looks the same where nobody can sign in by token, and for every other way that fails', async () => {
  const wanted = await failure(rs, 'x.y.z')
  expect(wanted).toEqual([
    { type: 'refused', ref: 1, code: 'signin.failed', text: expect.any(String), retry: false },
    4503,
  ])
  expect(await failure(none, byRs())).toEqual(wanted)
  expect(await failed(none, { owner: 'nothing' as never })).toEqual(wanted)
  expect(await failed(none, { service: 'bot', key: 'k' })).toEqual(wanted)
})

test('[HE6] a token that is too long to be one is a wrong field', async () => {
  const stranger = await Person.stranger(rs)
  const wrong = { code: 'message.invalid', place: 'token' }
  await expect(stranger.hello({ token: 'A'.repeat(8193) })).rejects.toMatchObject(wrong)
  await expect(stranger.hello({ token: 'A'.repeat(60_000) })).rejects.toMatchObject(wrong)
  expect(stranger.closed).toBe(false)
})

const failure = (server: Running, token: string) => failed(server, { token })

/** What somebody hears who fails, and how it ends. */
async function failed(server: Running, hello: Parameters<Person['hello']>[0]): Promise<unknown[]> {
  const stranger = await Person.stranger(server)
  await expect(stranger.hello(hello)).rejects.toMatchObject({ code: 'signin.failed' })
  const code = await stranger.isClosed()
  return [...stranger.heard, code]
}

const part = (value: object | string) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

const unsigned = (header: object) => `${part(header)}.${part(claims)}.`

function hmac(header: object, key: string | Buffer): string {
  const text = `${part(header)}.${part(claims)}`
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`
}

const withClaims = (token: string, changed: object) => token.split('.').with(1, part(changed)).join('.')

/** Rightly signed, whatever it says: our own maker of tokens would not make it. */
const raw = (payload: object) => rawText(JSON.stringify(payload))
const rawText = (payload: string) => jwt.sign(payload, rsa.private, { algorithm: 'RS256' })

const ownKey = (header: object) =>
  by(claims, other.private, { algorithm: 'RS256', header: { alg: 'RS256', ...header } })

function pair({ publicKey, privateKey }: ReturnType<typeof generateKeyPairSync>) {
  const [type, format] = ['spki', 'pem'] as const
  return {
    public: publicKey.export({ type, format }).toString(),
    private: privateKey.export({ type: 'pkcs8', format }).toString(),
  }
}
