// Those who take all the time in the world, in real time.
import { expect, test } from 'vitest'
import { start } from '../support/start.ts'
import { rawTcp } from '../wire/raw.ts'

const PATIENCE = 15_000

test.each([
  ['says nothing', ''],
  ['never ends its headers', 'GET / HTTP/1.1\r\nHost: x\r\n'],
  ['never ends its first line', 'GET /'],
])('who connects and %s is hung up on in time', async (_, text) => {
  await using server = await start()
  const { socket } = await rawTcp(server.port)
  socket.write(text)
  // A byte now and then buys no time.
  const drip = setInterval(() => text && socket.write('X'), 1000)
  const begun = Date.now()
  await new Promise(done => socket.once('close', done))
  clearInterval(drip)
  expect(Date.now() - begun).toBeLessThan(PATIENCE)
})
