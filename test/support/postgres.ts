// Debian's PostgreSQL in a folder and on a port of its own, to be stopped, killed and frozen at will.
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

export interface Database {
  readonly url: string
  start(): Promise<void>
  /** Its postmaster and everything of it, at once. */
  kill(): void
  freeze(): void
  thaw(): void
  [Symbol.asyncDispose](): Promise<void>
}

export async function debianPostgres(parent = tmpdir()): Promise<Database> {
  const bin = globSync('/usr/lib/postgresql/*/bin/postgres')
    .sort()
    .at(-1)
    ?.replace(/postgres$/, '')
  if (!bin) throw new Error('PostgreSQL of Debian is not installed')
  const folder = mkdtempSync(join(parent, 'presence-pg-'))
  const identity = process.getuid?.() === 0 ? idsOf('postgres') : undefined
  if (identity) chownSync(folder, identity.uid, identity.gid)
  chmodSync(folder, 0o700)
  const data = join(folder, 'data')
  const options = { ...identity, cwd: '/', stdio: 'ignore' as const }
  execFileSync(
    `${bin}initdb`,
    ['-D', data, '-U', 'presence', '-A', 'trust', '--no-sync', '-E', 'UTF8'],
    options,
  )
  const port = await freePort()
  const url = `postgres://presence@127.0.0.1:${port}/postgres`
  const flags = [
    '-D',
    data,
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `unix_socket_directories=${folder}`,
  ]
  const signal = (name: NodeJS.Signals) => {
    for (const pid of family(data)) kill(pid, name)
  }
  const database: Database = {
    url,
    async start() {
      spawn(`${bin}postgres`, flags, { ...options, detached: true }).unref()
      for (let tries = 0; tries < 200 && !(await answers(url)); tries++)
        await new Promise(done => setTimeout(done, 50))
    },
    kill: () => signal('SIGKILL'),
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    async [Symbol.asyncDispose]() {
      signal('SIGCONT')
      signal('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await database.start()
  return database
}

/** The postmaster and its children, newest knowledge each time. */
function family(data: string): number[] {
  const postmaster = readPid(data)
  if (!postmaster) return []
  const children = globSync('/proc/[0-9]*/stat').flatMap(file => {
    const fields = readIfThere(file).split(') ')[1]?.split(' ')
    return fields?.[1] === String(postmaster) ? [Number(file.split('/')[2])] : []
  })
  return [postmaster, ...children]
}

/** One that has just ended by itself is as good. */
function kill(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function readPid(data: string): number | undefined {
  const pid = Number(readIfThere(join(data, 'postmaster.pid')).split('\n')[0])
  return pid && readIfThere(`/proc/${pid}/comm`) !== '' ? pid : undefined
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 })
  client.on('error', () => {})
  return client
    .connect()
    .then(() => client.end())
    .then(() => true)
    .catch(() => false)
}

const idsOf = (user: string) => ({
  uid: Number(execFileSync('id', ['-u', user])),
  gid: Number(execFileSync('id', ['-g', user])),
})

function freePort(): Promise<number> {
  return new Promise(done => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
}
