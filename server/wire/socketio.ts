// Socket.IO at /io, as a mere carrier of frames: one event, no acks, none of its rooms.
import type { Server as HttpServer, IncomingMessage } from 'node:http'
import type { Writable } from 'node:stream'
import { Server, type Socket } from 'socket.io'
import { WebSocket, WebSocketServer } from 'ws'
import type { Frame } from '#protocol/frame.ts'
import { memory } from './bytes.ts'
import { type Door, FRAME_BYTES } from './door.ts'
import { Line } from './line.ts'
import { hold } from './turn.ts'

const EVENT = 'm'
/** What Socket.IO puts around a message: two digits that say what it is, the event, brackets, a comma. */
const WRAPPING = `42["${EVENT}",]`.length

type Conn = Socket['conn']

interface Options {
  readonly polling: boolean
  readonly addressOf: (request: IncomingMessage) => string
  readonly mayConnect: (request: IncomingMessage) => boolean
}

export function attachSocketIo(
  http: HttpServer,
  door: Door,
  { polling, addressOf, mayConnect }: Options,
): Server {
  const io = new Server(http, {
    path: '/io',
    transports: polling ? ['websocket', 'polling'] : ['websocket'],
    allowUpgrades: polling,
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: FRAME_BYTES + WRAPPING,
    connectTimeout: 10_000,
    destroyUpgrade: false,
    // Ours is newer than the one that Socket.IO brings: it hangs up on who sends pings and reads no pongs.
    wsEngine: WebSocketServer,
    allowRequest: (request, answer) => answer(null, mayConnect(request)),
  })
  // Socket.IO keeps the request for as long as the connection lives; all we want of it is where it comes from.
  const addresses = new WeakMap<object, string>()
  io.engine.on('connection', (conn: Conn) => {
    addresses.set(conn, addressOf(conn.request))
    oneNamespace(conn)
  })
  io.on('connection', socket => accept(door, socket, addresses.get(socket.conn) ?? ''))
  return io
}

/** We have one namespace. Whoever names another would be answered at length, past every limit of ours. */
function oneNamespace(conn: Conn): void {
  conn.prependListener('data', data => {
    if (typeof data === 'string' && /^\d(\d*-)?\//.test(data)) conn.close(true)
  })
}

function accept(door: Door, socket: Socket, address: string): void {
  const line = new SocketIoLine(socket, address)
  const entry = door.open(line)
  socket.on(EVENT, (value: unknown) => entry.value(value))
  socket.onAny((event: string) => event !== EVENT && entry.value(undefined))
  // A packet that cannot be read: Socket.IO closes the connection after this.
  socket.on('error', () => line.close('message.malformed'))
  socket.on('disconnect', reason => {
    // A line that we close says itself how it ended.
    if (line.open) line.end(reason === 'client namespace disconnect' ? 'closed' : 'lost')
    // One connection, one visit: it does not begin again.
    socket.conn.close()
  })
  socket.conn.on('packet', () => entry.hear())
  // The request is of no more use, and weighs as much as all that is ours of an idle connection.
  ;(socket.conn as { request: unknown }).request = null
  ;(socket as { handshake: unknown }).handshake = null
}

class SocketIoLine extends Line {
  readonly #conn: Conn
  /** What the WebSocket writes to; undefined when this began by polling. */
  readonly #below: Writable | undefined
  /** Bytes that have not even been handed to the transport. */
  #queued = 0

  constructor(socket: Socket, address: string) {
    super(address)
    this.#conn = socket.conn
    this.#below = this.#websocket && socket.request.socket
    this.#conn.on('flush', () => {
      this.#queued = 0
    })
    // Socket.IO does not tell a page that was closed from a network that was lost; the WebSocket below does.
    this.#websocket?.prependOnceListener('close', code => this.end(code === 1006 ? 'lost' : 'closed'))
  }

  get gone(): boolean {
    // Socket.IO calls itself closed while the WebSocket still delivers what was said before.
    const websocket = this.#websocket
    return websocket ? websocket.readyState === WebSocket.CLOSED : this.#conn.readyState === 'closed'
  }

  write(frame: Frame): void {
    frame.forms.socketio ??= encode(frame.json)
    const { packet, wsPreEncodedFrame } = frame.forms.socketio as ReturnType<typeof encode>
    if (this.#below && this.#isFree) {
      hold(this.#below)
      this.#below.write(wsPreEncodedFrame)
      return
    }
    this.#queued += wsPreEncodedFrame.length
    // Its own options object each time: engine.io writes into it. A WebSocket needs the finished frame only.
    this.#conn.write(this.#websocket ? '' : packet, {
      compress: false,
      wsPreEncodedFrame: [wsPreEncodedFrame],
    } as { compress: boolean })
  }

  pending(): number {
    return this.#queued + (this.#websocket?.bufferedAmount ?? 0)
  }

  finish(): void {
    this.#conn.close()
  }

  kill(): void {
    if (this.#websocket) this.#websocket.terminate()
    else this.#conn.close(true)
  }

  /** Socket.IO has a heartbeat of its own. */
  beat(): void {}

  /** True when there is nothing of Socket.IO's own that a frame past it would overtake. */
  get #isFree(): boolean {
    return this.#conn.transport.writable && this.#websocket?.readyState === WebSocket.OPEN
  }

  /** Undefined while polling. */
  get #websocket(): WebSocket | undefined {
    return (this.#conn.transport as { socket?: WebSocket }).socket
  }
}

/** The packet for transports that frame it themselves, and the finished WebSocket frame, the same for all. */
function encode(json: string) {
  const packet = `2["${EVENT}",${json}]`
  const header = textHeader(Buffer.byteLength(packet) + 1)
  const wsPreEncodedFrame = memory(header.length + Buffer.byteLength(packet) + 1)
  header.copy(wsPreEncodedFrame)
  wsPreEncodedFrame.write(`4${packet}`, header.length)
  return { packet, wsPreEncodedFrame }
}

/** RFC 6455, section 5.2: a whole text message in one frame, unmasked as servers send it. */
function textHeader(length: number): Buffer {
  const whole = 0x81
  if (length < 126) return Buffer.from([whole, length])
  if (length < 65_536) return Buffer.from([whole, 126, length >> 8, length & 255])
  const header = Buffer.alloc(10)
  header.writeUInt16BE((whole << 8) | 127)
  header.writeBigUInt64BE(BigInt(length), 2)
  return header
}
