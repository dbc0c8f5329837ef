// Blocks in PostgreSQL.
import type { Block, BlockStore } from '../blocks.ts'
import type { Connection } from './connection.ts'

export class PostgresBlocks implements BlockStore {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  all(): Promise<Block[]> {
    return this.#connection.query<Block>('select by, person from block order by at')
  }

  async add({ by, person }: Block, at: number): Promise<void> {
    await this.#connection.query(
      'insert into block (by, person, at) values ($1, $2, $3) on conflict do nothing',
      [by, person, at],
    )
  }

  async lift({ by, person }: Block): Promise<void> {
    await this.#connection.query('delete from block where by = $1 and person = $2', [by, person])
  }
}
