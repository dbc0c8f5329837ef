// Connections to the database, and what is done when there is none.
import pg from 'pg'
import type { Log } from '../../base/log.ts'
import { StoreAway, StoreUnreached } from '../store.ts'
import { meaningOf } from './errors.ts'

/** A statement that takes longer has a database behind it that is as good as away. */
const QUERY_MS = 4000

// Our numbers of milliseconds and messages fit a double; pg gives bigints as strings otherwise.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export class Connection {
  readonly #pool: pg.Pool
  readonly #revive: () => Promise<void>
  readonly #log: Log

  constructor(config: pg.PoolConfig, revive: () => Promise<void>, log: Log) {
    this.#pool = new pg.Pool({
      ...config,
      query_timeout: QUERY_MS,
      connectionTimeoutMillis: QUERY_MS,
      max: 6,
    })
    // Whoever was asking hears of it by his answer; the next question makes another.
    const broke = (error: Error) => log.debug({ err: error }, 'a connection to the database broke')
    this.#pool.on('error', broke)
    this.#pool.on('connect', client => client.on('error', broke))
    this.#revive = revive
    this.#log = log
  }

  async query<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    return this.use(async client => (await client.query<Row>(text, values)).rows)
  }

  /** One that is asked again and again: each connection reads and plans it once. */
  prepared(name: string, text: string, values: unknown[]): Promise<void> {
    return this.use(async client => void (await client.query({ name, text, values })))
  }

  transaction<Value>(work: (client: pg.PoolClient) => Promise<Value>): Promise<Value> {
    return this.use(async client => {
      await client.query('begin')
      try {
        const value = await work(client)
        await client.query('commit')
        return value
      } catch (error) {
        await client.query('rollback').catch(() => {})
        throw error
      }
    })
  }

  /** A connection that failed is thrown away: nobody knows what it would still answer. */
  async use<Value>(work: (client: pg.PoolClient) => Promise<Value>): Promise<Value> {
    const client = await this.#connect()
    try {
      const value = await work(client)
      client.release()
      return value
    } catch (error) {
      const meaning = meaningOf(error)
      const away = meaning instanceof StoreAway
      const refused = away && error instanceof pg.DatabaseError && (await goesOn(client))
      client.release(away && !refused)
      throw refused ? new StoreUnreached(meaning.message, { cause: error }) : meaning
    }
  }

  close(): Promise<void> {
    return this.#pool.end()
  }

  async #connect(): Promise<pg.PoolClient> {
    try {
      return await this.#pool.connect()
    } catch (error) {
      this.#revive().catch(reason => this.#log.error({ err: reason }, 'the database could not be started'))
      throw new StoreUnreached('the database cannot be reached', { cause: error })
    }
  }
}

/** It has said no, as when its disk is full, and still talks on this connection: then nothing of it was done. */
function goesOn(client: pg.PoolClient): Promise<boolean> {
  return client.query('select').then(
    () => true,
    () => false,
  )
}
