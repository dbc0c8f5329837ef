// What is taken out of one database comes back in another as it was: from the one that comes with us into Debian's,
// and back again.
// needs: postgresql
import { copyFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Mistake } from '../../server/base/mistake.ts'
import { restore } from '../../server/command/restore.ts'
import { openArchive } from '../../server/compose.ts'
import { load } from '../../server/config.ts'
import { tableNames, tables } from '../../server/store/archive.ts'
import { signInByToken, tokenFor } from '../support/accounts.ts'
import { environmentOf, type Place, presence } from '../support/child.ts'
import { Calendar } from '../support/clock.ts'
import { connectTo } from '../support/house.ts'
import { roomy } from '../support/limits.ts'
import { Person } from '../support/person.ts'
import { type Database, debianPostgres } from '../support/postgres.ts'
import { type Running, start, temporaryFolder } from '../support/start.ts'

const remember = { remember: true }
const name = `<script>alert("x")</script> & 'quoted' \u{1f600} \\`
const hostile = `</style></title>${name} \u2028 \u202e --> \r\n <img src=x onerror=alert(1)>`
const folders: string[] = []
let debian: Database
let server: Running
let link: string
let ids: { plans: string; other: string }
/** For one person each: one has come already, one has not. */
let invites: { used: string; open: string }
/** Taken once of the embedded database while its server ran. */
let first: string

beforeAll(async () => {
  debian = await debianPostgres()
  const clock = new Calendar()
  server = await start({ ...signInByToken, ...roomy }, clock, remember)
  const ann = await Person.come(server, { token: tokenFor('Ann') })
  const ben = await Person.come(server, { token: tokenFor('Ben') })
  const plans = await ann.startRoom('To be kept')
  link = plans.link
  await ann.ask({ type: 'room.name', room: plans.id, name: 'Plans' })
  await ben.enter(link)
  const edited = await ann.say(plans.id, 'with a mistake')
  const deleted = await ben.say(plans.id, 'a secret that is taken back')
  await Promise.all(Array.from({ length: 40 }, (_, at) => ben.say(plans.id, `and ${at}`)))
  await ann.say(plans.id, hostile)
  clock.advance(6 * 60_000)
  await ann.ask({ type: 'chat.edit', room: plans.id, id: edited.id, text: 'without one' })
  await ben.ask({ type: 'chat.react', room: plans.id, id: edited.id, emoji: '🎉', on: true })
  await ben.ask({ type: 'chat.edit', room: plans.id, id: deleted.id, text: 'a secret, in other words' })
  await ben.ask({ type: 'chat.delete', room: plans.id, id: deleted.id })
  await ben.ask({ type: 'chat.read', room: plans.id, seq: 5 })
  await ann.ask({ type: 'room.role', room: plans.id, person: ben.id, role: 'admin' })
  const make = async () => (await ann.ask({ type: 'invite.make', room: plans.id, uses: 1 })).path
  invites = { used: await make(), open: await make() }
  await (await Person.come(server, { name: 'Dan' })).enter(invites.used)
  const { room: direct } = await ann.ask({ type: 'room.direct', person: ben.id })
  await ann.join({ room: direct })
  await ann.say(direct, 'only for Ben')
  await ann.ask({ type: 'people.block', person: ben.id, on: true })
  const operator = await Person.come(server, { transport: 'unix' })
  const { group } = await operator.ask({ type: 'group.make', name: 'Gardeners' })
  await operator.ask({ type: 'group.add', group, person: ben.id })
  const other = await ann.startRoom()
  await ann.ask({ type: 'room.name', room: other.id, name })
  await Promise.all([ann.settled(), ben.settled()])
  ids = { plans: plans.id, other: other.id }
  first = join(folder(), 'first')
  expect(await presence(server, 'backup', first)).toMatchObject({ code: 0, err: '' })
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await debian[Symbol.asyncDispose]()
  for (const path of folders) rmSync(path, { recursive: true, force: true })
})

