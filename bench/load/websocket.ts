// A WebSocket client over a bare socket, as cheap as it gets: the generator must not be what is measured.
import { randomBytes } from 'node:crypto'
import { createConnection, type Socket } from 'node:net'

const TEXT = 0x81
const PONG = 0x8a
const EMPTY = Buffer.alloc(0)

/** Told of every text message where it lies in the buffer; most are only counted. */
export type OnText = (buffer: Buffer, from: number, to: number) => void

export class WebSocketClient {
  readonly #socket: Socket
  readonly #mask = randomBytes(4)
  #rest: Buffer = EMPTY
  #upgraded = false
  onOpen: () => void = () => {}
  onText: OnText = () => {}
  onEnd: () => void = () => {}

  constructor(port: number, path: string) {
    this.#socket = createConnection({ host: '127.0.0.1', port, noDelay: true })
    this.#socket.on('data', chunk => this.#take(chunk))
    this.#socket.on('close', () => this.onEnd())
    this.#socket.on('error', () => {})
    this.#socket.write(upgradeRequest(port, path))
  }

  send(text: string): void {
    this.#write(TEXT, Buffer.from(text))
  }

  end(): void {
    this.onEnd = () => {}
    this.#socket.end(this.#framed(0x88, Buffer.from([0x03, 0xe9])))
  }

  #take(chunk: Buffer): void {
    const buffer = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk
    const at = this.#upgraded ? this.#takeFrames(buffer, 0) : this.#takeUpgrade(buffer)
    this.#rest = at === buffer.length ? EMPTY : buffer.subarray(at)
  }

  #takeUpgrade(buffer: Buffer): number {
    const end = buffer.indexOf('\r\n\r\n')
    if (end === -1) return 0
    if (!buffer.toString('latin1', 0, end).startsWith('HTTP/1.1 101')) {
      this.#socket.destroy()
      return buffer.length
    }
    this.#upgraded = true
    this.onOpen()
    return this.#takeFrames(buffer, end + 4)
  }

  #takeFrames(buffer: Buffer, start: number): number {
    let at = start
    for (;;) {
      const frame = frameAt(buffer, at)
      if (!frame) return at
      const code = (buffer[at] ?? 0) & 15
      if (code === 1) this.onText(buffer, frame.from, frame.to)
      if (code === 9) this.#write(PONG, buffer.subarray(frame.from, frame.to))
      at = frame.to
    }
  }

  #write(head: number, payload: Buffer): void {
    this.#socket.write(this.#framed(head, payload))
  }

  #framed(head: number, payload: Buffer): Buffer {
    const { length } = payload
    const header = length < 126 ? [head, 128 | length] : [head, 254, length >> 8, length & 255]
    const masked = payload.map((byte, at) => byte ^ (this.#mask[at & 3] ?? 0))
    return Buffer.concat([Buffer.from(header), this.#mask, masked])
  }
}

/** As a browser words it: a server reads all of this, and may keep it. */
const upgradeRequest = (port: number, path: string) =>
  [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Pragma: no-cache',
    'Cache-Control: no-cache',
    'User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    'Upgrade: websocket',
    `Origin: http://127.0.0.1:${port}`,
    'Sec-WebSocket-Version: 13',
    'Accept-Encoding: gzip, deflate, br, zstd',
    'Accept-Language: en-GB,en;q=0.9,de;q=0.8',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits',
    '\r\n',
  ].join('\r\n')

/** Where a whole frame's payload lies; servers do not mask theirs. */
function frameAt(buffer: Buffer, at: number): { from: number; to: number } | undefined {
  if (buffer.length < at + 2) return undefined
  let length = (buffer[at + 1] ?? 0) & 127
  let from = at + 2
  if (length >= 126) {
    const bytes = length === 126 ? 2 : 8
    if (buffer.length < from + bytes) return undefined
    length = bytes === 2 ? buffer.readUInt16BE(from) : Number(buffer.readBigUInt64BE(from))
    from += bytes
  }
  return buffer.length < from + length ? undefined : { from, to: from + length }
}
