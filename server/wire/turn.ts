// All that is written to a connection in one turn of the event loop leaves in one piece: handing it to the kernel
// costs several times as much as everything else about a small message.
import type { Writable } from 'node:stream'

/** More than this is not held back. */
const ENOUGH = 64 * 1024

let held: Writable[] = []

/** To be called before every write. */
export function hold(socket: Writable): void {
  if (socket.writableCorked > 0) {
    if (socket.writableLength <= ENOUGH) return
    socket.uncork()
    socket.cork()
    return
  }
  socket.cork()
  if (held.push(socket) === 1) setImmediate(release)
}

function release(): void {
  const sockets = held
  held = []
  for (const socket of sockets) socket.uncork()
}
