// The server as a process of its own with the database it brings along: killed, and started again on the same folder.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Config } from '../../server/config.ts'
import type { Reachable } from './carrier.ts'
import { Child } from './child.ts'
import { temporaryFolder } from './start.ts'

export class House implements AsyncDisposable {
  readonly data = temporaryFolder()
  #child: Child | undefined
  /** Where it is found; undefined while it is dead. */
  address: Reachable | undefined

  constructor(config: Config) {
    writeFileSync(this.#config, `export default ${JSON.stringify(config)}`)
  }

  async start(): Promise<void> {
    const child = new Child('server/main.ts', [], {
      PRESENCE_CONFIG: this.#config,
      PRESENCE_DATA: this.data,
      PRESENCE_PORT: '0',
      PRESENCE_TCP_PORT: '0',
    })
    this.#child = child
    const url = await child.says(/(http:\/\/[^/]+)/)
    this.address = { url, tcpPort: undefined, socketPath: join(this.data, 'presence.sock') }
  }

  async kill(): Promise<void> {
    this.address = undefined
    this.#child?.kill('SIGKILL')
    await this.#child?.ended()
  }

  /** As an operator ends it. */
  async stop(): Promise<number | null | undefined> {
    this.#child?.kill('SIGTERM')
    return (await this.#child?.ended())?.code
  }

  /** The postmaster's. */
  get databasePid(): number {
    return Number(readFileSync(join(this.data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
  }

  /** Asks the database itself, past the server. */
  async query<Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
    const client = await connectTo(this.data)
    const { rows } = await client.query<Row>(text, values)
    await client.end()
    return rows
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill()
    // A test that broke off leaves the database running.
    try {
      process.kill(this.databasePid, 'SIGQUIT')
    } catch {}
    rmSync(this.data, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }

  get #config(): string {
    return join(this.data, 'config.mjs')
  }
}

/** The database that a server with this folder has brought along. */
export async function connectTo(data: string, database = 'postgres'): Promise<pg.Client> {
  const client = new pg.Client({ host: join(data, 'pg'), user: 'presence', database })
  await client.connect()
  return client
}

export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Another one beside it, in which nothing is yet. */
export async function emptyDatabase(data: string): Promise<pg.Client> {
  const client = await connectTo(data)
  await client.query('create database another')
  await client.end()
  return connectTo(data, 'another')
}
