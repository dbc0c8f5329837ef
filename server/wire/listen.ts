// The web port: HTTP or HTTPS, and what becomes of requests to upgrade.
import { createServer as createHttp, type IncomingMessage, type Server } from 'node:http'
import { createServer as createHttps } from 'node:https'
import type { Duplex } from 'node:stream'
import type { Express } from 'express'
import type { Clock } from '../base/clock.ts'
import type { Certificate } from './stream.ts'
import { cutAfter, isUpload } from './upload.ts'

const BODY_MS = 30_000

export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

export function makeHttp(app: Express, certificate: Certificate | undefined, clock: Clock): Server {
  const options = {
    headersTimeout: 10_000,
    // For everything at once it would have to be long enough for uploads.
    requestTimeout: 0,
    connectionsCheckingInterval: 2_000,
    handshakeTimeout: 10_000,
    maxHeaderSize: 16 * 1024,
  }
  const http = certificate ? createHttps({ ...options, ...certificate }, app) : createHttp(options, app)
  return http.on('request', request => {
    // Nobody needs long for what he sends us here, but for a file.
    if (!isUpload(request)) cutAfter(request, BODY_MS, clock)
  })
}

/** Each path has one face; `own` begins the paths of those that have put their listener on the server themselves. */
export function routeUpgrades(
  http: Server,
  faces: Readonly<Record<string, Upgrade>>,
  own: readonly string[],
  mayConnect: (request: IncomingMessage) => boolean,
): void {
  http.on('upgrade', (request, socket, head) => {
    socket.on('error', ignore)
    if (own.some(start => request.url?.startsWith(start))) return
    const path = pathOf(request)
    const face = Object.hasOwn(faces, path) ? faces[path] : undefined
    if (!face) return turnAway(socket, '404 Not Found')
    if (!mayConnect(request)) return turnAway(socket, '403 Forbidden')
    face(request, socket, head)
  })
}

/** Out here, where it does not hold on to the request for as long as the connection lives. */
const ignore = () => {}

const pathOf = (request: IncomingMessage) => (request.url ?? '').split('?')[0]?.replace(/\/$/, '') ?? ''

function turnAway(socket: Duplex, status: string): void {
  // Not half: a client that never closes its side would stay for ever.
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy())
}

export function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    // Stays: later errors are connections that could not be accepted, and no reason to end.
    server.on('error', fail)
    server.listen(port, host, () => done())
  })
}
