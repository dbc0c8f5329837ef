// All settings: what they may be, where they come from, and what is said when one is wrong. Read once, at the start.
import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { scope } from '#protocol/server.ts'
import { Mistake } from './base/mistake.ts'

const count = z.number().int().positive()
const seconds = z.number().positive().max(86_400)
const port = z.number().int().min(0).max(65_535)
/** A path would be lost, and other signs would mean something in a header. */
const site = z
  .string()
  .transform(text => (URL.canParse(text) ? new URL(text) : undefined))
  .refine(url => url && /^https?:\/\/(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d+)?\/$/.test(url.href), {
    error: "must be one whole site, such as 'https://intranet.example.org', without a path and without *",
  })
  .transform(url => url?.origin ?? '')
/** As browsers read it: given one that they cannot read they make no connection at all. */
function isIceServer(text: string): boolean {
  const [, kind, where] = text.match(/^(stun|turn)s?:([^/@#]+)$/) ?? []
  if (!where || !URL.canParse(`http://${where}`)) return false
  return (kind === 'turn' ? /^(\?transport=(udp|tcp))?$/ : /^$/).test(new URL(`http://${where}`).search)
}
const iceServer = z.string().refine(isIceServer, {
  error: "must be such as 'turn:turn.example.org:3478?transport=udp' or 'stun:turn.example.org:3478'",
})
const relays = (url: string) => url.startsWith('turn')
const algorithm = z.enum([
  'HS256',
  'HS384',
  'HS512',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
])

const token = z
  .strictObject({
    algorithms: z.array(algorithm).min(1),
    issuer: z.string().min(1),
    audience: z.string().min(1),
    key: z.string().min(16),
  })
  .refine(
    ({ algorithms, key }) => algorithms.every(name => name.startsWith('HS') !== key.includes('-----BEGIN')),
    {
      // The old trick: a public key taken for a shared secret.
      error: 'HS algorithms need a shared secret as key, all others a public key in PEM form',
    },
  )

const relay = z
  .strictObject({
    port: port.nullable().default(27_990),
    ports: z
      .strictObject({ first: count.max(65_535).default(28_000), last: count.max(65_535).default(28_099) })
      .prefault({})
      .refine(({ first, last }) => first <= last, { error: 'first must not be greater than last' }),
    address: z.ipv4({ error: 'must be an IPv4 address, such as 203.0.113.7' }).nullable().default(null),
    urls: z.array(iceServer).default([]),
    secret: z.string().min(16).nullable().default(null),
  })
  .refine(({ port, ports }) => port === null || port < ports.first || port > ports.last, {
    path: ['port'],
    error: 'must not be one of relay.ports',
  })
  .refine(({ urls, secret }) => urls.some(relays) === (secret !== null), {
    path: ['secret'],
    error: 'goes with turn: and turns: in relay.urls: it is what that server has as static-auth-secret',
  })

const schema = z.strictObject({
  web: z
    .strictObject({
      host: z.string().min(1).nullable().default(null),
      port: port.default(27_970),
      url: site.nullable().default(null),
      certificate: z.strictObject({ cert: z.string(), key: z.string() }).nullable().default(null),
      origins: z.array(site).default([]),
      embedders: z.array(site).default([]),
      proxies: z
        .array(z.string().refine(text => isIP(text) !== 0, { error: 'must be an IP address' }))
        .default([]),
      polling: z.boolean().default(false),
    })
    .prefault({}),
  tcp: z.strictObject({ port: port.nullable().default(27_960) }).prefault({}),
  data: z.string().min(1).default('./data'),
  databaseUrl: z
    .url({ protocol: /^postgres(ql)?$/ })
    .nullable()
    .default(null),
  log: z
    .strictObject({ level: z.enum(['silent', 'error', 'warn', 'info', 'debug']).nullable().default(null) })
    .prefault({}),
  rooms: z
    .strictObject({
      create: z.enum(['anyone', 'accounts']).default('anyone'),
      most: count.default(10_000),
      userLimit: count.max(10_000).default(500),
    })
    .prefault({}),
  files: z
    .strictObject({
      megabytes: z.number().nonnegative().max(10_000).default(25),
      roomMegabytes: z.number().nonnegative().default(1000),
    })
    .prefault({}),
  grace: z
    .strictObject({ closedSeconds: seconds.default(10), lostSeconds: seconds.default(60) })
    .prefault({}),
  limits: z
    .strictObject({
      messagesPerSecond: count.default(20),
      messagesAtOnce: count.default(60),
      helloSeconds: seconds.default(10),
      socketsPerAddress: count.default(200),
      socketsPerPerson: count.default(20),
      roomsPerMinute: count.default(10),
      arrivalsPerSecond: count.default(10),
      arrivalsAtOnce: count.default(300),
    })
    .prefault({}),
  relay: relay.prefault({}),
  signIn: z.strictObject({ token: token.nullable().default(null) }).prefault({}),
  serviceKeys: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(64),
        hash: z
          .string()
          .regex(/^[0-9a-f]{64}$/, { error: 'must be a hash as `presence key hash` prints it' }),
        scopes: z.array(scope).min(1),
      }),
    )
    .default([]),
})

