// Settings: their defaults, where they come from, and what is said when one is wrong.
import { generateKeyPairSync } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import example from '../config.example.ts'
import { type Config, ConfigError, check, load } from '../server/config.ts'
import { temporaryFolder } from './support/start.ts'

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true }))

const pem = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString()
const token = { algorithms: ['HS256'], issuer: 'i', audience: 'a', key: 'sixteen letters!' } as const

test('the example holds every setting with its default', () => {
  expect(check(example)).toEqual(check({}))
  expect(namesOf(example)).toEqual(namesOf(check({})))
})

test.each<[unknown, string]>([
  [{ wep: {} }, 'config: wep: there is no such setting; did you mean web?'],
  [{ web: { prot: 1 } }, 'config: web.prot: there is no such setting; did you mean port?'],
  [
    { limits: { messagePerSecond: 1 } },
    'config: limits.messagePerSecond: there is no such setting; did you mean messagesPerSecond?',
  ],
  [{ grace: { quite: { another: 1 } } }, 'config: grace.quite: there is no such setting'],
  [
    { serviceKeys: [{ name: 'x', hash: '0'.repeat(64), scopes: ['read'], scope: 1 }] },
    'config: serviceKeys.0.scope: there is no such setting; did you mean scopes?',
  ],
  [
    { web: { certificate: { crt: '', cert: '', key: '' } } },
    'config: web.certificate.crt: there is no such setting; did you mean cert?',
  ],
])('an unknown name in %j is told with its place and the nearest name', (written, sentence) => {
  expect(complaint(written)).toBe(sentence)
})

test('every mistake is told, each on its line', () => {
  expect(complaint({ web: { port: -1 }, nonsense: 1, rooms: { create: 'nobody' } }).split('\n')).toHaveLength(
    3,
  )
})

test.each<[unknown, RegExp]>([
  [{ web: { port: 65_536 } }, /^config: web\.port: /],
  [{ web: { port: '80' } }, /^config: web\.port: .*number/],
  [{ tcp: { port: 1.5 } }, /^config: tcp\.port: /],
  [{ web: { url: 'meet.example.org' } }, /^config: web\.url: /],
  [{ web: { url: 'ftp://meet.example.org' } }, /^config: web\.url: /],
  [{ web: { url: 'https://example.org/presence' } }, /^config: web\.url: must be one whole site/],
  [{ web: { origins: ['*'] } }, /^config: web\.origins\.0: /],
  ...[
    '*',
    'https://*.example.org',
    'intranet.example.org',
    'https://a.example/path',
    'https://a.example;b',
    "'self'",
  ].map((embedder): [unknown, RegExp] => [
    { web: { embedders: ['https://fine.example', embedder] } },
    /^config: web\.embedders\.1: must be one whole site/,
  ]),
  [{ web: { proxies: ['localhost'] } }, /^config: web\.proxies\.0: must be an IP address/],
  [{ databaseUrl: 'mysql://x/y' }, /^config: databaseUrl: /],
  [{ log: { level: 'loud' } }, /^config: log\.level: .*silent/],
  [{ limits: { messagesAtOnce: 0 } }, /^config: limits\.messagesAtOnce: /],
  [{ grace: { lostSeconds: Number.NaN } }, /^config: grace\.lostSeconds: /],
  [{ serviceKeys: [{ name: 'x', hash: 'the key itself', scopes: ['read'] }] }, /presence key hash/],
  [
    { serviceKeys: [{ name: 'x', hash: '0'.repeat(64), scopes: ['all'] }] },
    /^config: serviceKeys\.0\.scopes\.0: /,
  ],
  [{ signIn: { token: { ...token, algorithms: ['none'] } } }, /^config: signIn\.token\.algorithms\.0: /],
  [{ signIn: { token: { ...token, algorithms: [] } } }, /^config: signIn\.token\.algorithms: /],
  [{ signIn: { token: { ...token, key: pem } } }, /HS algorithms need a shared secret/],
  [{ signIn: { token: { ...token, algorithms: ['RS256'] } } }, /all others a public key/],
  [{ signIn: { token: { ...token, algorithms: ['HS256', 'RS256'], key: pem } } }, /HS algorithms/],
  [{ signIn: { token: { ...token, key: 'short' } } }, /^config: signIn\.token\.key: /],
  [{ relay: { port: 28_050 } }, /^config: relay\.port: must not be one of relay\.ports/],
  [{ relay: { ports: { first: 9, last: 8 } } }, /^config: relay\.ports: first must not be greater/],
  [{ relay: { address: 'meet.example.org' } }, /^config: relay\.address: must be an IPv4 address/],
  ...[
    ...['turn.example.org', 'http://turn.example.org', 'turn://turn.example.org', 'turn:', 'turn:a:99999'],
    ...['turn:a b', 'turn:a?transport=sctp', 'turn:ann@a', 'stun:a?transport=udp', 'turn:a/b', 'turn:a#b'],
  ].map((url): [unknown, RegExp] => [
    { relay: { urls: ['stun:fine.example', url] } },
    /^config: relay\.urls\.1: must be such as/,
  ]),
  [{ relay: { urls: ['turn:a'] } }, /^config: relay\.secret: goes with turn:/],
  [{ relay: { urls: ['stun:a'], secret: 'sixteen letters!' } }, /^config: relay\.secret: goes with turn:/],
  [{ relay: { urls: ['turns:a'], secret: 'short' } }, /^config: relay\.secret: /],
  [5, /^config: Invalid .*object/],
  [null, /^config: Invalid .*object/],
  [[], /^config: Invalid .*object/],
  [{ web: 5 }, /^config: web: .*object/],
])('%j is refused with its place', (written, sentence) => {
  expect(complaint(written)).toMatch(sentence)
  expect(complaint(written)).not.toMatch(/\bat .*:\d+:\d+/)
})

