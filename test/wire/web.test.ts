// What a browser, or somebody who is none, gets over HTTP.
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pixels } from '#protocol/pixels.ts'
import { type Running, start } from '../support/start.ts'
import { rawTcp } from './raw.ts'

let server: Running
beforeAll(async () => {
  server = await start()
})
afterAll(() => server[Symbol.asyncDispose]())

const paths = [
  '/',
  '/livez',
  '/readyz',
  '/health',
  '/i/anything',
  '/r/anything',
  '/embed/i/anything',
  '/embed/r/anything',
  '/assets/none.js',
  '/nothing',
]
const strange = ['/avatar/%ff.svg', '/io/', '/io/?EIO=4&transport=polling', '/ws', '/%ff', '/assets/..%2f']

test('who asks whether it lives and is ready is told', async () => {
  for (const path of ['/livez', '/readyz']) {
    const response = await get(path)
    expect([response.status, await response.text()]).toEqual([200, 'ok'])
  }
  expect(await (await get('/health')).json()).toEqual({ ok: true })
})

test.each([...paths, ...strange])('every answer has the security headers: %s', async path => {
  const { headers } = await get(path)
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/unsafe|\*|http:/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('x-powered-by')).toBeNull()
  // Only where there is a certificate.
  expect(headers.get('strict-transport-security')).toBeNull()
})

test.each([
  '/nothing',
  '/i',
  '/i/a/b',
  '/assets/',
  '/assets/none.js',
  '/api/v1',
  '/index.htm',
  '/r/',
  '/embed',
  '/embed/',
  '/embed/i',
  '/embed/r/a/b',
  '/embed/x/a',
  '/R/a',
  '/constructor',
])('there is nothing at %s', async path => {
  const response = await get(path)
  expect([response.status, await response.text()]).toEqual([404, 'There is nothing at this address.'])
})

test('who looks with a browser where there is nothing gets the page, which says so', async () => {
  const headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
  const response = await fetch(`${server.url}/nothing`, { headers })
  expect(response.headers.get('content-type')).toContain(
    existsSync('client/dist/index.html') ? 'html' : 'text',
  )
  expect(response.status).toBe(existsSync('client/dist/index.html') ? 404 : 503)
  const posted = await fetch(`${server.url}/nothing`, { method: 'POST', headers })
  expect(await posted.text()).toBe('There is nothing at this address.')
})

test.each([
  ...['/%ff', '/i/%ff', '/avatar/%ff.svg', '/%00', '/assets/%00', '/i/%00', '/%2e%2e/package.json'],
  ...[
    '/..%2fpackage.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/assets/..%5c..%5cpackage.json',
    '/.%2e/',
  ],
  ...[
    '/assets/%2e%2e/%2e%2e/index.html',
    '//etc/passwd',
    '/assets//etc/passwd',
    '/%',
    '/?%ff',
    '/.env',
    '/.git',
  ],
])('the odd path %s leads to no file and no trace', async path => {
  const raw = await rawTcp(server.port)
  raw.send(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
  await raw.closed
  const answer = raw.heard.join('')
  expect(answer).toMatch(/^HTTP\/1.1 [2345]0\d /)
  expect(answer).not.toMatch(/HTTP\/1.1 500|node_modules|"private"|root:|\bat .*\.(ts|js):\d|Error:/)
  expect((await get('/livez')).status).toBe(200)
})

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])('there is nothing to %s', async method => {
  const raw = await rawTcp(server.port)
  raw.send(`${method} / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`)
  await raw.hears('HTTP/1.1 404')
})

test('a page that has not been built is said to be so, and one that has been is the same everywhere', async () => {
  const pages = await Promise.all(
    ['/', '/i/x', '/r/x', '/embed/i/x', '/embed/r/x'].map(async path => (await get(path)).text()),
  )
  expect(new Set(pages).size).toBe(1)
  expect(pages[0]).toContain(existsSync('client/dist/index.html') ? '<html' : 'npm run build')
})

const hostile = [
  'Ann',
  '',
  ' ',
  '<script>alert(1)</script>',
  '"/><image href="http://evil.example/x"/>',
  '../../etc/passwd',
  '\u0000',
  '\ud83d\ude00',
  '\u202egnp.exe',
  'x'.repeat(64),
  '__proto__',
  '%2e%2e',
]

test.each(hostile)('the avatar of %j is a harmless picture', async name => {
  const response = await get(`/avatar/${encodeURIComponent(name)}.svg`)
  // No name, no picture.
  if (name === '') return expect(response.status).toBe(404)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toMatch(/^image\/svg\+xml/)
  const text = await response.text()
  const cell = '<rect x="\\d" y="\\d" width="1" height="1"/>'
  const [, colour, cells = ''] =
    text.match(
      new RegExp(
        `^<svg xmlns="[^"]+" viewBox="[-\\d ]+" shape-rendering="crispEdges" fill="([^"]+)">((?:${cell})*)</svg>$`,
      ),
    ) ?? []
  const drawn = pixels(name)
  expect(colour).toBe(drawn.colour)
  const places = [...cells.matchAll(/x="(\d)" y="(\d)"/g)].map(([, x, y]) => [Number(x), Number(y)])
  expect(drawn.rows.map((row, y) => row.map((_, x) => places.some(([a, b]) => a === x && b === y)))).toEqual(
    drawn.rows,
  )
})

test('an avatar is symmetric, the same for the same name however it is written, and another for another', () => {
  for (const { rows } of ['Ann', 'Ben', 'Cleo'].map(pixels)) {
    for (const row of rows) expect(row).toEqual(row.toReversed())
  }
  expect(pixels(' ANN ')).toEqual(pixels('ann'))
  expect(pixels('\u00e9')).toEqual(pixels('e\u0301'))
  const names = Array.from({ length: 500 }, (_, at) => `Person ${at}`)
  expect(new Set(names.map(name => JSON.stringify(pixels(name)))).size).toBeGreaterThan(490)
})

const get = (path: string) => fetch(`${server.url}${path}`, { redirect: 'manual' })
