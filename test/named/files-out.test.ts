// Files are taken out with their rooms, and come back with them: in a backup, and in what is exported to be read.
// needs: chromium
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Attachment } from '#protocol/file.ts'
import type { RoomId } from '#protocol/id.ts'
import { openBrowser } from '../browser/rig.ts'
import { presence } from '../support/child.ts'
import { bring, get, onDisk, send } from '../support/files.ts'
import { png } from '../support/png.ts'
import { type Running, start, temporaryFolder } from '../support/start.ts'
import { kept } from '../support/two.ts'

const remember = { remember: true }
const folders: string[] = []
/** Of several pieces, of one, and of nothing. */
const contents = [randomBytes(700_000), png({ width: 300, height: 200 }), Buffer.alloc(0)]
const names = ['<b> & "plan" 50%.pdf', 'Garden #1.png', 'empty']
let server: Running
let room: RoomId
let sent: Attachment[]
let backup: string

beforeAll(async () => {
  server = await start({}, undefined, remember)
  const at = await kept(server)
  const { ann } = at
  room = at.room
  sent = []
  for (const [at, bytes] of contents.entries()) sent.push(await bring(server, ann, room, bytes, names[at]))
  await send(ann, room, sent, 'Here they are')
  await bring(server, ann, room, Buffer.from('never sent'))
  const gone = await bring(server, ann, room, Buffer.from('deleted'))
  const { id } = await send(ann, room, [gone], '', 'gone')
  await ann.ask({ type: 'chat.delete', room, id })
  backup = join(folder(), 'backup')
  expect(await presence(server, 'backup', backup)).toMatchObject({
    ...{ code: 0, err: '' },
    out: expect.stringContaining('1 rooms with 2 messages and 3 files'),
  })
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  for (const path of folders) rmSync(path, { recursive: true, force: true })
})

test('what messages carry is in the backup, in pieces, and comes back byte for byte', async () => {
  const text = readFileSync(backup, 'utf8')
  expect(text.split('\n').filter(line => line.startsWith('{"table":"file"'))).toHaveLength(6)
  expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThan(300_000)
  const data = folder()
  expect(await presence({ data }, 'restore', backup)).toMatchObject({
    ...{ code: 0, err: '' },
    out: expect.stringContaining('1 rooms with 2 messages and 3 files'),
  })
  expect(readdirSync(data).filter(name => name.startsWith('files'))).toEqual(['files'])
  await using restored = await start({}, undefined, { ...remember, data })
  for (const [at, file] of sent.entries())
    expect(Buffer.from(await (await get(restored, room, file)).arrayBuffer())).toEqual(contents[at])
  expect(onDisk(restored, room).sort()).toEqual(sent.map(({ id }) => id).sort())
})

test('a backup that is not whole leaves the files that are there, and one that is takes their place', async () => {
  const data = folder()
  await presence({ data }, 'restore', backup)
  const mine = join(data, 'files', room, 'of-22-characters-mine0')
  writeFileSync(mine, 'mine')
  const lines = readFileSync(backup, 'utf8').split('\n')
  const at = lines.findIndex(line => line.startsWith('{"table":"file"'))
  const spoilt: Record<string, [string, RegExp]> = {
    edited: [lines.join('\n').replace('"bytes":"', '"bytes":"AAAA'), /is not whole in the backup/],
    missing: [
      lines.filter((_, line) => line !== at + 1).join('\n'),
      /is not whole in the backup|was cut off/,
    ],
    path: [
      lines.join('\n').replaceAll(sent[1]?.id ?? '', '../../../../server.key'),
      /was cut off or changed: its line/,
    ],
    cut: [lines.slice(0, at + 2).join('\n'), /breaks off after/],
  }
  for (const [name, [text, sentence]] of Object.entries(spoilt)) {
    const file = join(folder(), name)
    writeFileSync(file, text)
    const { code, err } = await presence({ data }, 'restore', file, '--replace')
    expect([name, code]).toEqual([name, 1])
    expect(err).toMatch(sentence)
    expect([name, readFileSync(mine, 'utf8')]).toEqual([name, 'mine'])
    expect(readdirSync(data).filter(name => name.startsWith('files'))).toEqual(['files'])
  }
  expect(await presence({ data }, 'restore', backup, '--replace')).toMatchObject({ code: 0 })
  expect(existsSync(mine)).toBe(false)
  expect(readdirSync(join(data, 'files', room)).sort()).toEqual(sent.map(({ id }) => id).sort())
})

test('an exported room has its files beside it, and its page shows the pictures', async () => {
  const out = join(folder(), 'out')
  expect(await presence(server, 'room', 'export', 'Plans', out)).toMatchObject({
    code: 0,
  })
  const copy = JSON.parse(readFileSync(join(out, `${room}.json`), 'utf8'))
  const { files } = copy.messages[0]
  expect(files).toMatchObject(sent)
  for (const [at, { path }] of files.entries()) expect(readFileSync(join(out, path))).toEqual(contents[at])
  expect(readdirSync(join(out, 'files'))).toHaveLength(3)
  const html = readFileSync(join(out, `${room}.html`), 'utf8')
  expect(html).toContain('download="&lt;b&gt; &amp; &quot;plan&quot; 50%.pdf"')
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(`file://${out}/${room}.html`)
    const picture = page.getByRole('img', { name: 'Garden #1.png' })
    await expect.poll(() => picture.evaluate(image => (image as HTMLImageElement).naturalWidth)).toBe(300)
    const targets = await page
      .getByRole('link')
      .evaluateAll(links => links.map(link => (link as HTMLAnchorElement).href))
    for (const [at, target] of targets.entries()) expect(readFileSync(new URL(target))).toEqual(contents[at])
    expect(targets).toHaveLength(3)
  } finally {
    await browser.close()
  }
})

function folder(): string {
  const made = temporaryFolder()
  folders.push(made)
  return made
}
