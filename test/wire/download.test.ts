// How files are given out: what is shown, what is only saved, and that nothing else is ever found there.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filePath } from '#protocol/file-path.ts'
import type { RoomId } from '#protocol/id.ts'
import { bring, get, send } from '../support/files.ts'
import { roomy } from '../support/limits.ts'
import { Person } from '../support/person.ts'
import { gifHead, jpegHead, webpHead } from '../support/pictures.ts'
import { png, pngHead } from '../support/png.ts'
import { type Running, start } from '../support/start.ts'
import { rawTcp } from './raw.ts'

let server: Running
let ann: Person
let room: RoomId
beforeAll(async () => {
  server = await start(roomy)
  ann = await Person.come(server, { name: 'Ann' })
  room = (await ann.startRoom()).id
})
afterAll(() => server[Symbol.asyncDispose]())

/** Sent, so that the next one may come. */
async function sent(bytes: Buffer, name: string) {
  const file = await bring(server, ann, room, bytes, name)
  await send(ann, room, [file], '', file.id)
  return file
}

test.each([
  ['image/png', png({ width: 3, height: 2 })],
  ['image/jpeg', jpegHead(3, 2)],
  ['image/gif', gifHead(3, 2)],
  ['image/webp', webpHead('X', 3, 2)],
])('[FL3] %s is shown, whatever it is called', async (type, bytes) => {
  for (const name of ['picture', 'picture.html', 'picture.exe']) {
    const response = await get(server, room, await sent(bytes, name))
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('content-disposition')).toMatch(/^inline; /)
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes)
  }
})

const html = Buffer.from('<!doctype html><script>alert(document.domain)</script>')
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')

test.each([
  ['HTML', html, 'page.html'],
  ['HTML called a picture', html, 'picture.png'],
  ['SVG', svg, 'picture.svg'],
  ['SVG with a declaration', Buffer.concat([Buffer.from('<?xml version="1.0"?>'), svg]), 'picture.svg'],
  ['a picture too large to unpack', pngHead({ width: 30_000 }), 'picture.png'],
  [
    'the first bytes of a picture and no more',
    pngHead({ width: 3, height: 2 }).subarray(0, 20),
    'picture.png',
  ],
  [
    'HTML behind the first bytes of a picture',
    Buffer.concat([Buffer.from('\x89PNG', 'latin1'), html]),
    'picture.png',
  ],
  ['PDF', Buffer.from('%PDF-1.7'), 'plan.pdf'],
  ['nothing', Buffer.alloc(0), 'empty.html'],
])('[FL3] %s is only to be saved', async (_, bytes, name) => {
  const { headers } = await get(server, room, await sent(bytes, name))
  expect(headers.get('content-type')).toBe('application/octet-stream')
  expect(headers.get('content-disposition')).toBe(`attachment; filename="${name}"; filename*=UTF-8''${name}`)
})

test('[FL3] whatever it is, nothing in it can run, and it is asked for anew each time', async () => {
  for (const [bytes, name] of [
    [png({ width: 3, height: 2 }), 'a.png'],
    [html, 'a.html'],
  ] as const) {
    const file = await sent(bytes, name)
    const { headers } = await get(server, room, file)
    const policy = headers.get('content-security-policy')?.split('; ')
    expect(policy).toEqual(
      expect.arrayContaining(["default-src 'none'", 'sandbox', "frame-ancestors 'none'"]),
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('private, no-cache')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    const raw = await rawTcp(server.port)
    raw.send(
      `GET ${filePath(room, file)} HTTP/1.1\r\nHost: x\r\nIf-None-Match: ${headers.get('etag')}\r\nConnection: close\r\n\r\n`,
    )
    expect(await raw.hears('HTTP/1.1 304')).toContain(headers.get('content-security-policy'))
  }
})

test.each([
  ['plain.txt', 'plain.txt', 'plain.txt'],
  ['with "quotes".txt', 'with _quotes_.txt', 'with%20%22quotes%22.txt'],
  ['with a \\.txt', 'txt', 'txt'],
  ['a"; filename=x.exe', 'a_; filename=x.exe', 'a%22%3B%20filename%3Dx.exe'],
  ['\u041f\u043b\u0430\u043d.txt', '____.txt', '%D0%9F%D0%BB%D0%B0%D0%BD.txt'],
  ["it's (50%).txt", "it's (50_).txt", 'it%27s%20%2850%25%29.txt'],
  ['a\u202egnp.exe', 'agnp.exe', 'agnp.exe'],
])('[FL3][FL7] %j is saved under a name that says so and nothing else', async (name, plain, coded) => {
  const { headers } = await get(server, room, await sent(html, name))
  expect(headers.get('content-disposition')).toBe(
    `attachment; filename="${plain}"; filename*=UTF-8''${coded}`,
  )
})

test('[FL3] parts of a file, and its head alone, are given too', async () => {
  const bytes = randomBytes(100_000)
  const file = await sent(bytes, 'part.bin')
  const part = await get(server, room, file, { headers: { range: 'bytes=10-19' } })
  expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 10-19/100000'])
  expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(10, 20))
  const rest = await get(server, room, file, { headers: { range: 'bytes=99990-' } })
  expect(Buffer.from(await rest.arrayBuffer())).toEqual(bytes.subarray(99_990))
  const beyond = await get(server, room, file, { headers: { range: 'bytes=200000-' } })
  expect(beyond.status).toBe(416)
  const head = await get(server, room, file, { method: 'HEAD' })
  expect([head.status, head.headers.get('content-length')]).toEqual([200, '100000'])
  expect(await head.text()).toBe('')
})

test('[FL3] no other address leads to a file', async () => {
  const file = await sent(html, 'secret.html')
  const other = (await ann.startRoom()).id
  const paths = [
    filePath(other, file),
    filePath(room, { ...file, id: file.id.slice(0, -1) as never }),
    filePath(room, { ...file, id: `${file.id}.part` as never }),
    `/file/${room}/${file.id}`,
    `/file/${room}/`,
    `/file/../${room}/${file.id}/x`,
    `/file/%2e%2e/server.key/x`,
    `/file/..%2f..%2fserver.key/${file.id}/x`,
    `/file/${room}/..%2f..%2f..%2fserver.key/x`,
    `/file/${room}/..%5c..%5cserver.key/x`,
    `/file/${room}%00/${file.id}/x`,
    `/file//${file.id}/x`,
    `/file/constructor/__proto__/x`,
  ]
  for (const path of paths) {
    const raw = await rawTcp(server.port)
    raw.send(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    await raw.closed
    expect([path, raw.heard.join('').slice(0, 12)]).toEqual([path, 'HTTP/1.1 404'])
  }
  // The name is nobody's secret, and any will do.
  for (const name of ['x', '%2e%2e%2fx', '%22%0d%0aX-Evil:%20yes', `${'x'.repeat(2000)}`]) {
    const response = await fetch(`${server.url}/file/${room}/${file.id}/${name}`)
    expect([response.status, response.headers.get('x-evil')]).toEqual([200, null])
    expect(Buffer.from(await response.arrayBuffer())).toEqual(html)
  }
})
