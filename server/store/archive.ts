// The port of the way out: everything that is kept, table by table, to be taken away and brought back.
import { z } from 'zod'
import {
  clientKey,
  epoch,
  groupId,
  inviteId,
  messageId,
  personId,
  type RoomId,
  roomId,
} from '#protocol/id.ts'
import { inviteRole } from '#protocol/invite.ts'
import { origin, scope } from '#protocol/server.ts'

const whole = z.number().int().nonnegative()
/** Bytes stand in the dump as base64url, and go to the database as it writes them. */
const bytes = z
  .string()
  .regex(/^[A-Za-z0-9_-]*$/)
  .transform(text => `\\x${Buffer.from(text, 'base64url').toString('hex')}`)

/** Every table with its columns; who is spoken of comes before who speaks of him. */
export const tables = {
  room: z.strictObject({
    id: roomId,
    name: z.string().nullable(),
    epoch,
    record: z.record(z.string(), z.unknown()),
    link: bytes.nullable(),
    named_at: whole,
  }),
  member: z.strictObject({
    room: roomId,
    person: personId,
    name: z.string(),
    since: whole,
    read: whole,
    read_at: whole,
  }),
  message: z.strictObject({
    room: roomId,
    id: messageId,
    seq: whole,
    key: clientKey,
    by: personId,
    name: z.string(),
    text: z.string(),
    at: whole,
    edited: whole.nullable(),
    deleted: whole.nullable(),
    extras: z.record(z.string(), z.unknown()).nullable(),
  }),
  reaction: z.strictObject({
    room: roomId,
    message: messageId,
    person: personId,
    emoji: z.string(),
    seq: z.number().int(),
  }),
  fact: z.strictObject({
    room: roomId,
    seq: whole,
    id: z.string().min(1),
    type: z.string().min(1),
    message: messageId.nullable(),
    body: z.record(z.string(), z.unknown()).nullable(),
  }),
  account: z.strictObject({
    id: personId,
    name: z.string(),
    about: z.string(),
    origin,
    made_at: whole,
    seen_at: whole,
    avatar: bytes.nullable(),
    avatar_version: z.string().nullable(),
    links: whole,
    ended: z.boolean(),
  }),
  browser: z.strictObject({ hash: z.string().min(1), account: personId, since: whole }),
  service_key: z.strictObject({
    name: z.string().min(1),
    hash: z.string().min(1),
    scopes: z.array(scope),
    made_at: whole,
  }),
  invite: z.strictObject({
    room: roomId,
    id: inviteId,
    hash: bytes,
    uses: whole.nullable(),
    remaining: whole.nullable(),
    expires: whole.nullable(),
    role: inviteRole.nullable(),
    person: personId.nullable(),
    note: z.string(),
    by: personId,
    name: z.string(),
    at: whole,
  }),
  invite_use: z.strictObject({
    room: roomId,
    invite: inviteId,
    person: personId,
    name: z.string(),
    at: whole,
    out: z.boolean(),
  }),
  block: z.strictObject({ by: personId, person: personId, at: whole }),
  people_group: z.strictObject({ id: groupId, name: z.string().min(1), made_at: whole }),
  group_member: z.strictObject({ people_group: groupId, person: personId }),
}
export type TableName = keyof typeof tables
export const tableNames = Object.keys(tables) as TableName[]

export type RowOf<T extends TableName> = z.output<(typeof tables)[T]>

/** Rows of one table, never many at once. */
export interface Batch {
  readonly table: TableName
  readonly rows: readonly object[]
}

export interface Archive {
  /** How far the tables have come: rows fit tables of the same number only. */
  readonly migration: number
  /** Everything, or everything of one room in the order of its numbers, as it was at one moment. */
  read(room?: RoomId): AsyncIterable<Batch>
  /** All of them or none. What was there before must be replaced on purpose. */
  fill(batches: AsyncIterable<Batch>, replace: boolean): Promise<void>
  /** The named rooms that are called so, or have this id. */
  find(called: string): Promise<RoomId[]>
  close(): Promise<void>
}

/** To read, the database must be there and up to date; to fill, it is made. */
export type Purpose = 'read' | 'fill'
