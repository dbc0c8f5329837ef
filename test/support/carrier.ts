// The bare connections a person may use: text in, values out, and how it ended. They keep to nothing but their transport.
import { createConnection, type Socket as NetSocket } from 'node:net'
import { createInterface } from 'node:readline'
import { io } from 'socket.io-client'
import WebSocket from 'ws'
import type { Presence } from '../../server/compose.ts'

/** Where a server is found, in this process or in another. */
export type Reachable = Pick<Presence, 'url' | 'tcpPort' | 'socketPath'>

export const transports = ['socket.io', 'websocket', 'tcp', 'unix'] as const
export type Transport = (typeof transports)[number]
/** Those that anyone may use; the unix socket is for who may open the data folder. */
export const publicTransports = ['socket.io', 'websocket', 'tcp'] as const

export interface Carrier {
  send(value: unknown): void
  /** Text as it is, where the transport can carry text that is no JSON. */
  sendText(text: string): void
  /** Ends it as a page does that is closed, or as a network that breaks. */
  close(): void
  drop(): void
  /** Stops reading, as a program does that hangs. */
  pause(): void
  resume(): void
}

export interface Hears {
  value(value: unknown): void
  /** With the WebSocket close code where there is one. */
  ended(code?: number): void
}

export function connect(server: Reachable, transport: Transport, hears: Hears): Promise<Carrier> {
  if (transport === 'socket.io') return bySocketIo(server, hears)
  if (transport === 'websocket') return byWebSocket(server, hears)
  const path =
    transport === 'unix' ? { path: server.socketPath } : { host: '127.0.0.1', port: server.tcpPort ?? 0 }
  return byLines(createConnection(path), hears)
}

function bySocketIo(server: Reachable, hears: Hears): Promise<Carrier> {
  const socket = io(server.url, {
    path: '/io',
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    // The platform's own WebSocket cannot be paused or torn; ws can.
    WebSocket,
  } as Parameters<typeof io>[1])
  socket.on('m', value => hears.value(value))
  socket.on('disconnect', () => hears.ended())
  const raw = () => (socket.io.engine as unknown as { transport: { ws: WebSocket } }).transport.ws
  return new Promise((done, fail) => {
    socket.on('connect_error', fail)
    socket.on('connect', () =>
      done({
        send: value => void socket.emit('m', value),
        sendText: text => raw().send(`42["m",${text}]`),
        close: () => void socket.disconnect(),
        drop: () => raw().terminate(),
        pause: () => raw().pause(),
        resume: () => raw().resume(),
      }),
    )
  })
}

function byWebSocket(server: Reachable, hears: Hears): Promise<Carrier> {
  const websocket = new WebSocket(`${server.url.replace('http', 'ws')}/ws`)
  websocket.on('message', data => hears.value(JSON.parse(data.toString())))
  websocket.on('close', code => hears.ended(code))
  return new Promise((done, fail) => {
    websocket.on('error', fail)
    websocket.on('open', () =>
      done({
        send: value => websocket.send(JSON.stringify(value)),
        sendText: text => websocket.send(text),
        close: () => websocket.close(1001),
        drop: () => websocket.terminate(),
        pause: () => websocket.pause(),
        resume: () => websocket.resume(),
      }),
    )
  })
}

function byLines(socket: NetSocket, hears: Hears): Promise<Carrier> {
  createInterface({ input: socket }).on('line', line => hears.value(JSON.parse(line)))
  socket.on('close', () => hears.ended())
  return new Promise((done, fail) => {
    socket.on('error', fail)
    socket.on('connect', () =>
      done({
        send: value => void socket.write(`${JSON.stringify(value)}\n`),
        sendText: text => void socket.write(`${text}\n`),
        close: () => void socket.end(),
        drop: () => void socket.resetAndDestroy(),
        pause: () => void socket.pause(),
        resume: () => void socket.resume(),
      }),
    )
  })
}
