// One JSON object per line, over TCP, TLS, or the unix socket in the data folder.
import { isUtf8 } from 'node:buffer'
import { chmodSync, unlinkSync } from 'node:fs'
import { createServer as createTcpServer, type Socket as NetSocket, type Server } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { Frame } from '#protocol/frame.ts'
import { Mistake } from '../base/mistake.ts'
import { network, plain } from './address.ts'
import { bytesOf } from './bytes.ts'
import { type Door, type Entry, FRAME_BYTES } from './door.ts'
import { Line } from './line.ts'
import { hold } from './turn.ts'

const NEWLINE = 10
/** What a kernel takes as the address of a unix socket, without its end. */
const LONGEST_PATH = 107
/** More pieces of a line than this are put together: each costs more than the byte it may hold. */
const PIECES = 64
const HANDSHAKE_MS = 10_000
const pulse = new Frame({ type: 'pulse' })

export interface Certificate {
  readonly cert: string
  readonly key: string
}

export async function listenTcp(
  door: Door,
  host: string,
  port: number,
  certificate?: Certificate,
): Promise<Server> {
  const onSocket = (socket: NetSocket) =>
    accept(door, socket, network(plain(socket.remoteAddress ?? '')), false)
  const server = certificate
    ? createTlsServer({ ...certificate, handshakeTimeout: HANDSHAKE_MS }, onSocket)
    : createTcpServer(onSocket)
  // A failed handshake is the other side's business.
  server.on('tlsClientError', () => {})
  return listening(server, () => server.listen(port, host))
}

/** Only who may open the data folder can come in this way. */
export async function listenUnix(door: Door, path: string): Promise<Server> {
  if (Buffer.byteLength(path) > LONGEST_PATH)
    throw new Mistake(`${path} is too long for a socket. Choose a data folder with a shorter path.`)
  unlinkIfThere(path)
  const server = await listening(
    createTcpServer(socket => accept(door, socket, 'unix', true)),
    server => server.listen(path),
  )
  chmodSync(path, 0o600)
  return server
}

function accept(door: Door, socket: NetSocket, address: string, operator: boolean): void {
  socket.setNoDelay(true)
  const line = new StreamLine(socket, address, operator)
  const entry = door.open(line)
  const read = reader(entry, line)
  socket.on('data', read)
  socket.on('end', () => line.end('closed'))
  socket.on('close', () => line.end('lost'))
  socket.on('error', () => {})
}

/** Puts lines together from whatever pieces they come in. */
function reader(entry: Entry, line: Line) {
  let pieces: Buffer[] = []
  let length = 0
  return (chunk: Buffer): void => {
    let rest = chunk
    for (let end = rest.indexOf(NEWLINE); end !== -1 && line.open; end = rest.indexOf(NEWLINE)) {
      if (length + end > FRAME_BYTES) return line.close('message.large')
      const last = rest.subarray(0, end)
      const text = pieces.length === 0 ? last : Buffer.concat([...pieces, last])
      pieces = []
      length = 0
      rest = rest.subarray(end + 1)
      // WebSockets see to this themselves; nothing must be read otherwise here than there.
      entry.text(isUtf8(text) ? text.toString() : '')
    }
    if (!line.open || rest.length === 0) return
    length += rest.length
    if (length > FRAME_BYTES) return line.close('message.large')
    pieces.push(rest)
    if (pieces.length > PIECES) pieces = [Buffer.concat(pieces)]
  }
}

class StreamLine extends Line {
  override readonly operator: boolean
  readonly #socket: NetSocket

  constructor(socket: NetSocket, address: string, operator: boolean) {
    super(address)
    this.operator = operator
    this.#socket = socket
  }

  get gone(): boolean {
    return this.#socket.destroyed
  }

  write(frame: Frame): void {
    frame.forms.line ??= bytesOf(`${oneLine(frame.json)}\n`)
    hold(this.#socket)
    this.#socket.write(frame.forms.line as Buffer)
  }

  pending(): number {
    return this.#socket.writableLength
  }

  finish(): void {
    this.#socket.end()
  }

  kill(): void {
    this.#socket.destroy()
  }

  beat(): void {
    this.write(pulse)
  }
}

function listening<S extends Server>(server: S, start: (server: S) => void): Promise<S> {
  return new Promise((done, fail) => {
    // Stays: later errors are connections that could not be accepted, and no reason to end.
    server.on('error', fail)
    server.once('listening', () => done(server))
    start(server)
  })
}

function unlinkIfThere(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/** Some readers take these two for ends of lines, Node's readline among them; JSON lets us write them otherwise. */
const oneLine = (json: string) => json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