export type Settings = z.output<typeof schema>
/** What a config file may leave out. */
export type Config = z.input<typeof schema>

export class ConfigError extends Mistake {}

const environment: Readonly<Record<string, readonly string[]>> = {
  PRESENCE_HOST: ['web', 'host'],
  PRESENCE_PORT: ['web', 'port'],
  PRESENCE_TCP_PORT: ['tcp', 'port'],
  PRESENCE_DATA: ['data'],
  PRESENCE_RELAY_URLS: ['relay', 'urls'],
  PRESENCE_RELAY_SECRET: ['relay', 'secret'],
  DATABASE_URL: ['databaseUrl'],
}

type Env = Readonly<Record<string, string | undefined>>

export async function load(env: Env): Promise<Settings> {
  for (const name of Object.keys(env)) {
    if (!name.startsWith('PRESENCE_') || name === 'PRESENCE_CONFIG' || Object.hasOwn(environment, name))
      continue
    throw new ConfigError(
      `${name}: there is no such setting${nearest(name, [...Object.keys(environment), 'PRESENCE_CONFIG'])}`,
    )
  }
  const file = env.PRESENCE_CONFIG ?? './config.ts'
  const written = env.PRESENCE_CONFIG || existsSync(file) ? await read(file) : {}
  return check(written, file, env)
}

/** The settings of a config file and the environment, which wins. */
export function check(written: unknown, file = 'config', env: Env = {}): Settings {
  let merged = written
  for (const [name, path] of Object.entries(environment)) {
    if (env[name] !== undefined && env[name] !== '') merged = put(merged, path, env[name])
  }
  const parsed = schema.safeParse(merged)
  if (parsed.success) return parsed.data
  throw new ConfigError(parsed.error.issues.map(issue => explain(issue, file, env)).join('\n'))
}

async function read(file: string): Promise<unknown> {
  if (!existsSync(file)) throw new ConfigError(`PRESENCE_CONFIG: there is no file ${resolve(file)}`)
  try {
    return (await import(pathToFileURL(resolve(file)).href)).default ?? {}
  } catch (error) {
    throw new ConfigError(`${file} cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}

/** The same with `text` in its place. What cannot hold it stays as it is, to be refused. */
function put(target: unknown, [key = '', ...rest]: readonly string[], text: string): unknown {
  if (target !== undefined && (typeof target !== 'object' || target === null)) return target
  const fields = { ...target } as Record<string, unknown>
  return { ...fields, [key]: rest.length > 0 ? put(fields[key], rest, text) : meant(key, text) }
}

function meant(key: string, text: string): unknown {
  if (key === 'port' && /^\d+$/.test(text)) return Number(text)
  return key === 'urls' ? text.split(',') : text
}

function explain(issue: z.core.$ZodIssue, file: string, env: Env): string {
  const path = issue.path.join('.')
  const name = Object.keys(environment).find(key => {
    const place = environment[key]?.join('.')
    return env[key] && (path === place || path.startsWith(`${place}.`))
  })
  if (issue.code !== 'unrecognized_keys')
    return `${name ?? (path ? `${file}: ${path}` : file)}: ${issue.message}`
  const known = namesAt(issue.path)
  return issue.keys
    .map(key => `${file}: ${[...issue.path, key].join('.')}: there is no such setting${nearest(key, known)}`)
    .join('\n')
}

/** The names that a place in the config may have, as the defaults show them. */
function namesAt(path: readonly PropertyKey[]): string[] {
  let place: unknown = schema.parse({})
  for (const key of path) place = (place as Record<PropertyKey, unknown>)?.[key]
  return Object.keys(
    place ?? { name: '', hash: '', scopes: '', cert: '', key: '', algorithms: '', issuer: '', audience: '' },
  )
}

function nearest(name: string, known: readonly string[]): string {
  const ranked = known.map(other => ({ other, far: distance(name.toLowerCase(), other.toLowerCase()) }))
  const best = ranked.sort((one, other) => one.far - other.far)[0]
  return best && best.far <= Math.max(2, name.length / 3) ? `; did you mean ${best.other}?` : ''
}

/** How many letters must change to make one word of the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same))
    }
    row = next
  }
  return row[other.length] ?? 0
}
