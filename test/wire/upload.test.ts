// How files come in: too much, too little, too slowly.
import { randomBytes } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { isUpload } from '../../server/wire/upload.ts'
import { HandClock } from '../support/clock.ts'
import { bring, onDisk, post, refusalOf, send, slowly } from '../support/files.ts'
import { Person } from '../support/person.ts'
import { type Running, start } from '../support/start.ts'
import { rawTcp } from './raw.ts'

async function someone(server: Running) {
  const ann = await Person.come(server, { name: 'Ann' })
  const { id: room } = await ann.startRoom()
  const offer = (size: number) => ann.ask({ type: 'file.offer', room, name: 'x', size })
  return { ann, room, offer }
}

test('[FL5] more bytes than offered, or fewer, are refused, and nothing of them stays', async () => {
  await using server = await start()
  const { ann, room, offer } = await someone(server)
  const wrong = [0, 9, 11, 5_000_000]
  for (const size of wrong) {
    const { id, path } = await offer(10)
    expect([size, await refusalOf(post(server, path, randomBytes(size)))]).toEqual([size, 'file.partial'])
    await expect(send(ann, room, [{ id } as never])).rejects.toThrow('file.gone')
    // The place is spent.
    expect(await refusalOf(post(server, path, randomBytes(10)))).toBe('file.gone')
  }
  expect(onDisk(server, room)).toEqual([])
})

test('[FL5] an endless file is cut off where the offer ends', async () => {
  await using server = await start()
  const { room, offer } = await someone(server)
  const { path } = await offer(1000)
  const raw = await rawTcp(server.port)
  raw.send(`POST ${path} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n`)
  const pour = setInterval(() => raw.send(`2710\r\n${'x'.repeat(10_000)}\r\n`), 5)
  try {
    expect(await raw.hears('file.partial')).toMatch(/^HTTP\/1.1 400/)
    await vi.waitFor(() => expect(onDisk(server, room)).toEqual([]))
    // Nobody listens to the rest for ever.
    await vi.waitFor(() => expect(raw.socket.destroyed).toBe(true), { timeout: 9000 })
  } finally {
    clearInterval(pour)
  }
}, 15_000)

test('[FL5] an upload that breaks off leaves nothing, and its place is free again', async () => {
  await using server = await start({ files: { megabytes: 1, roomMegabytes: 1 } })
  const { ann, room, offer } = await someone(server)
  const upload = slowly(server, (await offer(1_000_000)).path)
  upload.give('abc')
  await vi.waitFor(() => expect(onDisk(server, room)).toHaveLength(1))
  await expect(offer(1)).rejects.toThrow('file.quota')
  upload.cut()
  await vi.waitFor(() => expect(onDisk(server, room)).toEqual([]))
  await bring(server, ann, room, randomBytes(1_000_000))
})

test('[FL5] what is given up while it comes is cut off, and nothing of it stays', async () => {
  await using server = await start()
  const { ann, room, offer } = await someone(server)
  const { id, path } = await offer(1_000_000)
  const upload = slowly(server, path)
  upload.give('abc')
  await expect.poll(() => onDisk(server, room)).toHaveLength(1)
  await ann.ask({ type: 'file.withdraw', room, id })
  upload.give('def')
  expect(await refusalOf(upload.answer)).toBe('file.gone')
  expect(onDisk(server, room)).toEqual([])
})

test.each([
  ['POST', '/file/room00000001/a-file-of_22-letters00', true],
  ['GET', '/file/room00000001/a-file-of_22-letters00', false],
  ['POST', '/file/room00000001/a-file/and-more', false],
  ['POST', '/file/room00000001', false],
  ['POST', '/somewhere', false],
])('[FL5] a body may take its time where a file is taken in, and nowhere else: %s %s', (method, url, is) => {
  expect(isUpload({ method, url } as never)).toBe(is)
})

test('[FL5] who sends nothing is cut off, and so is who would never end; nobody waits for them', async () => {
  const clock = new HandClock()
  await using server = await start({}, clock)
  const { ann, room, offer } = await someone(server)
  const [idle, dripping] = [slowly(server, (await offer(100)).path), slowly(server, (await offer(100)).path)]
  for (const upload of [idle, dripping]) upload.give('a')
  await vi.waitFor(() => expect(onDisk(server, room)).toHaveLength(2))
  const file = await bring(server, ann, room, randomBytes(100))
  await send(ann, room, [file])
  for (let second = 0; second <= 20; second++) {
    clock.advance(1000)
    if (second % 10 === 0) await drips()
  }
  await expect(idle.answer).rejects.toThrow()
  await vi.waitFor(() => expect(onDisk(server, room)).toHaveLength(2))
  for (let second = 21; second <= 62; second++) {
    clock.advance(1000)
    if (second % 10 === 0) await drips()
  }
  await expect(dripping.answer).rejects.toThrow()
  await vi.waitFor(() => expect(onDisk(server, room)).toEqual([file.id]))

  /** One more byte, and it is on the disk. */
  async function drips(): Promise<void> {
    dripping.give('a')
    await ann.settled()
  }
})
