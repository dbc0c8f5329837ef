// What has ended stays so, whatever happens to the file; and the folder that it lies in.
import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeLog } from '../../server/base/log.ts'
import { EndedFile } from '../../server/store/ended.ts'
import { openFolder, SOCKET_NAME, serverKey } from '../../server/store/folder.ts'
import { Person } from '../support/person.ts'
import { start, temporaryFolder } from '../support/start.ts'

const LIFE = 1000
const log = makeLog('silent')
let folder: string
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (now = 0) => new EndedFile(folder, LIFE, log, now)
const file = () => join(folder, 'ended')

test('what was issued up to the end is over, what comes after is not, also when read again', () => {
  const first = open()
  first.mark('ann', 100)
  first.mark('ben', 200)
  first.mark('ann', 300)
  for (const ended of [first, open(300)]) {
    expect([299, 300, 301].map(issued => ended.covers('ann', issued))).toEqual([true, true, false])
    expect([200, 201].map(issued => ended.covers('ben', issued))).toEqual([true, false])
    expect(ended.covers('cleo', 0)).toBe(false)
  }
})

test('it is forgotten after the life of every token, in memory and on disk', () => {
  const ended = open()
  ended.mark('ann', 100)
  ended.mark('ben', 600)
  ended.forget(100 + LIFE)
  expect(ended.covers('ann', 50)).toBe(true)
  ended.forget(101 + LIFE)
  expect([ended.covers('ann', 50), ended.covers('ben', 50)]).toEqual([false, true])
  expect(readFileSync(file(), 'utf8').trim().split('\n')).toHaveLength(1)
  expect(open(601 + LIFE).covers('ben', 50)).toBe(false)
})

test('a last line that a crash has cut is left out, and the next one is whole', () => {
  open().mark('ann', 100)
  for (const half of ['1', '120', '120 ', '120 abc', '\0\0\0\0', 'no number 1234567890123456789012']) {
    appendFileSync(file(), half)
    const ended = open(150)
    expect(ended.covers('ann', 100)).toBe(true)
    ended.mark(half, 150)
    expect(open(150).covers(half, 150)).toBe(true)
  }
})

test('nobody who reads the file learns who it was', () => {
  open().mark('session-of-ann', 100)
  expect(readFileSync(file(), 'utf8')).not.toContain('ann')
  expect(statSync(file()).mode & 0o777).toBe(0o600)
})

test('a file that cannot be written keeps nobody from signing out', () => {
  const ended = open()
  rmSync(folder, { recursive: true })
  ended.mark('ann', 100)
  ended.forget(100)
  expect(ended.covers('ann', 50)).toBe(true)
})

test('a file that cannot be replaced is still added to', () => {
  mkdirSync(join(folder, 'ended.new'))
  open().mark('ann', 100)
  expect(open(100).covers('ann', 50)).toBe(true)
})

test('the key is made once, for the server alone', () => {
  const data = join(folder, 'deep', 'data')
  openFolder(data)
  const key = serverKey(data)
  expect(key).toHaveLength(32)
  expect(statSync(data).mode & 0o777).toBe(0o700)
  expect(statSync(join(data, 'server.key')).mode & 0o777).toBe(0o600)
  expect(serverKey(data)).toEqual(key)
})

test('a folder that others may read is refused, and left as it is', () => {
  chmodSync(folder, 0o755)
  expect(() => openFolder(folder)).toThrow(`chmod 700 ${folder}`)
  expect(statSync(folder).mode & 0o777).toBe(0o755)
})

test.each([0, 31, 33])('a key of %d bytes is not used, and the way out is told', size => {
  writeFileSync(join(folder, 'server.key'), Buffer.alloc(size))
  expect(() => serverKey(folder)).toThrow(`should hold 32 bytes but holds ${size}. Delete it`)
})

test('two servers do not share a data folder, and the first one notices nothing', async () => {
  await using first = await start()
  const ann = await Person.come(first)
  const ended = readFileSync(join(first.data, 'ended'), 'utf8')
  await expect(start({}, undefined, { data: first.data })).rejects.toThrow(
    /Another Presence is running in this data folder .* Stop it first/,
  )
  await ann.settled()
  await (await Person.come(first, { transport: 'unix' })).settled()
  expect(readFileSync(join(first.data, 'ended'), 'utf8')).toBe(ended)
})

test('the socket that a killed server has left behind hinders nobody', async () => {
  const data = join(folder, 'data')
  openFolder(data)
  execFileSync(process.execPath, ['-e', leaveSocket, join(data, SOCKET_NAME)])
  expect(existsSync(join(data, SOCKET_NAME))).toBe(true)
  await using server = await start({}, undefined, { data })
  await (await Person.come(server, { transport: 'unix' })).settled()
  expect(statSync(server.socketPath).mode & 0o777).toBe(0o600)
})

/** Ends as a killed process does, which takes no socket away. */
const leaveSocket = `
  const { createServer } = require('node:net')
  createServer().listen(process.argv[1], () => process.reallyExit(0))
`
