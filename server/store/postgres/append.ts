// A batch of facts, all of them or none. Talk is by far the most of it and takes one statement.
import type pg from 'pg'
import type { Row } from '../store.ts'
import type { Connection } from './connection.ts'
import { extrasOf, factRow } from './rows.ts'

/** A message is the fact that it was said: one row, in one table. */
const SAY = `
  insert into message (room, id, seq, key, by, name, text, at, extras)
  select * from unnest(
    $1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[], $9::jsonb[]
  )`

const OTHERS = `
  insert into fact (room, seq, id, type, message, body)
  select room, seq, id, type, message, body
  from jsonb_to_recordset($1) as f(room text, seq bigint, id text, type text, message text, body jsonb)`

const EDIT = `
  update message m set text = f.text, edited = f.at
  from unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) as f(room, id, text, at)
  where m.room = f.room and m.id = f.id and m.deleted is null`

const DELETE = `
  with gone as (
    update message m set text = '', extras = null, deleted = f.at
    from unnest($1::text[], $2::text[], $3::bigint[]) as f(room, id, at)
    where m.room = f.room and m.id = f.id
  )
  -- The texts of earlier edits go with it.
  update fact set body = body - 'text'
  from unnest($1::text[], $2::text[]) as f(room, id)
  where fact.room = f.room and fact.message = f.id and fact.type = 'chat.edited'`

export async function appendRows(connection: Connection, rows: readonly Row[]): Promise<void> {
  const said = rows.filter(({ fact }) => fact.type === 'chat.said')
  if (said.length === rows.length) await connection.prepared('say', SAY, saidColumns(said))
  else await connection.transaction(client => appendMixed(client, rows, said))
}

async function appendMixed(client: pg.ClientBase, rows: readonly Row[], said: readonly Row[]): Promise<void> {
  if (said.length > 0) await client.query(SAY, saidColumns(said))
  const others = rows.filter(row => !said.includes(row))
  await client.query(OTHERS, [JSON.stringify(others.map(({ room, fact }) => ({ room, ...factRow(fact) })))])
  const edits = others.flatMap(({ room, fact }) => (fact.type === 'chat.edited' ? [{ room, ...fact }] : []))
  if (edits.length > 0) await client.query(EDIT, columns(edits, ['room', 'message', 'text', 'at']))
  const deletions = others.flatMap(({ room, fact }) =>
    fact.type === 'chat.deleted' ? [{ room, ...fact }] : [],
  )
  if (deletions.length > 0) await client.query(DELETE, columns(deletions, ['room', 'message', 'at']))
}

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
