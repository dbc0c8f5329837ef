// The invites in PostgreSQL. Whatever races for the last use of one, a single conditional UPDATE decides.
import type pg from 'pg'
import type { InviteId, PersonId, RoomId } from '#protocol/id.ts'
import { PUBLIC } from '#protocol/public.ts'
import {
  type Guest,
  type Invites,
  type KeptInvite,
  type KeptInvites,
  type Listed,
  type Lists,
  MOST_INVITES,
  MOST_NAMED,
  MOST_SHOWN,
  MOST_USES_KEPT,
  type Pass,
  type Revoked,
  type Spending,
  type Use,
  type Waiting,
} from '../invites.ts'
import { Twice } from '../store.ts'
import type { Connection } from './connection.ts'

export class PostgresInvites implements Invites {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  async add(invite: KeptInvite): Promise<boolean> {
    const { room, at } = invite
    const added = await this.#connection.query(ADD, [room, at, MOST_INVITES, JSON.stringify([row(invite)])])
    return added.length > 0
  }

  async find(hash: Buffer, person: PersonId, now: number): Promise<Pass | undefined> {
    const [found] = await this.#connection.query<Pass>(FIND, [hash, person, now])
    return found
  }

  async spend(room: RoomId, id: InviteId, guest: Guest, now: number): Promise<Spending> {
    if (await this.#use(SPEND, room, id, guest, now)) return 'spent'
    // He may have come by it before, or in this very moment by another page.
    const used = await this.#connection.query(HAS_COME, [room, id, guest.person])
    return used.length > 0 ? 'again' : 'gone'
  }

  async came(room: RoomId, guest: Guest, now: number): Promise<void> {
    await this.#use(CAME, room, PUBLIC, guest, now)
  }

  async list(room: RoomId): Promise<Lists> {
    const [invites, uses, [came]] = await Promise.all([
      this.#connection.query<Listed>(LIST, [room]),
      this.#connection.query<Use>(
        'select invite, person, name, at, out from invite_use where room = $1 order by at desc, person limit $2',
        [room, MOST_NAMED],
      ),
      this.#connection.query<{ count: number }>(
        'select count(*)::int as count from invite_use where room = $1 and invite = $2',
        [room, PUBLIC],
      ),
    ])
    return { invites, uses, publicCount: came?.count ?? 0 }
  }

  revoke(room: RoomId, id: InviteId, by?: PersonId): Promise<Revoked | undefined> {
    return this.#connection.transaction(async client => {
      // Waits for whoever is spending it right now: he is then among those who came.
      const { rows } = await client.query<{ person: PersonId | null }>(
        'delete from invite where room = $1 and id = $2 and by = coalesce($3, by) returning person',
        [room, id, by ?? null],
      )
      return rows[0] && { person: rows[0].person, came: await forgetUses(client, room, id) }
    })
  }

  forgetPublic(room: RoomId): Promise<readonly PersonId[]> {
    return this.#connection.use(client => forgetUses(client, room, PUBLIC))
  }

  async decline(room: RoomId, id: InviteId, person: PersonId): Promise<boolean> {
    const declined = await this.#connection.query(
      'delete from invite where room = $1 and id = $2 and person = $3 and remaining > 0 returning id',
      [room, id, person],
    )
    return declined.length > 0
  }

  async turnedOut(room: RoomId, person: PersonId): Promise<void> {
    await this.#connection.query(TURNED_OUT, [room, person])
  }

  expected(room: RoomId): Promise<readonly (Pass & { person: PersonId })[]> {
    return this.#connection.query(
      `select room, id, role, expires, person, true as direct from invite
       where room = $1 and person is not null and remaining > 0`,
      [room],
    )
  }

  of(person: PersonId, now: number): Promise<readonly Waiting[]> {
    return this.#connection.query<Waiting>(
      `select i.room, i.id, r.name as "roomName", i.name as by, i.at from invite i join room r on r.id = i.room
       where i.person = $1 and ${isOpen('$2')} order by i.at desc limit $3`,
      [person, now, MOST_SHOWN],
    )
  }

  /** True when a use was written. The same person twice at once is a use that is there already. */
  async #use(statement: string, room: RoomId, id: InviteId, { person, name }: Guest, now: number) {
    try {
      const used = await this.#connection.query(statement, [room, id, person, name, now, MOST_USES_KEPT])
      return used.length > 0
    } catch (error) {
      if (error instanceof Twice) return false
      throw error
    }
  }
}

