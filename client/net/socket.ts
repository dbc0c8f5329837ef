// One Socket.IO connection as a mere carrier of words: an event each way, and how it ended.
import { io } from 'socket.io-client'
import type { ServerMessage } from '#protocol/message.ts'

export interface Hears {
  opened(): void
  message(message: ServerMessage): void
  /** Once: it could not be opened, or it is over. */
  closed(): void
}

export interface Wire {
  send(message: object): void
  close(): void
}

export type Open = (hears: Hears, polling: boolean) => Wire

const EVENT = 'm'
const PATIENCE = 10_000

/** `polling` also tries plain requests, for networks that break WebSockets; most servers do not allow it. */
export const openSocket: Open = (hears, polling) => {
  const socket = io({
    path: '/io',
    transports: polling ? ['websocket', 'polling'] : ['websocket'],
    tryAllTransports: true,
    reconnection: false,
    forceNew: true,
    timeout: PATIENCE,
  })
  let over = false
  const end = () => {
    if (over) return
    over = true
    socket.disconnect()
    hears.closed()
  }
  socket.on('connect', hears.opened)
  socket.on(EVENT, (message: ServerMessage) => !over && hears.message(message))
  socket.on('disconnect', end)
  socket.on('connect_error', end)
  return { send: message => void socket.emit(EVENT, message), close: end }
}
