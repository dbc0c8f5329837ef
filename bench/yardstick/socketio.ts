// Bare Socket.IO with the settings that ours has: a connection joins a room and is told so.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'

const http = createServer()
const io = new Server(http, {
  path: '/io',
  transports: ['websocket'],
  allowUpgrades: false,
  serveClient: false,
  perMessageDeflate: false,
  httpCompression: false,
  maxHttpBufferSize: 64 * 1024,
  connectTimeout: 10_000,
})

io.on('connection', socket => {
  socket.on('m', ({ room }: { room: string }) => {
    socket.join(room)
    socket.emit('m', { type: 'joined', room })
  })
  ;(socket.conn as { request: unknown }).request = null
})

http.listen(0, '127.0.0.1', () => {
  console.log(`ready at http://127.0.0.1:${(http.address() as AddressInfo).port}`)
})
