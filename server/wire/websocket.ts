// A raw WebSocket at /ws: one JSON object per text message.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Frame } from '#protocol/frame.ts'
import { bytesOf } from './bytes.ts'
import { type Door, FRAME_BYTES } from './door.ts'
import { Line } from './line.ts'
import { hold } from './turn.ts'

const PAGE_CLOSED = new Set([1000, 1001, 1005])

export function websocketFace(door: Door, addressOf: (request: IncomingMessage) => string) {
  const server = new WebSocketServer({ noServer: true, maxPayload: FRAME_BYTES, perMessageDeflate: false })
  return {
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      server.handleUpgrade(request, socket, head, websocket => {
        accept(door, websocket, new WebSocketLine(websocket, socket, addressOf(request)))
      })
    },
  }
}

function accept(door: Door, websocket: WebSocket, line: Line): void {
  const entry = door.open(line)
  websocket.on('message', (data, isBinary) => {
    if (isBinary) entry.binary()
    else entry.text(data.toString())
  })
  websocket.on('pong', () => entry.hear())
  websocket.on('close', code => line.end(PAGE_CLOSED.has(code) ? 'closed' : 'lost'))
  // A broken frame or one too large: ws closes with the code that says so.
  websocket.on('error', () => {})
}

class WebSocketLine extends Line {
  readonly #websocket: WebSocket
  /** What the WebSocket writes to. */
  readonly #below: Duplex

  constructor(websocket: WebSocket, below: Duplex, address: string) {
    super(address)
    this.#websocket = websocket
    this.#below = below
  }

  get gone(): boolean {
    return this.#websocket.readyState === this.#websocket.CLOSED
  }

  write(frame: Frame): void {
    // Bytes made once for all: ws would otherwise encode the same text for every reader.
    frame.forms.bytes ??= bytesOf(frame.json)
    hold(this.#below)
    this.#websocket.send(frame.forms.bytes as Buffer, { binary: false })
  }

  pending(): number {
    return this.#websocket.bufferedAmount
  }

  finish(closeCode: number, reason: string): void {
    this.#websocket.close(closeCode, reason)
  }

  kill(): void {
    this.#websocket.terminate()
  }

  beat(): void {
    this.#websocket.ping()
  }
}
