// What is inside cannot be reached through a relay, neither our own nor coturn with our settings, and the world can,
// and can answer: shown by listeners at such addresses. In a network where the relay's own address is none of them.
// needs: coturn netns
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { allowedV4, allowedV6, refusedV4, refusedV6 } from '../support/refused.ts'
import type { Tried } from './world.ts'

const OWN = '203.0.113.1'
const inner = [...refusedV4, ...refusedV6]
const outer = [...allowedV4, ...allowedV6]
/** Of those inside, where somebody listens. */
const listening = [
  ...['10.0.0.1', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1', '192.0.0.1', '192.168.0.1'],
  ...[
    '198.18.0.1',
    '::1',
    'fc00::1',
    'fd00:ec2::254',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b:1::1',
    '2001:0:7f00:1::',
  ],
  ...['2002:7f00:1::', 'fec0::1'],
]

async function tryAll(kind: 'own' | 'coturn', targets: readonly string[]): Promise<Tried> {
  const words = ['-n', process.execPath, join(import.meta.dirname, 'world.ts'), kind, JSON.stringify(targets)]
  const { stdout } = await promisify(execFile)('unshare', words, { timeout: 40_000 })
  return JSON.parse(stdout)
}

const all = (addresses: readonly string[], code: number) =>
  Object.fromEntries(addresses.map(address => [address, [code, code]]))
const sorted = (addresses: readonly string[]) => [...new Set(addresses)].sort()

test('the relay of our own sends to nothing inside, nor to its own address but to who is on it', async () => {
  const { said, straight, through, met } = await tryAll('own', [...inner, ...outer, OWN])
  expect(straight).toEqual(expect.arrayContaining([...listening, OWN, ...outer]))
  expect(said).toEqual({ ...all(inner, 403), ...all([...allowedV4, OWN], 0), ...all(allowedV6, 443) })
  expect(sorted(through)).toEqual(sorted(allowedV4))
  expect(met).toBe(true)
})

test('coturn with our settings sends to nothing inside', async () => {
  const { said, straight, through, met } = await tryAll('coturn', [...inner, ...outer])
  expect(straight).toEqual(expect.arrayContaining([...listening, ...outer]))
  expect(said).toEqual({ ...all(inner, 403), ...all(outer, 0) })
  expect(sorted(through)).toEqual(sorted([...outer, '2001:db8::9']))
  expect(met).toBe(true)
})