test('a backup goes from the embedded database into that of Debian and back again, and nothing of it changes', async () => {
  expect(statSync(first).mode & 0o777).toBe(0o600)
  expect(existsSync(`${first}.part`)).toBe(false)
  expect(rowsOf(first).filter(row => row.startsWith('{"table":"message"'))).toHaveLength(44)
  expect(rowsOf(first).filter(row => row.startsWith('{"table":"reaction"'))).toHaveLength(1)
  expect(readFileSync(first, 'utf8')).not.toMatch(/secret/)

  const toDebian = { data: folder(), databaseUrl: debian.url }
  const there = await presence(toDebian, 'restore', first)
  expect(there).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringMatching(/^Brought back 3 rooms with 44/),
  })
  const second = join(folder(), 'second')
  expect(await presence(toDebian, 'backup', second)).toMatchObject({ code: 0, err: '' })
  expect(rowsOf(second)).toEqual(rowsOf(first))

  const backAgain = { data: folder() }
  expect(await presence(backAgain, 'restore', second)).toMatchObject({ code: 0, err: '' })
  // It was started for this, and does not stay.
  expect(existsSync(join(backAgain.data, 'postgres', 'postmaster.pid'))).toBe(false)
  const third = join(folder(), 'third')
  expect(await presence(backAgain, 'backup', third)).toMatchObject({ code: 0, err: '' })
  expect(rowsOf(third)).toEqual(rowsOf(first))
  expect(existsSync(join(backAgain.data, 'postgres', 'postmaster.pid'))).toBe(false)

  await opensAsItWas(toDebian)
  await opensAsItWas(backAgain)
})

/** The link made before the backup, the people, what they said, and how it was changed. */
async function opensAsItWas({ data, databaseUrl }: Place): Promise<void> {
  await using restored = await start({ ...signInByToken, databaseUrl }, undefined, { ...remember, data })
  const stranger = await Person.come(restored, { name: 'Cleo' })
  await expect(stranger.enter(invites.used)).rejects.toMatchObject({ code: 'room.gone' })
  const state = await stranger.enter(link)
  expect(state).toMatchObject({ id: ids.plans, name: 'Plans', settings: { topic: 'To be kept' } })
  expect(state.absent.map(({ name, role }) => [name, role]).sort()).toEqual([
    ['Ann', 'owner'],
    ['Ben', 'admin'],
  ])
  const { messages } = await stranger.ask({ type: 'chat.page', room: state.id, before: 1000 })
  expect(messages).toHaveLength(43)
  expect(messages[0]).toMatchObject({ text: 'without one', name: 'Ann' })
  expect(messages[1]).toMatchObject({ text: '', deleted: expect.any(Number) })
  expect(messages.at(-1)).toMatchObject({ text: hostile })
  const ben = await Person.come(restored, { token: tokenFor('Ben') })
  const { rooms } = await ben.ask({ type: 'room.mine' })
  expect(rooms).toMatchObject([
    { room: ids.plans, name: 'Plans', unread: 1 },
    { name: null, direct: { name: 'Ann' }, unread: 1, last: { text: 'only for Ben' } },
  ])
  expect((await ben.ask({ type: 'group.list' })).groups).toMatchObject([{ name: 'Gardeners', count: 1 }])
  expect((await ben.join({ room: state.id })).role).toBe('admin')
  const said = await ben.say(state.id, 'it goes on', 'another-key')
  expect(said.seq).toBe(state.seq + 1)
  await (await Person.come(restored, { name: 'Eve' })).enter(invites.open)
  await expect((await Person.come(restored)).enter(invites.open)).rejects.toMatchObject({ code: 'room.gone' })
  const ann = await Person.come(restored, { token: tokenFor('Ann') })
  const hers = (await ann.ask({ type: 'room.mine' })).rooms.map(({ name }) => name)
  expect(new Set(hers)).toEqual(new Set(['Plans', null, name]))
  expect(await ann.ask({ type: 'people.blocked' })).toMatchObject({ people: [{ name: 'Ben' }] })
}

