// The settings of a coturn that relays for this server: the same credentials, and the same addresses kept from.
import { insideV4, insideV6, isInside } from './inside.ts'

/** As in the relay of our own. */
const PER_PERSON = 25
const PORTS = { first: 49_152, last: 50_151 }

export interface CoturnPlace {
  /** By which browsers find it. */
  readonly name: string
  readonly secret: string
  /** Files in PEM form. Without them it speaks no TLS. */
  readonly certificate: { readonly cert: string; readonly key: string } | undefined
  /** The machine's own, on its network. */
  readonly own: string | undefined
  /** Where it is reached from outside, if that is another. */
  readonly outside: string | null
}

export function coturnConfig({ name, secret, certificate, own, outside }: CoturnPlace): string {
  return [
    '# coturn for Presence, written by `presence relay config`. Credentials hold for some hours; nobody has a fixed one.',
    ...[
      'use-auth-secret',
      `static-auth-secret=${secret}`,
      `realm=${name}`,
      'fingerprint',
      'stale-nonce=3600',
    ],
    '',
    `listening-port=3478`,
    ...(certificate
      ? ['tls-listening-port=5349', `cert=${certificate.cert}`, `pkey=${certificate.key}`]
      : ['no-tls', 'no-dtls']),
    ...['no-tlsv1', 'no-tlsv1_1'],
    `min-port=${PORTS.first}`,
    `max-port=${PORTS.last}`,
    `user-quota=${PER_PERSON}`,
    `total-quota=${PORTS.last - PORTS.first + 1}`,
    ...['no-tcp-relay', 'no-cli', 'syslog'],
    '',
    '# What is inside trusts whoever is inside too.',
    'no-multicast-peers',
    ...[...insideV4, ...insideV6].map(denied),
    ...(own ? linesFor(own, outside) : []),
    '',
  ].join('\n')
}

function linesFor(own: string, outside: string | null): string[] {
  const behind = outside !== null && outside !== own
  return [
    ...(isInside(own)
      ? [
          '',
          '# Two people who both need it meet at its own address. Let nothing else that listens there for UDP trust it.',
          `allowed-peer-ip=${own}`,
        ]
      : []),
    ...(behind ? [`external-ip=${outside}/${own}`] : []),
  ]
}

/** A range that begins at :: has no beginning for coturn, and so holds all of IPv4; :: itself it never sends to. */
function denied(range: string): string {
  const [first, last] = spanOf(range)
  return `denied-peer-ip=${first === '0:0:0:0:0:0:0:0' ? '::1' : first}-${last}`
}

/** The first and the last address of a range, as coturn wants them. */
export function spanOf(range: string): [first: string, last: string] {
  const [network = '', bits = ''] = range.split('/')
  const bytes = bytesOf(network)
  const last = bytes.map((byte, at) => byte | (0xff >> Math.min(8, Math.max(0, Number(bits) - at * 8))))
  return [textOf(bytes), textOf(last)]
}

function bytesOf(address: string): number[] {
  if (!address.includes(':')) return address.split('.').map(Number)
  const [head = '', tail = ''] = address.split('::')
  const groups = (text: string) => text.split(':').filter(Boolean)
  const missing = Array(8 - groups(head).length - groups(tail).length).fill('0')
  const all = [...groups(head), ...missing, ...groups(tail)].map(group => Number.parseInt(group, 16))
  return all.flatMap(group => [group >> 8, group & 0xff])
}

function textOf(bytes: readonly number[]): string {
  if (bytes.length === 4) return bytes.join('.')
  const groups = Array.from({ length: 8 }, (_, at) => ((bytes[at * 2] ?? 0) << 8) | (bytes[at * 2 + 1] ?? 0))
  return groups.map(group => group.toString(16)).join(':')
}
