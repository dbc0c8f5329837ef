// The keys of programs in PostgreSQL.
import type { ServiceKeys, StoredKey } from '../service-keys.ts'
import type { Connection } from './connection.ts'

export class PostgresServiceKeys implements ServiceKeys {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  load(): Promise<StoredKey[]> {
    return this.#connection.query<StoredKey>(
      'select name, hash, scopes, made_at as "madeAt" from service_key order by made_at',
    )
  }

  async add({ name, hash, scopes, madeAt }: StoredKey): Promise<void> {
    const values = [name, hash, JSON.stringify(scopes), madeAt]
    await this.#connection.query(
      'insert into service_key (name, hash, scopes, made_at) values ($1, $2, $3, $4)',
      values,
    )
  }

  async remove(name: string): Promise<void> {
    await this.#connection.query('delete from service_key where name = $1', [name])
  }
}