test('a web address is written in one way', () => {
  const { web } = check({ web: { url: 'https://Meet.Example.org:443/', origins: ['http://a.example/'] } })
  expect([web.url, web.origins]).toEqual(['https://meet.example.org', ['http://a.example']])
})

test('the environment wins over the file', async () => {
  const file = write('wins.ts', { web: { host: '10.0.0.1', port: 1 }, tcp: { port: 2 }, data: './there' })
  const settings = await load({
    ...{ PRESENCE_CONFIG: file, PRESENCE_HOST: '::1', PRESENCE_PORT: '4001', PRESENCE_TCP_PORT: '4002' },
    ...{ PRESENCE_DATA: '/elsewhere', DATABASE_URL: 'postgres://u:p@db/presence', HOME: '/root' },
  })
  expect(settings).toMatchObject({
    web: { host: '::1', port: 4001 },
    tcp: { port: 4002 },
    data: '/elsewhere',
  })
  expect(settings.databaseUrl).toBe('postgres://u:p@db/presence')
  expect((await load({ PRESENCE_CONFIG: file })).web).toMatchObject({ host: '10.0.0.1', port: 1 })
  expect((await load({ PRESENCE_CONFIG: file, PRESENCE_PORT: '' })).web.port).toBe(1)
})

test('addresses of STUN and TURN servers may be of every kind that browsers read', () => {
  const urls = [
    'stun:a',
    'stuns:a:1',
    'turn:[2001:db8::1]:3478?transport=tcp',
    'turns:a.example?transport=tcp',
  ]
  expect(check({ relay: { urls, secret: 'sixteen letters!' } }).relay.urls).toEqual(urls)
})

test('the environment names several of them with commas between', () => {
  const env = { PRESENCE_RELAY_URLS: 'turn:a,stun:a', PRESENCE_RELAY_SECRET: 'sixteen letters!' }
  expect(check({}, '', env).relay).toMatchObject({ urls: ['turn:a', 'stun:a'], secret: 'sixteen letters!' })
})

test.each<[Record<string, string>, RegExp]>([
  [{ PRESENCE_RELAY_URLS: 'stun:a,turn' }, /^PRESENCE_RELAY_URLS: must be such as/],
  [{ PRESENCE_RELAY_SECRET: 'short' }, /^PRESENCE_RELAY_SECRET: /],
  [{ PRESENCE_PORT: 'eighty' }, /^PRESENCE_PORT: .*number/],
  [{ PRESENCE_PORT: '99999' }, /^PRESENCE_PORT: /],
  [{ PRESENCE_PORT: '-1' }, /^PRESENCE_PORT: /],
  [{ PRESENCE_PORT: '80 ' }, /^PRESENCE_PORT: /],
  [{ PRESENCE_TCP_PORT: '0x50' }, /^PRESENCE_TCP_PORT: /],
  [{ DATABASE_URL: 'localhost' }, /^DATABASE_URL: /],
  [{ PRESENCE_PROT: '80' }, /^PRESENCE_PROT: there is no such setting; did you mean PRESENCE_PORT\?$/],
  [{ PRESENCE_CONFIGS: 'x' }, /^PRESENCE_CONFIGS: there is no such setting; did you mean PRESENCE_CONFIG\?$/],
  [{ PRESENCE_SOMETHING_ELSE: 'x' }, /^PRESENCE_SOMETHING_ELSE: there is no such setting$/],
  [{ PRESENCE_CONFIG: '/nowhere/config.ts' }, /^PRESENCE_CONFIG: there is no file \/nowhere\/config\.ts$/],
])('the environment %j is refused by name', async (env, sentence) => {
  const error = await load(env).catch(error => error)
  expect(error).toBeInstanceOf(ConfigError)
  expect(error.message).toMatch(sentence)
})

test.each([
  ['export default {', 'cannot be read'],
  ["throw new Error('no luck today')", 'no luck today'],
  ['export default () => ({})', 'object'],
  ['export default 5', 'object'],
  ['export default { web: 5 }', 'web'],
])('a file that says %s is refused by its name', async (text, part) => {
  const file = join(folder, `wrong-${part.replaceAll(' ', '-')}-${text.length}.ts`)
  writeFileSync(file, text)
  const error = await load({ PRESENCE_CONFIG: file, PRESENCE_PORT: '4001' }).catch(error => error)
  expect(error).toBeInstanceOf(ConfigError)
  expect(error.message).toContain(file)
  expect(error.message).toContain(part)
})

test('a file that says nothing leaves the defaults', async () => {
  const file = join(folder, 'empty.ts')
  writeFileSync(file, '')
  expect(await load({ PRESENCE_CONFIG: file })).toEqual(check({}))
})

function write(name: string, config: Config): string {
  const file = join(folder, name)
  writeFileSync(file, `export default ${JSON.stringify(config)}`)
  return file
}

function complaint(written: unknown): string {
  try {
    check(written)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  throw new Error('nothing was wrong')
}

function namesOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, namesOf(inner)]))
}
