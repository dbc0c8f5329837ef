// Which other sites may show what in a frame, as browsers are told.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Running, start } from '../support/start.ts'

const sites = ['https://intranet.example', 'http://127.0.0.1:8080']
let server: Running
beforeAll(async () => {
  server = await start({ web: { embedders: [...sites, 'https://UPPER.example/'] } })
})
afterAll(() => server[Symbol.asyncDispose]())

const ancestors = async (path: string, url = server.url) => {
  const policy = (await fetch(url + path)).headers.get('content-security-policy') ?? ''
  return policy.split('; ').filter(part => part.startsWith('frame-ancestors'))
}

test.each(['/embed/r/anything', '/embed/i/anything', '/embed/i/anything/'])(
  'the sites of the config may show %s',
  async path => {
    expect(await ancestors(path)).toEqual([`frame-ancestors ${sites.join(' ')} https://upper.example`])
  },
)

test.each([
  '/',
  '/i/anything',
  '/r/anything',
  '/embed',
  '/embed/',
  '/embed/x/y',
  '/EMBED/r/x',
  '/%65mbed/r/x',
  '/health',
  '/assets/none.js',
  '/io/',
])('nobody may show %s', async path => {
  expect(await ancestors(path)).toEqual(["frame-ancestors 'none'"])
})

test('without the setting nobody may show anything', async () => {
  await using closed = await start()
  expect(await ancestors('/embed/r/anything', closed.url)).toEqual(["frame-ancestors 'none'"])
})

test('all else that keeps a page safe holds in a frame, too', async () => {
  const names = [
    'x-content-type-options',
    'referrer-policy',
    'permissions-policy',
    'cross-origin-resource-policy',
  ]
  const [inFrame, outside] = await Promise.all(
    ['/embed/r/x', '/r/x'].map(async path => (await fetch(server.url + path)).headers),
  )
  for (const name of names) expect(inFrame?.get(name)).toBe(outside?.get(name) ?? 'missing')
  const policy = (headers: Headers | undefined) =>
    headers?.get('content-security-policy')?.replace(/frame-ancestors .*/, '')
  expect(policy(inFrame)).toBe(policy(outside))
})
