// A batch of facts, all of them or none. Talk is by far the most of it and takes one statement.
import type pg from 'pg'
import { noteOf } from '../note.ts'
import type { Numbered, Row } from '../store.ts'
import type { Connection } from './connection.ts'
import { extrasOf, factRow } from './rows.ts'

/** A message is the fact that it was said: one row, in one table. */
const SAY = `
  insert into message (room, id, seq, key, by, name, text, at, extras)
  select * from unnest(
    $1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[], $9::jsonb[]
  )`

/** An edit is told what it replaces: this must come before the edit itself. */
const OTHERS = `
  insert into fact (room, seq, id, type, message, body)
  select f.room, f.seq, f.id, f.type, f.message, case f.type
    when 'chat.edited'
    then f.body || jsonb_build_object('was', jsonb_build_object('text', m.text, 'at', coalesce(m.edited, m.at)))
    else f.body
  end
  from jsonb_to_recordset($1) as f(room text, seq bigint, id text, type text, message text, body jsonb)
  left join message m on m.room = f.room and m.id = f.message`

const EDIT = `
  update message m set text = f.text, edited = case when f.silent then m.edited else f.at end
  from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::boolean[]) as f(room, id, text, at, silent)
  where m.room = f.room and m.id = f.id and m.deleted is null`

const DELETE = `
  with gone as (
    update message m set text = '', extras = null, deleted = f.at
    from unnest($1::text[], $2::text[], $3::bigint[]) as f(room, id, at)
    where m.room = f.room and m.id = f.id
  ), unmoved as (
    delete from reaction r using unnest($1::text[], $2::text[]) as f(room, id)
    where r.room = f.room and r.message = f.id
  )
  -- What it said before its edits goes with it.
  update fact set body = body - 'was'
  from unnest($1::text[], $2::text[]) as f(room, id)
  where fact.room = f.room and fact.message = f.id and fact.type = 'chat.edited'`

const REACT = `
  with back as (
    delete from reaction r using unnest($1::text[], $2::text[], $3::text[], $4::text[], $6::boolean[])
      as f(room, message, person, emoji, given)
    where not f.given and r.room = f.room and r.message = f.message and r.person = f.person and r.emoji = f.emoji
  )
  insert into reaction (room, message, person, emoji, seq)
  select f.room, f.message, f.person, f.emoji, f.seq
  from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::boolean[])
    as f(room, message, person, emoji, seq, given)
  join message m on m.room = f.room and m.id = f.message
  where f.given and m.deleted is null
  on conflict do nothing`

export async function appendRows(connection: Connection, rows: readonly Row[]): Promise<void> {
  const said = rows.filter(({ fact }) => fact.type === 'chat.said')
  if (said.length === rows.length) await connection.prepared('say', SAY, saidColumns(said))
  else await connection.transaction(client => appendMixed(client, rows, said))
}

/** In this order it does not matter in which one and the same message was reacted to and else changed. */
async function appendMixed(client: pg.ClientBase, rows: readonly Row[], said: readonly Row[]): Promise<void> {
  const put = async (sql: string, rows: readonly Record<string, unknown>[], names: readonly string[]) => {
    if (rows.length > 0) await client.query(sql, columns(rows, names))
  }
  if (said.length > 0) await client.query(SAY, saidColumns(said))
  const others = rows.filter(row => !said.includes(row))
  const facts = others.map(({ room, fact }) => ({ room, ...factRow(noteOf(fact)) }))
  await client.query(OTHERS, [JSON.stringify(facts)])
  await put(EDIT, ofType(rows, 'chat.edited'), ['room', 'message', 'text', 'at', 'silent'])
  await put(DELETE, ofType(rows, 'chat.deleted'), ['room', 'message', 'at'])
  await put(REACT, ofType(rows, 'chat.reacted'), ['room', 'message', 'by', 'emoji', 'seq', 'on'])
}

const ofType = (rows: readonly Row[], type: Numbered['type']) =>
  rows.flatMap(({ room, fact }) => (fact.type === type ? [{ room, ...fact }] : []))

function saidColumns(rows: readonly Row[]): unknown[][] {
  const flat = rows.flatMap(({ room, fact }) =>
    fact.type === 'chat.said'
      ? [{ ...fact.message, room, seq: fact.seq, extras: extrasOf(fact.message) }]
      : [],
  )
  return columns(flat, ['room', 'id', 'seq', 'key', 'by', 'name', 'text', 'at', 'extras'])
}

/** Rows to columns, as unnest wants them. */
function columns<Name extends string>(
  rows: readonly Record<Name, unknown>[],
  names: readonly Name[],
): unknown[][] {
  return names.map(name => rows.map(row => row[name]))
}
