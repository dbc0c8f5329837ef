// A connection that carries JSON both ways: over a raw WebSocket, or over Socket.IO's packets in one.
import { WebSocketClient } from './websocket.ts'

const OPEN = '0'.charCodeAt(0)
const PING = '2'.charCodeAt(0)
const PACKET = '4'.charCodeAt(0)

export interface Talk {
  send(value: object): void
  /** The next message of this type. */
  hears(type: string): Promise<Record<string, unknown>>
  /** Every message, as it lies in the buffer; undefined: they are of no interest. */
  onMessage: ((buffer: Buffer, from: number, to: number) => void) | undefined
  end(): void
}

export function openRaw(port: number): Promise<Talk> {
  return new Promise((done, fail) => {
    const client = new WebSocketClient(port, '/ws')
    client.onEnd = () => fail(new Error('no connection'))
    client.onOpen = () => done(new Framed(client))
  })
}

/** Engine.IO opens, Socket.IO connects, then there are events. */
export function openSocketIo(port: number): Promise<Talk> {
  return new Promise((done, fail) => {
    const client = new WebSocketClient(port, '/io/?EIO=4&transport=websocket')
    client.onEnd = () => fail(new Error('no connection'))
    client.onText = (buffer, from) => {
      if (buffer[from] === OPEN) client.send('40')
      if (buffer[from] === PACKET) done(new SocketIo(client))
    }
  })
}

class Framed implements Talk {
  readonly client: WebSocketClient
  onMessage: Talk['onMessage']
  readonly #waiting = new Map<string, (message: Record<string, unknown>) => void>()

  constructor(client: WebSocketClient) {
    this.client = client
    client.onText = (buffer, from, to) => this.take(buffer, from, to)
    client.onEnd = () => {
      throw new Error('the server ended a connection')
    }
  }

  send(value: object): void {
    this.client.send(JSON.stringify(value))
  }

  hears(type: string): Promise<Record<string, unknown>> {
    return new Promise(done => this.#waiting.set(type, done))
  }

  end(): void {
    this.client.end()
  }

  take(buffer: Buffer, from: number, to: number): void {
    this.onMessage?.(buffer, from, to)
    if (this.#waiting.size === 0) return
    const message = JSON.parse(buffer.toString('utf8', from, to))
    if (message.type === 'refused') throw new Error(`refused: ${message.code} ${message.place ?? ''}`)
    this.#waiting.get(message.type)?.(message)
    this.#waiting.delete(message.type)
  }
}

class SocketIo extends Framed {
  override send(value: object): void {
    this.client.send(`42["m",${JSON.stringify(value)}]`)
  }

  override take(buffer: Buffer, from: number, to: number): void {
    if (buffer[from] === PING) return this.client.send('3')
    // 42["m",{...}]
    if (buffer[from] === PACKET) super.take(buffer, from + 7, to - 1)
  }
}
