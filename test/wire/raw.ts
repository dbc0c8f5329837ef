// Connections below the words: bytes in, bytes out, for those who do not keep to any of it.
import { createConnection, type Socket } from 'node:net'
import WebSocket from 'ws'
import type { Running } from '../support/start.ts'

const PATIENCE = 4000

export interface Raw {
  readonly heard: string[]
  readonly closed: Promise<number>
  send(data: string | Buffer): void
  /** The first thing heard that holds this. */
  hears(part: string): Promise<string>
  end(): void
}

/** A TCP connection that has nothing but bytes. */
export async function rawTcp(port: number | undefined): Promise<Raw & { socket: Socket }> {
  const socket = createConnection({ host: '127.0.0.1', port: port ?? 0, noDelay: true })
  const ears = listen()
  socket.on('data', data => ears.hear(data.toString('latin1')))
  socket.on('error', () => {})
  const closed = new Promise<number>(done => socket.once('close', () => done(0)))
  await new Promise((done, fail) => socket.once('connect', done).once('error', fail))
  return {
    ...ears,
    ...{ socket, closed: soon(closed, 'the TCP connection was not closed') },
    send: data => void socket.write(data),
    end: () => void socket.destroy(),
  }
}

/** A WebSocket to any path, with any headers. */
export async function rawWebSocket(
  server: Running,
  path: string,
  headers: Record<string, string> = {},
): Promise<Raw & { websocket: WebSocket }> {
  const websocket = new WebSocket(`${server.url.replace('http', 'ws')}${path}`, { headers })
  const ears = listen()
  websocket.on('message', data => ears.hear(data.toString()))
  const closed = new Promise<number>(done => websocket.once('close', code => done(code)))
  await new Promise((done, fail) => websocket.once('open', done).once('error', fail))
  websocket.on('error', () => {})
  return {
    ...ears,
    ...{ websocket, closed: soon(closed, 'the WebSocket was not closed') },
    send: data => websocket.send(data),
    end: () => websocket.terminate(),
  }
}

/** Socket.IO spoken by hand, already in its one namespace. */
export async function rawSocketIo(server: Running) {
  const raw = await rawWebSocket(server, '/io/?EIO=4&transport=websocket')
  await raw.hears('0{')
  raw.send('40')
  await raw.hears('40')
  return raw
}

function listen() {
  const heard: string[] = []
  const waiting = new Set<() => void>()
  return {
    heard,
    hear(text: string) {
      heard.push(text)
      for (const look of waiting) look()
    },
    hears(part: string): Promise<string> {
      const found = new Promise<string>(done => {
        const look = () => {
          const text = heard.find(text => text.includes(part))
          if (text === undefined) return
          waiting.delete(look)
          done(text)
        }
        waiting.add(look)
        look()
      })
      return soon(found, `${part} was not heard`)
    },
  }
}

/** Awaited or not, a failure is told only to who asks. */
function soon<V>(promise: Promise<V>, failure: string): Promise<V> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(failure)), PATIENCE)
  })
  const first = Promise.race([promise, late]).finally(() => clearTimeout(timer))
  first.catch(() => {})
  return first
}
