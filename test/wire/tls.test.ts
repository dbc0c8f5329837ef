// With a certificate: HTTPS, wss, Socket.IO and TCP speak TLS, and who does not disturbs nobody.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:https'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { generate } from 'selfsigned'
import { afterAll, beforeAll, expect, test } from 'vitest'
import WebSocket from 'ws'
import { Person } from '../support/person.ts'
import { type Running, start } from '../support/start.ts'
import { rawTcp } from './raw.ts'

const folder = mkdtempSync(join(tmpdir(), 'presence-tls-'))
const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]

let ca: string
let server: Running
beforeAll(async () => {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...{ keyType: 'ec', curve: 'P-256' },
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  })
  ca = made.cert
  writeFileSync(cert, made.cert)
  writeFileSync(key, made.private)
  server = await start({ web: { certificate: { cert, key }, host: '127.0.0.1' } })
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

const hello = '{"type":"hello","version":1}\n'

test('https answers, and says that it is to stay so', async () => {
  expect(server.url).toBe(`https://127.0.0.1:${server.port}`)
  const { status, headers } = await fetchSecurely('/livez')
  expect(status).toBe(200)
  expect(headers['strict-transport-security']).toMatch(/^max-age=\d+$/)
})

test.each(['/ws', '/io/?EIO=4&transport=websocket'])('[FR9] a WebSocket opens with TLS at %s', async path => {
  const websocket = new WebSocket(`wss://127.0.0.1:${server.port}${path}`, { ca })
  await new Promise((done, fail) => websocket.once('open', done).once('error', fail))
  const heard: Promise<string> = new Promise(done => websocket.once('message', data => done(String(data))))
  if (path === '/ws') websocket.send(hello)
  expect(await heard).toContain(path === '/ws' ? '"welcome"' : '"sid"')
  websocket.terminate()
})

test('[FR9] on tcp the server speaks TLS, with its certificate', async () => {
  const socket = connect({ host: '127.0.0.1', port: server.tcpPort, ca })
  await new Promise((done, fail) => socket.once('secureConnect', done).once('error', fail))
  socket.write(hello)
  const heard = await new Promise(done => socket.once('data', data => done(String(data))))
  expect(heard).toContain('"welcome"')
  socket.destroy()
})

test.each([
  hello,
  'GET / HTTP/1.1\r\n\r\n',
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  '\0'.repeat(5000),
])('plain %j where TLS is spoken is hung up on, and the server lives', async text => {
  for (const port of [server.port, server.tcpPort]) {
    const raw = await rawTcp(port)
    raw.socket.end(text)
    await raw.closed
    expect(raw.heard.join('')).not.toContain('welcome')
  }
  expect((await fetchSecurely('/livez')).status).toBe(200)
})

test('handshakes that are torn disturb nobody', async () => {
  for (let count = 0; count < 20; count++) {
    for (const port of [server.port, server.tcpPort ?? 0]) {
      const socket = createConnection({ host: '127.0.0.1', port }, () => {
        socket.write('\x16\x03\x01')
        setImmediate(() => socket.resetAndDestroy())
      })
      socket.on('error', () => {})
    }
  }
  expect((await fetchSecurely('/livez')).status).toBe(200)
  expect((await Person.come(server, { transport: 'unix' })).welcome.kind).toBe('operator')
})

function fetchSecurely(
  path: string,
): Promise<{ status: number | undefined; headers: Record<string, unknown> }> {
  return new Promise((done, fail) => {
    get(`https://127.0.0.1:${server.port}${path}`, { ca, agent: false }, response => {
      response.resume()
      done({ status: response.statusCode, headers: response.headers })
    }).on('error', fail)
  })
}
