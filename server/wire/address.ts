// Where somebody comes from, as far as limits are concerned: an IPv4 address, or the /64 that an IPv6 network is.

import type { IncomingMessage } from 'node:http'
import { type BlockList, isIPv6 } from 'node:net'

/** What a proxy of ours says of its client is believed; what anyone else says is not. */
export function addressOf(request: IncomingMessage, proxies: BlockList): string {
  let address = plain(request.socket.remoteAddress ?? '')
  const told = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
  while (told.length > 0 && trusts(proxies, address)) {
    const next = plain(told.pop()?.trim() ?? '')
    if (next === '') break
    address = next
  }
  return network(address)
}

export const plain = (address: string) => (address.startsWith('::ffff:') ? address.slice(7) : address)

export function network(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail === undefined ? [] : tail.split(':').filter(Boolean)
  const groups = [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return `${groups.slice(0, 4).join(':')}::/64`
}

const trusts = (proxies: BlockList, address: string) =>
  proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
