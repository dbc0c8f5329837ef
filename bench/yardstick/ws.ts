// Bare ws: rooms, and nothing else.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openRooms } from './rooms.ts'

const http = createServer()
openRooms(http)
http.listen(0, '127.0.0.1', () => {
  console.log(`ready at http://127.0.0.1:${(http.address() as AddressInfo).port}`)
})
