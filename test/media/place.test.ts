// Where the relay of our own listens, and what is told of it, for every way in which a server may stand.
import { expect, test } from 'vitest'
import { placeOf } from '../../server/media/place.ts'

const lan = '192.168.1.5'
const url = 'https://meet.example.org'
const everywhere = '0.0.0.0'
const here = { host: '127.0.0.1', address: '127.0.0.1', name: '127.0.0.1' }
const there = (address: string, name = address) => ({ host: everywhere, address, name })

test.each([
  ['for this machine alone', { host: '127.0.0.1', url: null, address: null }, here],
  ['by that name', { host: 'localhost', url: null, address: null }, here],
  ['with IPv6', { host: '::1', url: null, address: null }, here],
  ['behind a proxy', { host: '127.0.0.1', url, address: null }, there(lan, 'meet.example.org')],
  ['with a certificate', { host: '::', url: null, address: null }, there(lan)],
  ['on all addresses', { host: everywhere, url: null, address: null }, there(lan)],
  ['on one address', { host: '203.0.113.7', url: null, address: null }, there('203.0.113.7')],
  ['for the network, with --lan', { host: lan, url: null, address: null }, there(lan)],
  [
    'on one address with a name',
    { host: '203.0.113.7', url, address: null },
    there('203.0.113.7', 'meet.example.org'),
  ],
  ['behind a NAT', { host: '::', url, address: '203.0.113.7' }, there('203.0.113.7')],
  ['as one says', { host: '::', url: null, address: '127.0.0.1' }, here],
])('a server %s', (_, told, place) => {
  expect(placeOf(told, lan)).toEqual(place)
})

test('a machine without a network relays for itself', () => {
  expect(placeOf({ host: '::', url, address: null }, undefined)).toEqual({
    ...here,
    name: 'meet.example.org',
  })
})
