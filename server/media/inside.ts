// Addresses that no relay may send to, neither our own nor coturn: what is there trusts whoever comes from inside.
import { BlockList, isIPv4, isIPv6 } from 'node:net'

export const insideV4 = [
  '0.0.0.0/8', // this network, unspecified
  '10.0.0.0/8', // private
  '100.64.0.0/10', // behind a provider's NAT
  '127.0.0.0/8', // loopback
  '169.254.0.0/16', // link-local, and what clouds tell their machines
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocols
  '192.168.0.0/16', // private
  '198.18.0.0/15', // measurements
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, broadcast
]

export const insideV6 = [
  '::/96', // unspecified, loopback, IPv4-compatible
  '::ffff:0:0/96', // IPv4-mapped
  '64:ff9b::/96', // NAT64, which holds an IPv4 address
  '64:ff9b:1::/48', // NAT64 of a network's own
  '2001::/32', // Teredo, likewise
  '2002::/16', // 6to4, likewise
  'fc00::/7', // private
  'fe80::/10', // link-local
  'fec0::/10', // site-local, of old
  'ff00::/8', // multicast
]

const v4 = listOf(insideV4, 'ipv4')
// Apart: a list that holds ::ffff:0:0/96 takes every IPv4 address for one of it.
const v6 = listOf(insideV6, 'ipv6')

/** What is no address at all lies nowhere one may go. */
export function isInside(address: string): boolean {
  if (isIPv4(address)) return v4.check(address, 'ipv4')
  return !isIPv6(address) || v6.check(address, 'ipv6')
}

function listOf(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [network = '', bits] = range.split('/')
    list.addSubnet(network, Number(bits), family)
  }
  return list
}