test('a backup is of one moment, however much is said meanwhile', async () => {
  const cleo = await Person.come(server, { token: tokenFor('Cleo') })
  const { id } = await cleo.startRoom()
  await cleo.ask({ type: 'room.name', room: id, name: 'Loud' })
  let going = true
  let count = 0
  const voices = Array.from({ length: 20 }, async () => {
    while (going) {
      const said = await cleo.say(id, `${count++}`)
      await cleo.ask({ type: 'chat.edit', room: id, id: said.id, text: 'better' })
    }
  })
  const file = join(folder(), 'loud')
  const taken = await presence(server, 'backup', file)
  const said = count
  going = false
  await Promise.all(voices)
  await cleo.ask({ type: 'room.close', room: id })
  expect(taken).toMatchObject({ code: 0, err: '' })
  const rows = rowsOf(file).map(line => JSON.parse(line))
  const numbered = rows.filter(({ table, room }) => room === id && (table === 'message' || table === 'fact'))
  const seqs = numbered.map(({ seq }) => seq).sort((one, other) => one - other)
  expect(numbered.filter(({ table }) => table === 'message').length).toBeLessThan(said)
  expect(seqs.length).toBeGreaterThan(1)
  expect(seqs).toEqual(seqs.map((_, at) => at + 1))
})

test('a backup holds every column of every table', async () => {
  const client = await connectTo(server.data)
  const { rows } = await client.query(
    `select table_name as table, array_agg(column_name::text order by column_name::text) as columns
     from information_schema.columns where table_schema = 'public' and table_name <> 'migration' group by 1 order by 1`,
  )
  await client.end()
  const kept = tableNames.map(table => ({ table, columns: Object.keys(tables[table].shape).sort() }))
  expect(kept.sort((one, other) => (one.table < other.table ? -1 : 1))).toEqual(rows)
})

test('what is no whole backup is refused, and changes nothing', async () => {
  const lines = readFileSync(first, 'utf8').split('\n')
  const whole = lines.join('\n')
  const spoilt: Record<string, [string, RegExp]> = {
    foreign: ['{"name": "presence"}\n', /is not a backup of Presence/],
    empty: ['', /is not a backup of Presence/],
    bytes: ['\0\u0001\u0002'.repeat(100_000), /is not a backup of Presence/],
    newer: [whole.replace('"version":2', '"version":3'), /backup of version 3, and this Presence reads 2/],
    migrated: [whole.replace(/"migration":\d+/, '"migration":99'), /of migration 99/],
    ended: [`${lines.slice(0, -2).join('\n')}\n`, /breaks off after \d+ rows/],
    cut: [whole.slice(0, -200), /was cut off or changed: its line/],
    edited: [whole.replace('without one', 'with another'), /was cut off or changed: its line/],
    missing: [lines.filter((_, at) => at !== 10).join('\n'), /was cut off or changed: its line/],
    column: [whole.replace('"named_at"', '"named"'), /its line 2 is not/],
    table: [whole.replace('"table":"room"', '"table":"pg_authid"'), /its line 2 is not/],
    more: [`${whole}\n{}`, /was cut off or changed: its line/],
  }
  const place = { data: folder(), databaseUrl: debian.url }
  await presence(place, 'restore', first, '--replace')
  const key = readFileSync(join(place.data, 'server.key'))
  for (const [name, [text, sentence]] of Object.entries(spoilt)) {
    const file = join(folder(), name)
    writeFileSync(file, text)
    const tried = await restoreHere(place, file, '--replace').catch(error => error)
    expect(tried, name).toBeInstanceOf(Mistake)
    expect(tried.message, name).toMatch(sentence)
  }
  const after = join(folder(), 'after')
  expect(await presence(place, 'backup', after)).toMatchObject({ code: 0 })
  expect(rowsOf(after)).toEqual(rowsOf(first))
  expect(readFileSync(join(place.data, 'server.key'))).toEqual(key)
})

test('nothing that is there is replaced unless that is asked for', async () => {
  expect((await presence(server, 'restore', first)).err).toMatch(
    /Another Presence is running in this data folder/,
  )
  const place = { data: folder(), databaseUrl: debian.url }
  await restoreHere(place, first, '--replace')
  await expect(restoreHere(place, first)).rejects.toThrow(/^There are rooms or accounts in this database/)
  const keyFile = join(place.data, 'server.key')
  writeFileSync(keyFile, Buffer.alloc(32, 1))
  await expect(restoreHere(place, first)).rejects.toThrow(/has a key of its own/)
  expect(readFileSync(keyFile)).toEqual(Buffer.alloc(32, 1))
  await restoreHere(place, first, '--replace')
  expect(readFileSync(keyFile)).toEqual(readFileSync(join(server.data, 'server.key')))
  const file = join(folder(), 'letter')
  writeFileSync(file, 'Dear Ann')
  expect((await presence(place, 'backup', file)).err).toMatch(/is there already, and is no backup/)
  expect(readFileSync(file, 'utf8')).toBe('Dear Ann')
  copyFileSync(first, file)
  expect(await presence(place, 'backup', file)).toMatchObject({ code: 0, err: '' })
})

