// Credentials for relays: made as coturn makes them, for one person and for some hours.
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { PersonId } from '#protocol/id.ts'
import { clock } from '../../server/base/clock.ts'
import { makeLog } from '../../server/base/log.ts'
import { Seal } from '../../server/base/seal.ts'
import { Credentials, readUsername } from '../../server/media/credentials.ts'
import { Relays } from '../../server/media/relays.ts'

const NOW = 1_800_000_000_000
const HOUR = 3600_000
const seal = new Seal(randomBytes(32))
const ann = 'ann' as PersonId
const ben = 'ben' as PersonId
/** Of the operator's own servers. */
const relays = (urls: string[], secret: string | null) =>
  Relays.open(
    { urls, secret, port: null, ports: { first: 1, last: 1 }, address: null, host: '', url: null },
    { clock, seal, log: makeLog('silent') },
  )

test('the password is the HMAC-SHA1 of the name in base64, as in the draft that coturn follows', () => {
  // Worked out by: printf %s 1800000000:ann | openssl dgst -sha1 -hmac north -binary | base64
  const given = new Credentials('north').give('ann', NOW)
  expect(given).toEqual({ username: '1800000000:ann', credential: 'Sqiimhz6m4x0uPJBfx56aqeAS4E=' })
})

test.each([
  ['1800000000:ann', { who: 'ann', until: NOW }],
  ['1800000000:a:b', { who: 'a:b', until: NOW }],
  ['ann', undefined],
  ['ann:1800000000', undefined],
  ['1800000000', undefined],
  ['1800000000:', undefined],
  ['-1:ann', undefined],
  ['9e99:ann', undefined],
  ['9999999999999:ann', undefined],
  ['__proto__', undefined],
  ['', undefined],
])('the name %j says %j', (username, said) => {
  expect(readUsername(username)).toEqual(said)
})

test('everybody gets credentials of his own, good for some hours, and newer ones when he asks again', async () => {
  const { servers, expires } = (await relays(['turn:a', 'stun:a'], 'north')).serversFor(ann, NOW)
  const [server] = servers
  expect(server?.urls).toEqual(['turn:a', 'stun:a'])
  expect(server?.credential).toBe(new Credentials('north').passwordOf(server?.username ?? ''))
  expect(readUsername(server?.username ?? '')?.until).toBe(expires)
  expect((expires ?? 0) - NOW).toBeGreaterThan(HOUR)
  expect((expires ?? 0) - NOW).toBeLessThan(24 * HOUR)
  const later = (await relays(['turn:a'], 'north')).serversFor(ann, NOW + HOUR)
  expect(later.expires).toBe((expires ?? 0) + HOUR)
  expect(later.servers[0]?.username).not.toBe(server?.username)
})

test('a person is the same to the relay each time, another is another, and it learns nobody’s name', async () => {
  const servers = await relays(['turn:a'], 'north')
  const nameOf = (person: PersonId, now: number) =>
    readUsername(servers.serversFor(person, now).servers[0]?.username ?? '')?.who
  expect(nameOf(ann, NOW)).toBe(nameOf(ann, NOW + HOUR))
  expect(nameOf(ann, NOW)).not.toBe(nameOf(ben, NOW))
  expect(nameOf(ann, NOW)).not.toContain('ann')
})

test('a server that only says how one is reached needs no credentials', async () => {
  expect((await relays(['stun:a'], null)).serversFor(ann, NOW)).toEqual({
    servers: [{ urls: ['stun:a'] }],
    expires: null,
  })
})

test('where there is no server at all, none is named', async () => {
  expect((await relays([], null)).serversFor(ann, NOW)).toEqual({ servers: [], expires: null })
})
