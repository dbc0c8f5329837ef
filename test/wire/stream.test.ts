// Lines come in whatever pieces the network likes: what is heard is the same.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { roomy } from '../support/limits.ts'
import { Person } from '../support/person.ts'
import { type Running, start } from '../support/start.ts'
import { Company } from './company.ts'
import { rawTcp } from './raw.ts'

const numRuns = process.env.PRESENCE_LONG ? 2000 : 40
if (process.env.PRESENCE_LONG) vi.setConfig({ testTimeout: 600_000 })

let server: Running
beforeAll(async () => {
  server = await start(roomy)
})
afterAll(() => server[Symbol.asyncDispose]())

const said = [
  '{"type":"hello","version":1,"name":"\u00c4nn \u{1f600}","ref":1}',
  '{"type":"ping","ref":2}',
  '',
  'nonsense \u20ac',
  '{"type":"me.rename","name":"\u4f60\u597d","ref":3}\r',
  '{"type":"chat.send","ref":4}',
  '{"type":"ping","ref":5}',
]
const bytes = Buffer.from(`${said.join('\n')}\n`)
/** Sorted: what is refused at once does not wait for the welcome. */
const answers = [
  'welcome 1',
  'done 2',
  'message.malformed',
  'message.malformed',
  'done 3',
  'message.invalid 4',
  'done 5',
].sort()

test.each([
  ['all in one chunk', [bytes]],
  ['two messages in one chunk', halves(bytes, bytes.indexOf('\n', 70) + 1)],
  ['a chunk that ends before its newline', halves(bytes, bytes.indexOf('\n'))],
  ['a byte at a time', [...bytes].map(byte => Buffer.from([byte]))],
  ['one message in ten chunks', cut(bytes, [6, 12, 18, 24, 30, 36, 42, 48, 54, 60])],
])('[FR9] %s, it is heard alike on tcp', async (_, chunks) => {
  expect(await answersTo(chunks)).toEqual(answers)
})

test('[FR9] however it is split, it is heard alike on tcp', async () => {
  const places = fc.uniqueArray(fc.integer({ min: 1, max: bytes.length - 1 }), { maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(places, async at => {
      expect(await answersTo(cut(bytes, at))).toEqual(answers)
    }),
    { numRuns },
  )
})

test('[FR1] a large message that comes a byte at a time is read, and one byte more is too much', async () => {
  const company = await Company.gather('tcp')
  await using _ = company
  const raw = await rawTcp(company.server.tcpPort)
  const line = `{"type":"hello","version":1}${' '.repeat(64 * 1024 - 28)}`
  for (let at = 0; at < 2000; at++) await write(raw, Buffer.from(line.slice(at, at + 1)))
  await write(raw, Buffer.from(`${line.slice(2000)}\n`))
  await raw.hears('welcome')
  await write(raw, Buffer.from(`${line} \n`))
  await raw.hears('message.large')
  await raw.closed
  await company.goesOn()
})

test('[FR6] empty lines count, as empty messages do elsewhere', async () => {
  await using patient = await start()
  const ann = await Person.come(patient, { transport: 'tcp' })
  const raw = await rawTcp(patient.tcpPort)
  raw.send('\n'.repeat(100_000))
  await raw.hears('flooding')
  await raw.closed
  await ann.settled()
})

type Raw = Awaited<ReturnType<typeof rawTcp>>

/** Each chunk leaves before the next is written. */
const write = ({ socket }: Raw, chunk: Buffer) => new Promise(done => socket.write(chunk, done))

async function answersTo(chunks: readonly Buffer[]): Promise<string[]> {
  const raw = await rawTcp(server.tcpPort)
  for (const chunk of chunks) await write(raw, chunk)
  await raw.hears('"ref":5')
  raw.end()
  const heard = raw.heard
    .join('')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
  const told = heard.filter(({ type }) => type !== 'session.token')
  return told
    .map(({ type, code, ref }) => [code ?? type, ref].filter(part => part !== undefined).join(' '))
    .sort()
}

function halves(whole: Buffer, at: number): Buffer[] {
  return [whole.subarray(0, at), whole.subarray(at)]
}

function cut(whole: Buffer, places: readonly number[]): Buffer[] {
  const sorted = [0, ...places.toSorted((one, other) => one - other), whole.length]
  return sorted.slice(1).map((end, at) => whole.subarray(sorted[at], end))
}

test('[FR9] what some readers take for the end of a line arrives whole over TCP', async () => {
  await using server = await start()
  const ann = await Person.come(server, { transport: 'tcp' })
  const { id } = await ann.startRoom()
  await ann.say(id, 'one\u2028two\u2029three')
  expect((await ann.hears('chat.said')).text).toBe('one\u2028two\u2029three')
})
