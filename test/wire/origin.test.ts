// Who may open a WebSocket: no page of another site. And what becomes of upgrades to where nothing is.
import { createConnection } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import { type Running, start } from '../support/start.ts'
import { rawTcp } from './raw.ts'

const allowed = 'https://intranet.example.org'

let server: Running
beforeAll(async () => {
  server = await start({ web: { origins: [`${allowed}/`], url: 'https://meet.example.org' } })
})
afterAll(() => server[Symbol.asyncDispose]())

describe.each(['/ws', '/ws?x=1', '/io/?EIO=4&transport=websocket'])('at %s', path => {
  test.each(['https://evil.example', 'http://127.0.0.1:1', 'null', 'http://localhost', 'file://', '', 'x y'])(
    '[FR10] a page of %j is turned away',
    // Socket.IO has one status for all that it turns away.
    async origin => expect(await statusOf(path, origin)).toBe(path.startsWith('/io') ? 400 : 403),
  )

  test('[FR10] our own pages, those that the config names, and programs may come in', async () => {
    const own = [`http://127.0.0.1:${server.port}`, server.url]
    for (const origin of [undefined, allowed, ...own]) expect(await statusOf(path, origin)).toBe(101)
  })
})

test.each([
  '/',
  '/io',
  '/ioo/',
  '/ws/deeper',
  '/toString',
  '/__proto__',
  '/socket.io/',
  '/ws%00',
  '//ws',
  '/wss',
])('nothing upgrades at %s', async path => expect(await statusOf(path)).toBe(404))

test.each(['/io/', '/io/deeper', '/io/?EIO=4&transport=polling'])(
  'no upgrade without Socket.IO at %s',
  async path => expect(await statusOf(path)).toBe(400),
)

test.each([
  ['no key', 'GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n', '400'],
  ['another protocol', 'GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n', '400'],
  ['no path', 'GET ? HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n', '400'],
  ['no HTTP', '\x16\x03\x01 hello\r\n\r\n', '400'],
  ['far too many headers', `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, '431'],
  ['a tunnel', 'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n', undefined],
])('an upgrade with %s is turned away and ends', async (_, text, status) => {
  const raw = await rawTcp(server.port)
  raw.send(text)
  if (status) await raw.hears(`HTTP/1.1 ${status}`)
  await raw.closed
})

test('a connection that is torn in the middle of an upgrade disturbs nobody', async () => {
  for (const path of ['/ws', '/io/?EIO=4&transport=websocket']) {
    for (let count = 0; count < 20; count++) {
      const socket = createConnection({ host: '127.0.0.1', port: server.port })
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n`)
      socket.write('Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n', () =>
        socket.resetAndDestroy(),
      )
      socket.on('error', () => {})
    }
  }
  expect(await statusOf('/ws')).toBe(101)
})

/** The HTTP status of an attempt to open a WebSocket. */
function statusOf(path: string, origin?: string): Promise<number> {
  const headers = origin === undefined ? {} : { Origin: origin }
  const websocket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers })
  return new Promise((done, fail) => {
    websocket.on('unexpected-response', (_, response) => {
      done(response.statusCode ?? 0)
      websocket.terminate()
    })
    websocket.on('open', () => {
      done(101)
      websocket.close()
    })
    websocket.on('error', fail)
  })
}
