// Where the relay of our own listens, and how those outside find it.
import { isIPv4 } from 'node:net'

export interface Told {
  /** Where pages are served. */
  readonly host: string
  /** How people reach them. */
  readonly url: string | null
  /** What the operator says of the relay. */
  readonly address: string | null
}

export interface RelayPlace {
  /** To listen on. */
  readonly host: string
  /** What is relayed comes from here. */
  readonly address: string
  /** What pages look for. */
  readonly name: string
}

const EVERYWHERE = '0.0.0.0'
const HERE = '127.0.0.1'

/** `lan`: what others on its network call this machine. */
export function placeOf({ host, url, address: said }: Told, lan: string | undefined): RelayPlace {
  const address = said ?? addressOf(host, url, lan)
  // Whoever is reached as another address listens on all: a NAT or a container brings it here.
  const listens = address === HERE ? HERE : EVERYWHERE
  return { host: listens, address, name: said ?? (url ? new URL(url).hostname : address) }
}

function addressOf(host: string, url: string | null, lan: string | undefined): string {
  const isHere = ['localhost', '::1'].includes(host) || host.startsWith('127.')
  // Pages that are served here only, and to no proxy, are for this machine alone.
  if (isHere && !url) return HERE
  return isIPv4(host) && !isHere && host !== EVERYWHERE ? host : (lan ?? HERE)
}
