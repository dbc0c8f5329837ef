// A room told part by part to whoever writes it down, and written down for programs.

import type { Version } from '#protocol/chat.ts'
import type { Attachment } from '#protocol/file.ts'
import { readRecord } from '../room/record.ts'
import type { Batch, RowOf } from '../store/archive.ts'
import { CommandError } from './verb.ts'

export interface Head {
  readonly id: string
  readonly name: string
  readonly topic: string
  readonly namedAt: string
  readonly people: readonly { person: string; name: string; role: string; since: string }[]
}

/** With where it lies beside the copy. */
export type Laid = Attachment & { readonly path: string }

export interface Said {
  readonly id: string
  readonly seq: number
  readonly at: string
  readonly by: string
  readonly name: string
  readonly text: string
  readonly edited?: string
  readonly deleted?: string
  readonly reply?: string
  readonly files?: readonly Laid[]
}

/** What else happened: edits with what they replaced, deletions, reactions, names, roles. */
export interface Change {
  readonly seq: number
  readonly type: string
  readonly message?: string
  readonly [more: string]: unknown
}

/** Told first the head, then all messages, then all changes, many at a time. */
export interface Copy {
  head?(head: Head): Promise<void>
  messages(messages: readonly Said[]): Promise<void>
  changes?(changes: readonly Change[]): Promise<void>
  end?(): Promise<void>
}

export async function tellRoom(batches: AsyncIterable<Batch>, copies: readonly Copy[]): Promise<void> {
  const each = async (tell: (copy: Copy) => Promise<void> | undefined) => {
    for (const copy of copies) await tell(copy)
  }
  let room: RowOf<'room'> | undefined
  const members: RowOf<'member'>[] = []
  let begun = false
  const begin = async () => {
    if (!room) throw new CommandError('The room has just been closed: nothing of it is left.')
    const head = headOf(room, members)
    if (!begun) await each(copy => copy.head?.(head))
    begun = true
  }
  for await (const { table, rows } of batches) {
    if (table === 'room') room = rows[0] as RowOf<'room'>
    else if (table === 'member') members.push(...(rows as RowOf<'member'>[]))
    else if (table === 'message') {
      await begin()
      await each(copy => copy.messages((rows as RowOf<'message'>[]).map(saidOf)))
    } else if (table === 'fact') {
      await begin()
      // Reactions are among them.
      await each(copy => copy.changes?.((rows as RowOf<'fact'>[]).map(changeOf)))
    }
  }
  await begin()
  await each(copy => copy.end?.())
}

function headOf({ id, name, record, named_at }: RowOf<'room'>, members: readonly RowOf<'member'>[]): Head {
  const { settings, roles } = readRecord(record)
  const roleOf = new Map(roles)
  const people = members.map(({ person, name, since }) => ({
    ...{ person, name, role: roleOf.get(person) ?? 'member' },
    since: time(since),
  }))
  // A 1:1 room is called after its two.
  const called = name ?? people.map(({ name }) => name).join(' and ')
  return { id, name: called, topic: settings.topic, namedAt: time(named_at), people }
}

function saidOf({ id, seq, at, by, name, text, edited, deleted, extras }: RowOf<'message'>): Said {
  return {
    ...{ ...extras, id, seq, at: time(at), by, name, text },
    ...(extras?.files ? { files: (extras.files as Attachment[]).map(laid) } : {}),
    ...(edited ? { edited: time(edited) } : {}),
    ...(deleted ? { deleted: time(deleted) } : {}),
  }
}

/** Under its own name, and with its id so that no two are the same. */
const laid = (file: Attachment): Laid => ({ ...file, path: `files/${file.id}-${file.name}` })

function changeOf({ seq, type, message, body }: RowOf<'fact'>): Change {
  const { was, ...more } = (body ?? {}) as { was?: Version; at?: number }
  return {
    ...{ ...more, seq, type },
    ...(more.at === undefined ? {} : { at: time(more.at) }),
    ...(was ? { was: { text: was.text, at: time(was.at) } } : {}),
    ...(message ? { message } : {}),
  }
}

const time = (ms: number) => new Date(ms).toISOString()

/** One object, with a message on each line. */
export class JsonCopy implements Copy {
  readonly #write: (text: string) => Promise<void>
  #list = ''
  #empty = true

  constructor(write: (text: string) => Promise<void>) {
    this.#write = write
  }

  head(head: Head): Promise<void> {
    this.#list = 'messages'
    return this.#write(`${JSON.stringify(head, null, 2).slice(0, -2)},\n  "messages": [`)
  }

  messages(messages: readonly Said[]): Promise<void> {
    return this.#lines(messages)
  }

  async changes(changes: readonly Change[]): Promise<void> {
    await this.#toChanges()
    await this.#lines(changes)
  }

  async end(): Promise<void> {
    await this.#toChanges()
    await this.#write(`${this.#ending()}\n}\n`)
  }

  async #toChanges(): Promise<void> {
    if (this.#list === 'changes') return
    await this.#write(`${this.#ending()},\n  "changes": [`)
    this.#list = 'changes'
    this.#empty = true
  }

  #ending(): string {
    return this.#empty ? ']' : '\n  ]'
  }

  async #lines(values: readonly object[]): Promise<void> {
    if (values.length === 0) return
    const lines = values.map(value => `\n    ${JSON.stringify(value)}`)
    await this.#write((this.#empty ? '' : ',') + lines.join(','))
    this.#empty = false
  }
}
