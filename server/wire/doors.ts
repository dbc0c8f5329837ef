// Opens every way in, and closes them all again.
import type { IncomingMessage } from 'node:http'
import { type AddressInfo, BlockList, isIPv6, type Server } from 'node:net'
import type { Express } from 'express'
import type { Clock } from '../base/clock.ts'
import { addressOf } from './address.ts'
import type { Door } from './door.ts'
import { securityHeaders } from './headers.ts'
import { listen, makeHttp, routeUpgrades, type Upgrade } from './listen.ts'
import { mayConnect } from './origin.ts'
import { attachSocketIo } from './socketio.ts'
import { type Certificate, listenTcp, listenUnix } from './stream.ts'
import { websocketFace } from './websocket.ts'

export interface Ways {
  readonly host: string
  readonly port: number
  readonly tcpPort: number | null
  readonly socketPath: string
  readonly certificate: Certificate | undefined
  readonly origins: readonly string[]
  readonly proxies: readonly string[]
  readonly polling: boolean
  /** Faces of other parts, by path. */
  readonly upgrades: Readonly<Record<string, Upgrade>>
}

export interface Doors {
  readonly port: number
  readonly tcpPort: number | undefined
  close(): Promise<void>
}

export async function openDoors(door: Door, app: Express, ways: Ways, clock: Clock): Promise<Doors> {
  const { host, certificate } = ways
  const proxies = blockList(ways.proxies)
  const from = (request: IncomingMessage) => addressOf(request, proxies)
  const welcome = (request: IncomingMessage) => mayConnect(request, ways.origins)
  // First the one that finds out whether another server lives in this data folder.
  const unix = await listenUnix(door, ways.socketPath)
  const opened: Server[] = [unix]
  try {
    const http = makeHttp(app, certificate, clock)
    const io = attachSocketIo(http, door, { polling: ways.polling, addressOf: from, mayConnect: welcome })
    const headers = securityHeaders(certificate !== undefined)
    http.prependListener('request', (_request, response) => response.setHeaders(headers))
    const faces = { '/ws': websocketFace(door, from).upgrade, ...ways.upgrades }
    routeUpgrades(http, faces, ['/io/'], welcome)
    await listen(http, ways.port, host)
    opened.push(http)
    const tcp = ways.tcpPort === null ? undefined : await listenTcp(door, host, ways.tcpPort, certificate)
    if (tcp) opened.push(tcp)
    return {
      port: portOf(http),
      tcpPort: tcp && portOf(tcp),
      async close() {
        const closed = opened.map(server => new Promise(done => server.close(done)))
        await door.close()
        await io.close()
        http.closeAllConnections()
        await Promise.all(closed)
      },
    }
  } catch (error) {
    for (const server of opened) server.close()
    await door.close()
    throw error
  }
}

const portOf = (server: Server) => (server.address() as AddressInfo).port

function blockList(addresses: readonly string[]): BlockList {
  const list = new BlockList()
  for (const address of addresses) list.addAddress(address, isIPv6(address) ? 'ipv6' : 'ipv4')
  return list
}
