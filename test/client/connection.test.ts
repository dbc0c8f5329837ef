// The page's line to the server, over a wire that the test holds both ends of.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ServerMessage } from '#protocol/message.ts'
import { refusals } from '#protocol/refusal.ts'
import { delay } from '../../client/net/backoff.ts'
import { Connection } from '../../client/net/connection.ts'
import { GOODBYES } from '../../client/net/goodbye.ts'
import type { Hears } from '../../client/net/socket.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Sent = { type: string; ref: number } & Record<string, unknown>

/** A server that only does what the test makes it do. */
function world() {
  const wires: { sent: Sent[]; hears: Hears; polling: boolean; closed: boolean }[] = []
  const log: string[] = []
  let resume: string | undefined = 'token'
  const connection = new Connection(
    (hears, polling) => {
      const wire = { sent: [] as Sent[], hears, polling, closed: false }
      wires.push(wire)
      const close = () => {
        if (wire.closed) return
        wire.closed = true
        hears.closed()
      }
      return { send: message => void wire.sent.push(message as Sent), close }
    },
    {
      greeting: () => (resume ? { resume: resume as never } : { browser: 'key' }),
      expired: () => {
        resume = undefined
      },
      connecting: () => {},
      lost: () => log.push('lost'),
      ended: code => log.push(`ended ${code}`),
      heard: ({ type }) => log.push(type),
      answered: ({ type }) => log.push(`answered ${type}`),
    },
  )
  const wire = () => {
    const last = wires.at(-1)
    if (!last) throw new Error('nothing was opened')
    return last
  }
  const say = (message: object) => wire().hears.message(message as ServerMessage)
  const welcome = () => {
    wire().hears.opened()
    say({ type: 'welcome', ref: wire().sent.at(-1)?.ref })
  }
  return { connection, wires, wire, say, welcome, log }
}

test('the page knows with which refusals the server ends the line', () => {
  const closing = Object.entries(refusals).filter(([, { close }]) => close !== undefined)
  expect([...GOODBYES].sort()).toEqual(closing.map(([code]) => code).sort())
})

test('what is asked before the welcome goes out after it, and is answered', async () => {
  const { connection, wire, say, log } = world()
  connection.start()
  const asked = connection.ask({ type: 'ping' })
  wire().hears.opened()
  expect(wire().sent.map(({ type }) => type)).toEqual(['hello'])
  say({ type: 'welcome', ref: wire().sent[0]?.ref })
  expect(wire().sent.map(({ type }) => type)).toEqual(['hello', 'ping'])
  say({ type: 'done', ref: wire().sent[1]?.ref, result: {} })
  expect(log).toEqual(['welcome', 'answered ping'])
  expect(await asked).toEqual({})
})

test('a refusal carries its code', async () => {
  const { connection, wire, say, welcome } = world()
  connection.start()
  welcome()
  const asked = connection.ask({ type: 'room.join' })
  say({ type: 'refused', ref: wire().sent.at(-1)?.ref, code: 'room.gone', text: 'Gone', retry: false })
  await expect(asked).rejects.toMatchObject({ code: 'room.gone', message: 'Gone' })
})

test('a place that is not kept any more: hello again without it, on the same wire', () => {
  const { connection, wires, wire, say } = world()
  connection.start()
  wire().hears.opened()
  say({ type: 'refused', ref: wire().sent[0]?.ref, code: 'resume.expired', text: '', retry: false })
  expect(wires).toHaveLength(1)
  expect(wire().sent[0]).toMatchObject({ type: 'hello', resume: 'token' })
  expect(wire().sent[1]).toMatchObject({ type: 'hello', browser: 'key' })
})

test('a lost wire fails what was sent, and is opened again, each time later', async () => {
  const { connection, wires, wire, welcome, log } = world()
  connection.start()
  welcome()
  const asked = connection.ask({ type: 'ping' })
  wire().hears.closed()
  await expect(asked).rejects.toMatchObject({ code: 'unanswered' })
  expect(log).toContain('lost')
  vi.advanceTimersByTime(250)
  expect(wires).toHaveLength(2)
  wire().hears.closed()
  vi.advanceTimersByTime(250)
  expect(wires).toHaveLength(2)
  vi.advanceTimersByTime(750)
  expect(wires.map(({ polling }) => polling)).toEqual([false, false, true])
  wire().hears.closed()
  vi.advanceTimersByTime(2000)
  expect(wires.map(({ polling }) => polling)).toEqual([false, false, true, false])
})

