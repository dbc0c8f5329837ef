// The least that an honest chat server on bare ws does: parses, stamps sender and number, sends to every member.
import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'

interface Room {
  seq: number
  readonly members: Set<WebSocket>
}

/** At /ws, on a server that may have pages too. */
export function openRooms(server: Server): void {
  const rooms = new Map<string, Room>()
  let people = 0
  new WebSocketServer({ server, path: '/ws', perMessageDeflate: false }).on('connection', socket => {
    const by = `person-${++people}`
    let room: Room | undefined
    socket.on('message', data => {
      const message = JSON.parse(data.toString())
      if (message.type === 'join') {
        room = roomOf(rooms, message.room)
        room.members.add(socket)
        socket.send(JSON.stringify({ type: 'joined', room: message.room }))
      }
      if (message.type === 'say' && room) say(room, by, message)
    })
    socket.on('close', () => room?.members.delete(socket))
    socket.on('error', () => {})
  })
}

function roomOf(rooms: Map<string, Room>, name: string): Room {
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
