// The memory in PostgreSQL: one code path for the embedded one and the operator's own.
import type pg from 'pg'
import type { Message, Version } from '#protocol/chat.ts'
import type { GroupId, MessageId, PersonId, RoomId } from '#protocol/id.ts'
import {
  type Belongings,
  type Finds,
  type Place,
  type ReadMark,
  type Recent,
  type RoomOfMine,
  type Row,
  type Store,
  type StoredMember,
  type StoredRoom,
  Twice,
  type Wanted,
} from '../store.ts'
import { appendRows } from './append.ts'
import type { Connection } from './connection.ts'
import { insertInvites } from './invites.ts'
import { LogSearch } from './log-search.ts'
import {
  asFact,
  asMessage,
  type FactRow,
  factRow,
  MESSAGE,
  type MessageRow,
  messageRow,
  reactionRows,
} from './rows.ts'

/** What a room is loaded with: as much as anyone who returns may have missed. */
const RECENT = 500

const COLUMNS = 'id, seq, key, by, name, text, at, edited, deleted, extras'

export class PostgresStore implements Store {
  readonly #connection: Connection
  readonly #search: LogSearch

  constructor(connection: Connection) {
    this.#connection = connection
    this.#search = new LogSearch(connection)
  }

  async append(rows: readonly Row[]): Promise<void> {
    try {
      await appendRows(this.#connection, rows)
    } catch (error) {
      // A commit that we had given up on may have gone through after all.
      if (!(error instanceof Twice && (await this.#landed(rows)))) throw error
    }
  }

  async name(room: StoredRoom, { recent, members, invites }: Belongings): Promise<void> {
    const { facts, messages } = recent
    await this.#connection.transaction(async client => {
      // A naming before that nobody knew the end of: this one holds.
      await client.query('delete from room where id = $1', [room.id])
      await client.query(
        'insert into room (id, name, epoch, record, link, named_at) values ($1, $2, $3, $4, $5, $6)',
        [room.id, room.name, room.epoch, room.record, room.link, Date.now()],
      )
      await client.query(
        `insert into fact (room, seq, id, type, message, body)
         select $1, f.seq, f.id, f.type, f.message, f.body from jsonb_to_recordset($2) as f(seq bigint, id text, type text, message text, body jsonb)`,
        [room.id, JSON.stringify(facts.filter(({ type }) => type !== 'chat.said').map(factRow))],
      )
      await client.query(
        `insert into message (room, ${COLUMNS}) select $1, ${COLUMNS} from jsonb_to_recordset($2)
           as m(id text, seq bigint, key text, by text, name text, text text, at bigint, edited bigint, deleted bigint, extras jsonb)`,
        [room.id, JSON.stringify(messages.map(messageRow))],
      )
      await client.query(
        `insert into reaction (room, message, person, emoji, seq) select $1, r.message, r.person, r.emoji, r.seq
         from jsonb_to_recordset($2) as r(message text, person text, emoji text, seq bigint)`,
        [room.id, JSON.stringify(reactionRows(messages))],
      )
      for (const member of members) await client.query(JOIN, joining(room.id, member))
      await insertInvites(client, room.id, invites)
    })
  }

  async pair(
    { id, epoch, record }: StoredRoom,
    [one, other]: readonly [StoredMember, StoredMember],
  ): Promise<void> {
    await this.#connection.query(PAIR, [
      ...[id, epoch, record, one.since],
      ...[one.person, one.name, other.person, other.name],
    ])
  }