test('a room is exported as JSON and as a page in which whatever was written is text', async () => {
  const place = server
  const out = join(folder(), 'out')
  const plans = await presence(place, 'room', 'export', 'Plans', out)
  const [json, page] = ['json', 'html'].map(kind => join(out, `${ids.plans}.${kind}`)) as [string, string]
  expect(plans).toEqual({ code: 0, err: '', out: `Wrote ${json}\nand   ${page}\n` })
  const room = JSON.parse(readFileSync(json, 'utf8'))
  expect(room).toMatchObject({ id: ids.plans, name: 'Plans', topic: 'To be kept' })
  expect(room.people).toMatchObject([
    { name: 'Ann', role: 'owner' },
    { name: 'Ben', role: 'admin' },
  ])
  expect(room.messages).toHaveLength(43)
  expect(room.messages[0]).toMatchObject({ text: 'without one', edited: expect.stringMatching(/Z$/) })
  expect(room.messages.at(-1)).toMatchObject({ name: 'Ann', text: hostile })
  expect(room.changes.map(({ type }: { type: string }) => type).sort()).toEqual([
    ...['chat.deleted', 'chat.edited', 'chat.edited', 'chat.reacted', 'room.named', 'room.role-set'],
  ])
  expect(room.changes.find(({ type }: { type: string }) => type === 'chat.edited')).toMatchObject({
    at: expect.stringMatching(/Z$/),
    was: { text: 'with a mistake', at: expect.stringMatching(/Z$/) },
  })
  const html = readFileSync(page, 'utf8')
  expect(html.match(/<article /g)).toHaveLength(43)
  expect(html).toContain('&lt;/style&gt;&lt;/title&gt;&lt;script&gt;alert(&quot;x&quot;)')
  expect(html).not.toMatch(/<script|<img|a secret|with a mistake/i)
  expect([json, page].map(file => statSync(file).mode & 0o777)).toEqual([0o600, 0o600])

  expect(await presence(place, 'room', 'export', ids.other, out)).toMatchObject({ code: 0, err: '' })
  const empty = readFileSync(join(out, `${ids.other}.json`), 'utf8')
  expect(JSON.parse(empty)).toMatchObject({ name, messages: [], changes: [{ type: 'room.named' }] })
  expect(readFileSync(join(out, `${ids.other}.html`), 'utf8')).not.toMatch(/<script|<img/i)
  const none = await presence(place, 'room', 'export', 'Nothing', out)
  expect(none).toEqual({ code: 1, out: '', err: 'Nothing: no named room has this name or id.\n' })
})

test('what is asked wrongly is explained', async () => {
  const wrong: [string[], RegExp][] = [
    [['room', 'export'], /^Give the name or the id of a room/],
    [['backup'], /^Give one file/],
    [['restore'], /^Give the file of a backup/],
    [['restore', '/nowhere/backup'], /^The backup cannot be read: ENOENT/],
    [['backup', 'backup', 'more'], /^Give one file/],
    [['backup', '/nowhere/backup'], /^No Presence has ever run with the data folder/],
    [['room', 'export', 'Plans'], /^There is no database in/],
  ]
  const place = { data: folder() }
  const told = await Promise.all(wrong.map(([words]) => presence(place, ...words)))
  for (const [at, { code, err }] of told.entries()) {
    expect(code).toBe(1)
    expect(err).toMatch(wrong[at]?.[1] as RegExp)
    expect(err).not.toContain('    at ')
  }
})

/** Without the header, which says when, and the end: the rows, in no order of their own. */
const rowsOf = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n').slice(1, -1).sort()

/** Without a process of its own, which takes its time to start. */
async function restoreHere(place: Place, ...words: string[]): Promise<string> {
  const settings = await load(environmentOf(place))
  return restore.run({
    ...{ words, json: false, socketPath: '', data: settings.data, relay: settings.relay },
    openArchive: purpose => openArchive(settings, purpose),
  })
}

function folder(): string {
  const path = temporaryFolder()
  folders.push(path)
  return path
}
