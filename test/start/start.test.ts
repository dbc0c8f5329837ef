// The first minutes of a stranger: clone, npm start, a phone on the same network, npm test.
// needs: git
import { readFileSync, writeFileSync } from 'node:fs'
import { get } from 'node:https'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lanAddress } from '../../server/base/lan-address.ts'
import { type Checkout, type Command, clone } from './checkout.ts'

const PATIENCE = 180_000

let checkout: Checkout

beforeAll(() => {
  checkout = clone()
})

afterAll(() => checkout[Symbol.asyncDispose]())

const link = async (command: Command) =>
  new URL((await command.says(/(?<=^Presence is ready: )\S+(?=\n)/m)) as string)

test(
  'a set-up that was stopped leaves nothing that the next one stumbles over',
  async () => {
    const stopped = checkout.npm('start')
    await stopped.says(/Setting up: packages/)
    await pause(500)
    expect(await stopped.ends('SIGTERM')).not.toBe(0)
  },
  PATIENCE,
)

test(
  'the first start sets everything up, also when there are two at once',
  async () => {
    const both = [checkout.npm('start'), checkout.npm('start')]
    const links = await Promise.all(both.map(link))
    const answers = await Promise.all(links.map(({ origin }) => fetch(`${origin}/livez`)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(both.map(each => each.text()).join()).toContain('Waiting for another set-up')
    expect(await Promise.all(both.map(each => each.ends('SIGTERM')))).toEqual([0, 0])
  },
  PATIENCE,
)

test('the second start takes no time, and ends on a signal with exit code 0', async () => {
  const begun = performance.now()
  const started = checkout.npm('start')
  const { origin, protocol } = await link(started)
  const seconds = (performance.now() - begun) / 1000
  console.log(`second start: ${seconds.toFixed(2)} s`)
  expect(seconds).toBeLessThan(6)
  expect(protocol).toBe('http:')
  expect((await fetch(`${origin}/`)).headers.get('content-type')).toContain('text/html')
  expect(started.text()).not.toContain('Setting up')
  expect(await started.ends('SIGTERM')).toBe(0)
}, 60_000)

test.skipIf(!lanAddress())(
  '--lan is for the phones in the room: https, and a code to scan',
  async () => {
    const started = checkout.npm('start', '--', '--lan')
    const { hostname, origin, protocol } = await link(started)
    expect({ hostname, protocol }).toEqual({ hostname: lanAddress(), protocol: 'https:' })
    await started.says(/([█▀▄ ]{20,}\n){10,}/)
    expect(await status(`${origin}/livez`, readFileSync(join(started.data, `lan-${hostname}.crt`)))).toBe(200)
    expect(await started.ends('SIGINT')).toBe(0)
  },
  60_000,
)

test.each([
  ['cannot load', "import './nowhere.ts'"],
  [
    'kills its worker',
    "import { test } from 'vitest'\ntest('it', () => process.kill(process.pid, 'SIGKILL'))",
  ],
  ['leaves a rejection', "import { test } from 'vitest'\ntest('it', () => { Promise.reject(new Error()) })"],
])(
  'npm test says failed when a suite %s',
  async (_, source) => {
    writeFileSync(join(checkout.folder, 'test', 'planted.test.ts'), source)
    const tests = checkout.npm('run', 'test:quick', '--silent', '--', 'test/planted.test.ts')
    expect(await tests.ends()).not.toBe(0)
    expect(tests.text().trimEnd().split('\n').at(-1)).toMatch(/^[01] passed, 1 failed$/)
  },
  60_000,
)

function status(url: string, ca: Buffer): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(url, { ca, agent: false }, answer => resolve(answer.resume().statusCode)).on('error', reject)
  })
}
