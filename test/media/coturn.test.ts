// Settings for coturn: the ranges as it wants them, and what depends on where it stands.
import { expect, test } from 'vitest'
import { coturnConfig, spanOf } from '../../server/media/coturn.ts'
import { insideV4, insideV6 } from '../../server/media/inside.ts'

test.each([
  ['10.0.0.0/8', '10.0.0.0', '10.255.255.255'],
  ['100.64.0.0/10', '100.64.0.0', '100.127.255.255'],
  ['192.0.0.0/24', '192.0.0.0', '192.0.0.255'],
  ['240.0.0.0/4', '240.0.0.0', '255.255.255.255'],
  ['fc00::/7', 'fc00:0:0:0:0:0:0:0', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['64:ff9b::/96', '64:ff9b:0:0:0:0:0:0', '64:ff9b:0:0:0:0:ffff:ffff'],
  ['fe80::/10', 'fe80:0:0:0:0:0:0:0', 'febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
])('%s is from %s to %s', (range, first, last) => {
  expect(spanOf(range)).toEqual([first, last])
})

const place = { name: 'a', secret: 'b', certificate: undefined, own: '203.0.113.7', outside: null }
const linesOf = (more: Partial<Parameters<typeof coturnConfig>[0]>) =>
  coturnConfig({ ...place, ...more }).split('\n')
const about = (start: string, lines: readonly string[]) => lines.filter(line => line.startsWith(start))

test('every range inside is denied, and nothing of it allowed, at a public address', () => {
  expect(about('denied-peer-ip=', linesOf({}))).toHaveLength(insideV4.length + insideV6.length)
  expect(about('allowed-peer-ip=', linesOf({}))).toEqual([])
  expect(about('external-ip=', linesOf({}))).toEqual([])
})

test('behind a NAT its own address is allowed, where two who need it meet, and the outer one told', () => {
  const lines = linesOf({ own: '10.0.0.7', outside: '203.0.113.7' })
  expect(about('allowed-peer-ip=', lines)).toEqual(['allowed-peer-ip=10.0.0.7'])
  expect(about('external-ip=', lines)).toEqual(['external-ip=203.0.113.7/10.0.0.7'])
})

test('without a certificate it speaks no TLS, and with one no old TLS', () => {
  expect(linesOf({})).toEqual(expect.arrayContaining(['no-tls', 'no-dtls']))
  const lines = linesOf({ certificate: { cert: '/c', key: '/k' } })
  expect(lines).toEqual(expect.arrayContaining(['cert=/c', 'pkey=/k', 'no-tlsv1', 'no-tlsv1_1']))
  expect(lines).not.toContain('no-tls')
})
