// Local groups in PostgreSQL.
import type { GroupId, PersonId } from '#protocol/id.ts'
import type { GroupStore, StoredGroup } from '../groups.ts'
import type { Connection } from './connection.ts'

export class PostgresGroups implements GroupStore {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  all(): Promise<StoredGroup[]> {
    return this.#connection.query<StoredGroup>(
      `select id, name, array(select person from group_member where people_group = id order by person) as members
       from people_group`,
    )
  }

  async make(id: GroupId, name: string, at: number): Promise<void> {
    await this.#connection.query('insert into people_group (id, name, made_at) values ($1, $2, $3)', [
      ...[id, name, at],
    ])
  }

  async rename(id: GroupId, name: string): Promise<void> {
    await this.#connection.query('update people_group set name = $2 where id = $1', [id, name])
  }

  async remove(id: GroupId): Promise<void> {
    await this.#connection.query('delete from people_group where id = $1', [id])
  }

  async add(id: GroupId, person: PersonId): Promise<void> {
    await this.#connection.query(
      'insert into group_member (people_group, person) values ($1, $2) on conflict do nothing',
      [id, person],
    )
  }

  async drop(id: GroupId, person: PersonId): Promise<void> {
    await this.#connection.query('delete from group_member where people_group = $1 and person = $2', [
      ...[id, person],
    ])
  }
}
