// A machine next door, in a network of its own: it has addresses of every kind, prints whatever arrives at them and
// answers it.
import { createSocket } from 'node:dgram'

for (const kind of ['udp4', 'udp6'] as const) {
  const socket = createSocket({ type: kind, ipv6Only: kind === 'udp6' })
  socket.on('message', (data, from) => {
    console.log(data.toString())
    socket.send(`answer to ${data}`, from.port, from.address)
  })
  socket.bind(Number(process.argv[2]))
}
console.log('here')
process.stdin.resume().on('end', () => process.exit())