  async save({ id, name, record, link }: StoredRoom): Promise<void> {
    await this.#connection.query('update room set name = $2, record = $3, link = $4 where id = $1', [
      id,
      name,
      record,
      link,
    ])
  }

  async burn(room: RoomId): Promise<void> {
    await this.#connection.query('delete from room where id = $1', [room])
  }

  async load(id: RoomId) {
    const [room] = await this.#connection.query<StoredRoom>(
      'select id, name, epoch, record, link from room where id = $1',
      [id],
    )
    if (!room) return undefined
    const members = await this.#connection.query<StoredMember>(
      `select person, name, since, json_build_object('seq', read, 'at', read_at) as read from member where room = $1`,
      [id],
    )
    return { ...room, members, recent: await this.#recent(id) }
  }

  async roomOfLink(link: Buffer): Promise<RoomId | undefined> {
    const [row] = await this.#connection.query<{ id: RoomId }>('select id from room where link = $1', [link])
    return row?.id
  }

  async page(room: RoomId, place: Place, most: number): Promise<Message[]> {
    const [seq, there] = 'before' in place ? [place.before, 'seq < $2'] : [place.after, 'seq > $2']
    const nearest = 'before' in place ? 'desc' : 'asc'
    const rows = await this.#connection.query<MessageRow>(
      `select ${MESSAGE} from message m where room = $1 and ${there} order by seq ${nearest} limit $3`,
      [room, seq, most],
    )
    return rows.map(asMessage).sort((one, other) => one.seq - other.seq)
  }

  search(room: RoomId, wanted: Wanted, most: number): Promise<Finds> {
    return this.#search.find(room, wanted, most)
  }

  async message(room: RoomId, id: MessageId): Promise<Message | undefined> {
    const [row] = await this.#connection.query<MessageRow>(
      `select ${MESSAGE} from message m where room = $1 and id = $2`,
      [room, id],
    )
    return row && asMessage(row)
  }

  async replaced(room: RoomId, id: MessageId, most: number): Promise<Version[]> {
    const rows = await this.#connection.query<{ was: Version }>(
      `select body -> 'was' as was from fact
       where room = $1 and message = $2 and type = 'chat.edited' and body ? 'was' and not body ? 'silent'
       order by seq desc limit $3`,
      [room, id, most],
    )
    return rows.map(({ was }) => was).reverse()
  }

  async sent(room: RoomId, by: PersonId, key: string): Promise<Message | undefined> {
    const where = 'room = $1 and by = $2 and key = $3'
    const [row] = await this.#connection.query<MessageRow>(
      `select ${MESSAGE} from message m where ${where}`,
      [room, by, key],
    )
    return row && asMessage(row)
  }

  async join(room: RoomId, member: StoredMember): Promise<void> {
    await this.#connection.query(JOIN, joining(room, member))
  }

  async leave(room: RoomId, person: PersonId): Promise<void> {
    await this.#connection.query('delete from member where room = $1 and person = $2', [room, person])
  }

  async rename(person: PersonId, name: string): Promise<void> {
    await this.#connection.query('update member set name = $2 where person = $1', [person, name])
  }

  async read(room: RoomId, person: PersonId, { seq, at }: ReadMark): Promise<void> {
    await this.#connection.query(
      'update member set read = $3, read_at = $4 where room = $1 and person = $2 and read < $3',
      [room, person, seq, at],
    )
  }

  async roomsOf(person: PersonId, groups: readonly GroupId[] = []): Promise<RoomOfMine[]> {
    return this.#connection.query<RoomOfMine & pg.QueryResultRow>(MINE, [person, groups])
  }

  async shareRoom(one: PersonId, other: PersonId): Promise<boolean> {
    const shared = await this.#connection.query(
      'select from member mine join member theirs using (room) where mine.person = $1 and theirs.person = $2 limit 1',
      [one, other],
    )
    return shared.length > 0
  }

  async roommates(person: PersonId): Promise<PersonId[]> {
    const [row] = await this.#connection.query<{ people: PersonId[] }>(
      `select coalesce(json_agg(distinct theirs.person), '[]') as people
       from member mine join member theirs on theirs.room = mine.room
       where mine.person = $1 and theirs.person <> $1`,
      [person],
    )
    return row?.people ?? []
  }

  async #landed(rows: readonly Row[]): Promise<boolean> {
    const [found] = await this.#connection.query<{ count: number }>(LANDED, [
      rows.map(({ room }) => room),
      rows.map(({ fact }) => fact.id),
    ])
    return found?.count === rows.length
  }

  async #recent(room: RoomId): Promise<Recent> {
    const facts = untilHole(await this.#connection.query<FactRow>(RECENT_FACTS, [room, RECENT]))
    const ids = facts.flatMap(({ message }) => message ?? [])
    const messages = await this.#connection.query<MessageRow>(
      `select ${MESSAGE} from message m where room = $1 and id = any($2) order by seq`,
      [room, ids],
    )
    return { facts: facts.reverse().map(asFact), messages: messages.map(asMessage) }
  }
}

/** `here` called those who were there. */
const MINE = `
  select r.id as room, r.name, nullif(r.record->'direct', 'null') as direct, news.unread, news.mentions,
    (select json_build_object('name', m.name, 'text', m.text, 'at', m.at) from message m
      where m.room = r.id and m.deleted is null order by m.seq desc limit 1) as last
  from member mine
  join room r on r.id = mine.room
  cross join lateral (
    select count(*)::int as unread, count(*) filter (
      where m.extras->'mentions'->'people' ? $1 or m.extras->'mentions'->'groups' ?| $2::text[]
        or m.extras->'mentions'->>'all' = 'everyone'
    )::int as mentions
    from message m where m.room = r.id and m.seq > mine.read and m.by <> $1 and m.deleted is null
  ) as news
  where mine.person = $1 and (r.name is not null or exists (select from message m where m.room = r.id))
  order by r.named_at`

/** Before it is what an unnamed room had forgotten, but for a message that something happened to later. */
function untilHole(newestFirst: FactRow[]): FactRow[] {
  const hole = newestFirst.findIndex(({ seq }, at) => at > 0 && seq !== (newestFirst[at - 1]?.seq ?? 0) - 1)
  return hole === -1 ? newestFirst : newestFirst.slice(0, hole)
}

const JOIN = `insert into member (room, person, name, since, read, read_at) values ($1, $2, $3, $4, $5, $6)
  on conflict (room, person) do update set name = excluded.name`

const LANDED = `select count(*)::int as count from unnest($1::text[], $2::text[]) as sought(room, id)
  where exists (select from message m where m.room = sought.room and m.id = sought.id)
     or exists (select from fact f where f.id = sought.id)`

const RECENT_FACTS = `
  (select seq, id, type, message, body from fact where room = $1 order by seq desc limit $2)
  union all
  (select seq, id, 'chat.said', id, null from message where room = $1 order by seq desc limit $2)
  order by seq desc limit $2`

const joining = (room: RoomId, { person, name, since, read }: StoredMember) => [
  ...[room, person, name, since, read.seq, read.at],
]
const PAIR = `
  with made as (
    insert into room (id, epoch, record, named_at) values ($1, $2, $3, $4) on conflict (id) do nothing returning id
  )
  insert into member (room, person, name, since)
  select made.id, m.person, m.name, $4 from made, (values ($5, $6), ($7, $8)) as m(person, name)`
