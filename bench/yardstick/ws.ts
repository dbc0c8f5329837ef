// The least that an honest chat server on bare ws does: parses, stamps sender and number, sends to every member.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

interface Room {
  seq: number
  readonly members: Set<WebSocket>
}

const rooms = new Map<string, Room>()
const http = createServer()
const server = new WebSocketServer({ server: http, path: '/ws', perMessageDeflate: false })
let people = 0

server.on('connection', socket => {
  const by = `person-${++people}`
  let room: Room | undefined
  socket.on('message', data => {
    const message = JSON.parse(data.toString())
    if (message.type === 'join') {
      room = roomOf(message.room)
      room.members.add(socket)
      socket.send(JSON.stringify({ type: 'joined', room: message.room }))
    }
    if (message.type === 'say' && room) say(room, by, message)
  })
  socket.on('close', () => room?.members.delete(socket))
  socket.on('error', () => {})
})

function roomOf(name: string): Room {
  const room = rooms.get(name) ?? { seq: 0, members: new Set() }
  rooms.set(name, room)
  return room
}

function say(
  target: Room,
  by: string,
  { room, key, text }: { room: string; key: string; text: string },
): void {
  const json = JSON.stringify({ type: 'said', room, seq: ++target.seq, by, key, text, at: Date.now() })
  for (const member of target.members) member.send(json)
}

http.listen(0, '127.0.0.1', () => {
  console.log(`ready at http://127.0.0.1:${(http.address() as AddressInfo).port}`)
})
