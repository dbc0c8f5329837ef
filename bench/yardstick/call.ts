// The least that a call in a browser can be: a page, and a server that passes on what its visitors tell each other.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type WebSocket, WebSocketServer } from 'ws'

const page = readFileSync(join(import.meta.dirname, 'call.html'))
const http = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html')
  response.end(page)
})
const server = new WebSocketServer({ server: http, perMessageDeflate: false })
const visitors = new Map<string, WebSocket>()

server.on('connection', socket => {
  const id = String(visitors.size)
  socket.on('message', data => {
    const message = JSON.parse(data.toString())
    if (message.type === 'join') {
      socket.send(JSON.stringify({ type: 'joined', others: [...visitors.keys()] }))
      visitors.set(id, socket)
    } else visitors.get(message.to)?.send(JSON.stringify({ ...message, from: id }))
  })
  socket.on('error', () => {})
})

http.listen(0, '127.0.0.1', () => {
  console.log(`ready at http://127.0.0.1:${(http.address() as AddressInfo).port}`)
})
