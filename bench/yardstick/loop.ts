// The least that keeps what is said: one INSERT in flight, everything that comes meanwhile goes into the next. No
// sockets, no rooms, no rules; told by one connection how much to write, or to read.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { WebSocketServer } from 'ws'
import { offer, Times } from '../load/offer.ts'
import { TEXT } from '../load/text.ts'

const INSERT = `insert into yardstick (id, room, seq, by, text, at)
  select * from unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::bigint[])`
const COLUMNS = ['id', 'room', 'seq', 'by', 'text', 'at'] as const
type Line = Record<(typeof COLUMNS)[number], unknown>

const client = new pg.Client({ host: process.env.YARDSTICK_DATABASE, user: 'presence', database: 'postgres' })
await client.connect()
await client.query(
  'create table if not exists yardstick (id text primary key, room text, seq bigint, by text, text text, at bigint)',
)

let seq = 0
const run = `${process.pid}`

async function write({ perSecond, count }: { perSecond: number; count: number }) {
  const times = new Times()
  let waiting: { line: Line; due: number }[] = []
  let working = false
  const work = async () => {
    working = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await client.query(
        INSERT,
        COLUMNS.map(name => batch.map(({ line }) => line[name])),
      )
      for (const { due } of batch) times.since(due)
    }
    working = false
  }
  await offer(perSecond, count, due => {
    const at = ++seq
    waiting.push({ line: { id: `${run}-${at}`, room: 'room', seq: at, by: 'ann', text: TEXT, at }, due })
    if (!working) void work()
  })
  while (times.count < count) await new Promise(done => setTimeout(done, 1))
  return times.report()
}

async function read({ count, rows }: { count: number; rows: number }) {
  for (let done = 0; done < count; done++)
    await client.query('select * from yardstick where seq <= $1', [rows])
  return {}
}

const http = createServer()
new WebSocketServer({ server: http, path: '/ws' }).on('connection', socket => {
  socket.on('message', async data => {
    const order = JSON.parse(data.toString())
    const report = order.type === 'read' ? await read(order) : await write(order)
    socket.send(JSON.stringify({ type: 'ran', ...report }))
  })
})
http.listen(0, '127.0.0.1', () => {
  console.log(`ready at http://127.0.0.1:${(http.address() as AddressInfo).port}`)
})