/** Those that the room had before it had a name. */
export async function insertInvites(
  client: pg.ClientBase,
  room: RoomId,
  { invites, uses }: KeptInvites,
): Promise<void> {
  await client.query(`insert into invite ${COLUMNS} select $1, ${VALUES} from ${rowsIn('$2')}`, [
    room,
    JSON.stringify(invites.map(row)),
  ])
  await client.query(
    `insert into invite_use (room, invite, person, name, at, out) select $1, invite, person, name, at, out
     from jsonb_to_recordset($2) as u(invite text, person text, name text, at bigint, out boolean)`,
    [room, JSON.stringify(uses)],
  )
}

async function forgetUses(client: pg.ClientBase, room: RoomId, id: string): Promise<PersonId[]> {
  const { rows } = await client.query<{ person: PersonId; out: boolean }>(
    'delete from invite_use where room = $1 and invite = $2 returning person, out',
    [room, id],
  )
  return rows.flatMap(({ person, out }) => (out ? [] : person))
}

const row = ({ hash, left, ...rest }: Omit<KeptInvite, 'room'>) => ({
  ...rest,
  remaining: left,
  hash: hash.toString('hex'),
})

const COLUMNS = '(room, id, hash, uses, remaining, expires, role, person, note, by, name, at)'
const VALUES = "id, decode(hash, 'hex'), uses, remaining, expires, role, person, note, by, name, at"
const rowsIn = (
  place: string,
) => `jsonb_to_recordset(${place}) as i(id text, hash text, uses int, remaining int,
  expires bigint, role text, person text, note text, by text, name text, at bigint)`

const isOpen = (now: string) =>
  `(i.remaining is null or i.remaining > 0) and (i.expires is null or i.expires > ${now})`
const hasCome = (person: string) =>
  `exists (select from invite_use u where u.room = i.room and u.invite = i.id and u.person = ${person} and not u.out)`

const ADD = `
  with dead as (
    delete from invite where id in (
      select id from invite i where room = $1 and not (${isOpen('$2')}) order by at
      limit greatest(0, (select count(*) from invite where room = $1) - $3 + 1)
      -- Each of those that are added at once drops another one.
      for update skip locked
    ) returning id
  ), forgotten as (
    delete from invite_use where room = $1 and invite in (select id from dead)
  )
  insert into invite ${COLUMNS} select $1, ${VALUES} from ${rowsIn('$4')}
  where (select count(*) from invite where room = $1) - (select count(*) from dead) < $3
  returning id`

const FIND = `
  select i.room, i.id, i.role, i.expires, i.person is not null as direct from invite i
  where i.hash = $1 and (
    (${isOpen('$3')} and (i.person is null or i.person = $2)) or ${hasCome('$2')}
  )`

/** Of those who came by a link that is never used up, the newest are remembered. */
const useOf = (spent: string) => `
  with spent as (${spent}), before as (
    delete from invite_use u using spent where u.room = $1 and u.invite = $2 and u.person = $3 and u.out
  ), forgotten as (
    delete from invite_use u using spent
    where spent.endless and u.room = $1 and u.invite = $2 and u.at < (
      select at from invite_use where room = $1 and invite = $2 order by at desc offset $6 - 2 limit 1
    )
  )
  insert into invite_use (room, invite, person, name, at) select $1, $2, $3, $4, $5 from spent
  returning person`

const SPEND = useOf(`
  update invite i set remaining = remaining - 1
  where i.room = $1 and i.id = $2 and ${isOpen('$5')} and (i.person is null or i.person = $3) and not ${hasCome('$3')}
  returning i.remaining is null as endless`)

const CAME = useOf(`
  select true as endless from room i where i.id = $1 and not exists (
    select from invite_use u where u.room = $1 and u.invite = $2 and u.person = $3 and not u.out
  )`)

const HAS_COME = 'select from invite_use where room = $1 and invite = $2 and person = $3 and not out'

const LIST = `
  select i.id, i.uses, i.remaining as left, i.expires, i.role, i.person, i.note, i.by, i.name, i.at,
    (select count(*)::int from invite_use u where u.room = i.room and u.invite = i.id) as count
  from invite i where i.room = $1 order by i.at desc, i.id`

const TURNED_OUT = `
  with waited as (delete from invite where room = $1 and person = $2 and remaining > 0)
  update invite_use set out = true where room = $1 and person = $2 and not out`
