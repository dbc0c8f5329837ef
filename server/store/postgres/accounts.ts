// The accounts in PostgreSQL.
import type { PersonId } from '#protocol/id.ts'
import type { Account, Accounts, SignedIn } from '../accounts.ts'
import type { Connection } from './connection.ts'

const ACCOUNT = `id, name, about, origin, made_at as "madeAt", seen_at as "seenAt",
  avatar_version as avatar, links, ended`

/** Who is removed is signed in nowhere. */
const SAVE = `
  with gone as (delete from browser where $9 and account = $1)
  insert into account (id, name, about, origin, made_at, seen_at, avatar_version, links, ended, avatar)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict (id) do update set name = excluded.name, about = excluded.about, seen_at = excluded.seen_at,
    avatar_version = excluded.avatar_version, links = excluded.links, ended = excluded.ended,
    avatar = case when excluded.avatar_version is not null then coalesce(excluded.avatar, account.avatar) end`

const SIGN_IN = `
  insert into browser (hash, account, since) values ($1, $2, $3)
  on conflict (hash) do update set account = excluded.account, since = excluded.since`

export class PostgresAccounts implements Accounts {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  async load() {
    const accounts = await this.#connection.query<Account>(`select ${ACCOUNT} from account order by made_at`)
    const browsers = await this.#connection.query<SignedIn>(
      'select hash as browser, account, since from browser order by since',
    )
    return { accounts, browsers }
  }

  async save(account: Account, picture?: Buffer): Promise<void> {
    const { id, name, about, origin, madeAt, seenAt, avatar, links, ended } = account
    const values = [id, name, about, origin, madeAt, seenAt, avatar, links, ended, picture ?? null]
    await this.#connection.query(SAVE, values)
  }

  async picture(account: PersonId): Promise<Buffer | undefined> {
    const [row] = await this.#connection.query<{ avatar: Buffer | null }>(
      'select avatar from account where id = $1',
      [account],
    )
    return row?.avatar ?? undefined
  }

  async signIn({ browser, account, since }: SignedIn): Promise<void> {
    await this.#connection.query(SIGN_IN, [browser, account, since])
  }

  async signOut(browsers: readonly string[]): Promise<void> {
    await this.#connection.query('delete from browser where hash = any($1)', [browsers])
  }
}
