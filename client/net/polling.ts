// Socket.IO as a mere carrier of words, for networks that break WebSockets: it polls, where the server allows it.
import { io } from 'socket.io-client'
import type { ServerMessage } from '#protocol/message.ts'
import type { Hears, Wire } from './socket.ts'

const EVENT = 'm'
const PATIENCE = 10_000

export function openPolling(hears: Hears): Wire {
  const socket = io({
    path: '/io',
    transports: ['websocket', 'polling'],
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
