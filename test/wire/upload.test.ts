// How files come in: too much, too little, too slowly.
import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
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
  const clock = new HandClock()
  await using server = await start({}, clock)
  const { room, offer } = await someone(server)
  const { path } = await offer(1000)
  const raw = await rawTcp(server.port)
  raw.send(`POST ${path} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n`)
  const pour = setInterval(() => raw.send(`2710\r\n${'x'.repeat(10_000)}\r\n`), 5)
  try {
    expect(await raw.hears('file.partial')).toMatch(/^HTTP\/1.1 400/)
    await expect.poll(() => onDisk(server, room)).toEqual([])
    expect(raw.socket.destroyed).toBe(false)
    // Nobody listens to the rest for ever.
    clock.advance(5000)
    await raw.closed
  } finally {
    clearInterval(pour)
  }
})

test('[FL5] an upload that breaks off leaves nothing, and its place is free again', async () => {
  await using server = await start({ files: { megabytes: 1, roomMegabytes: 1 } })
  const { ann, room, offer } = await someone(server)
  const upload = slowly(server, (await offer(1_000_000)).path)
  upload.give('abc')
  await expect.poll(() => onDisk(server, room)).toHaveLength(1)
  await expect(offer(1)).rejects.toThrow('file.quota')
  upload.cut()
  await expect.poll(() => onDisk(server, room)).toEqual([])
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
  ['GET', '/file/room00000001/a-file-of_22-letters00'],
  ['POST', '/file/room00000001/a-file/and-more'],
  ['POST', '/file/room00000001'],
  ['POST', '/somewhere'],
])('[FL5] a body must not take its time where no file is taken in: %s %s', async (method, path) => {
  const clock = new HandClock()
  await using server = await start({}, clock)
  const raw = await rawTcp(server.port)
  raw.send(`${method} ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\na`)
  await raw.hears('HTTP/1.1 404')
  clock.advance(29_000)
  expect(raw.socket.destroyed).toBe(false)
  clock.advance(1000)
  await raw.closed
})

test('[FL5] who sends nothing is cut off, and so is who would never end; nobody waits for them', async () => {
  const clock = new HandClock()
  await using server = await start({}, clock)
  const { ann, room, offer } = await someone(server)
  const [idleOffer, drippingOffer] = [await offer(100), await offer(100)]
  const [idle, dripping] = [slowly(server, idleOffer.path), slowly(server, drippingOffer.path)]
  const arrived = ({ id }: { id: string }) =>
    statSync(join(server.data, 'files', room, `${id}.part`), { throwIfNoEntry: false })?.size
  let given = 0
  const drip = async () => {
    dripping.give('a')
    await expect.poll(() => arrived(drippingOffer)).toBe(++given)
  }
  idle.give('a')
  await expect.poll(() => arrived(idleOffer)).toBe(1)
  await drip()
  const file = await bring(server, ann, room, randomBytes(100))
  await send(ann, room, [file])
  for (let round = 0; round < 2; round++) {
    clock.advance(10_000)
    await drip()
  }
  expect(arrived(idleOffer)).toBe(1)
  clock.advance(1000)
  await expect(idle.answer).rejects.toThrow()
  await expect.poll(() => onDisk(server, room)).toHaveLength(2)
  for (let round = 0; round < 3; round++) {
    clock.advance(10_000)
    await drip()
  }
  clock.advance(10_000)
  await expect(dripping.answer).rejects.toThrow()
  await expect.poll(() => onDisk(server, room)).toEqual([file.id])
})
