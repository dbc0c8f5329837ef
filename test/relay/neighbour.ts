// A machine next door, in a network of its own: it has addresses of every kind, and prints whatever arrives at them.
import { createSocket } from 'node:dgram'

for (const kind of ['udp4', 'udp6'] as const) {
  const socket = createSocket({ type: kind, ipv6Only: kind === 'udp6' })
  socket.on('message', data => console.log(data.toString()))
  socket.bind(Number(process.argv[2]))
}
console.log('here')
process.stdin.resume().on('end', () => process.exit())
