// What the page is made of goes out compressed, and is the same for everyone.
import { mkdirSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import express from 'express'
import { expect, test } from 'vitest'
import { packed } from '../../server/wire/packed.ts'
import { temporaryFolder } from '../support/start.ts'

const script = 'console.log("hello")\n'.repeat(100)

test.each([
  ['br', undefined],
  ['gzip', 'gzip'],
  ['identity', undefined],
  ['', undefined],
])('a browser that takes "%s" gets it as %s', async (accepted, encoding) => {
  const { status, headers, body } = await fetched('/a.js', accepted)
  expect(status).toBe(200)
  expect(headers['content-encoding']).toBe(encoding)
  expect(headers['content-type']).toMatch(/^text\/javascript/)
  expect(headers.vary).toContain('Accept-Encoding')
  expect((encoding === 'gzip' ? gunzipSync(body) : body).toString()).toBe(script)
})

test.each(['/../secret', '/%2e%2e/secret', '/a.js/../../secret', '/none.js', '/a.js%00'])(
  '%s leads nowhere',
  async path => {
    expect((await fetched(path, 'gzip')).status).toBeGreaterThanOrEqual(400)
  },
)

interface Fetched {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: Buffer
}

async function fetched(path: string, accepted: string): Promise<Fetched> {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'secret'), 'secret')
  writeFileSync(join(folder, 'assets', 'a.js'), script)
  writeFileSync(join(folder, 'assets', 'a.js.gz'), gzipSync(script))
  const app = express().use(packed(join(folder, 'assets')), express.static(join(folder, 'assets')))
  const server = app.listen(0, '127.0.0.1')
  await new Promise(done => server.once('listening', done))
  const { port } = server.address() as { port: number }
  try {
    return await new Promise((done, fail) => {
      get({ port, path, headers: { 'accept-encoding': accepted } }, response => {
        const pieces: Buffer[] = []
        response.on('data', piece => pieces.push(piece))
        response.on('end', () =>
          done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }),
        )
      }).on('error', fail)
    })
  } finally {
    server.close()
  }
}