test('it comes back at once when the network does', () => {
  const { connection, wires, wire, welcome } = world()
  connection.start()
  welcome()
  wire().hears.closed()
  connection.wake()
  expect(wires).toHaveLength(2)
})

test('an attempt that hangs since before the network came back is begun anew, a fresh one is not', () => {
  const { connection, wires, welcome } = world()
  connection.start()
  vi.advanceTimersByTime(1000)
  connection.wake()
  expect(wires).toHaveLength(1)
  vi.advanceTimersByTime(1000)
  connection.wake()
  expect(wires).toHaveLength(2)
  expect(wires[0]?.closed).toBe(true)
  wires[0]?.hears.opened()
  welcome()
  connection.wake()
  expect(wires).toHaveLength(2)
})

test('who doubts the line soon knows', async () => {
  const { connection, wires, say, wire, welcome } = world()
  connection.start()
  welcome()
  connection.doubt()
  say({ type: 'done', ref: wire().sent.at(-1)?.ref, result: {} })
  await vi.advanceTimersByTimeAsync(1000)
  expect(wires[0]?.closed).toBe(false)
  connection.doubt()
  await vi.advanceTimersByTimeAsync(1000)
  expect(wires[0]?.closed).toBe(true)
})

test('a wire on which an answer is overdue is given up', async () => {
  const { connection, wires, welcome } = world()
  connection.start()
  welcome()
  const asked = connection.ask({ type: 'ping' })
  const failed = expect(asked).rejects.toMatchObject({ code: 'unanswered' })
  await vi.advanceTimersByTimeAsync(10_000)
  await failed
  expect(wires[0]?.closed).toBe(true)
  await vi.advanceTimersByTimeAsync(1000)
  expect(wires).toHaveLength(2)
})

test('a wire on which nothing is heard is asked whether anybody is there, and given up when nobody is', async () => {
  const { connection, wires, wire, say, welcome } = world()
  connection.start()
  welcome()
  await vi.advanceTimersByTimeAsync(20_000)
  say({ type: 'room.left', room: 'room', person: 'person' })
  await vi.advanceTimersByTimeAsync(20_000)
  expect(wire().sent.map(({ type }) => type)).toEqual(['hello'])
  await vi.advanceTimersByTimeAsync(5000)
  expect(wire().sent.map(({ type }) => type)).toEqual(['hello', 'ping'])
  say({ type: 'done', ref: wire().sent[1]?.ref, result: {} })
  await vi.advanceTimersByTimeAsync(25_000 + 4000)
  expect(wires[0]?.closed).toBe(true)
})

test('a server that does not answer the hello is given up', async () => {
  const { connection, wires, wire } = world()
  connection.start()
  wire().hears.opened()
  await vi.advanceTimersByTimeAsync(25_000)
  expect(wires[0]?.closed).toBe(true)
  expect(wires).toHaveLength(1)
})

test('a server that stops is left alone for as long as it asks', () => {
  const { connection, wires, wire, say, welcome } = world()
  connection.start()
  welcome()
  say({ type: 'server.closing', returnIn: 3000 })
  say({ type: 'refused', code: 'server.closing', text: '', retry: true })
  wire().hears.closed()
  vi.advanceTimersByTime(2900)
  expect(wires).toHaveLength(1)
  vi.advanceTimersByTime(200)
  expect(wires).toHaveLength(2)
})

test.each(['superseded', 'hello.version', 'signin.failed', 'session.ended', 'sockets.many'])(
  'after %s it does not come back by itself',
  code => {
    const { connection, wires, wire, say, welcome, log } = world()
    connection.start()
    welcome()
    say({ type: 'refused', code, text: '', retry: false })
    wire().hears.closed()
    vi.advanceTimersByTime(60_000)
    expect(log).toContain(`ended ${code}`)
    expect(wires).toHaveLength(1)
    connection.start()
    expect(wires).toHaveLength(2)
  },
)

test('what an old wire still says is not heard', () => {
  const { connection, wires, wire, welcome, log } = world()
  connection.start()
  welcome()
  wire().hears.closed()
  connection.wake()
  const before = log.length
  wires[0]?.hears.message({ type: 'pulse' })
  wires[0]?.hears.closed()
  expect(log).toHaveLength(before)
})

test.each([
  [0, 0, 250],
  [1, 0, 1000],
  [99, 0, 15_000],
  [99, 1, 10_000],
])('the wait before attempt %i at chance %i is %i ms', (attempt, chance, expected) => {
  expect(delay(attempt, chance)).toBe(expected)
})
