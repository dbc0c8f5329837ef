// Files in rooms: who may bring which, who may send them, and when they are gone.
import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Config } from '../../server/config.ts'
import { serviceKey } from '../support/accounts.ts'
import { HandClock, passes } from '../support/clock.ts'
import { bring, get, onDisk, post, refusalOf, send, slowly } from '../support/files.ts'
import { roomy } from '../support/limits.ts'
import { Person } from '../support/person.ts'
import { png } from '../support/png.ts'
import { start } from '../support/start.ts'
import { two } from '../support/two.ts'

const KB = 1000
const small: Config = { files: { megabytes: 0.1, roomMegabytes: 0.25 } }

test('[FL1][FL2][FL3] a file that one sends reaches the others as it is, with a text or without', async () => {
  await using server = await start()
  const { ann, ben, room, link } = await two(server)
  const bytes = randomBytes(300 * KB)
  const [file, picture] = [
    await bring(server, ann, room, bytes, 'Plan.pdf'),
    await bring(server, ann, room, png({ width: 30, height: 20 }), 'Garden.png'),
  ]
  expect(file).toMatchObject({ name: 'Plan.pdf', size: 300 * KB, type: 'application/octet-stream' })
  expect(picture).toMatchObject({ name: 'Garden.png', type: 'image/png', width: 30, height: 20 })
  await send(ann, room, [file, picture])
  await send(ann, room, [await bring(server, ann, room, Buffer.alloc(0), 'empty')], 'Look', 'another')
  const said = await ben.hears('chat.said')
  expect(said).toMatchObject({ text: '', files: [file, picture] })
  expect(await ben.hears('chat.said', ({ text }) => text === 'Look')).toMatchObject({ files: [{ size: 0 }] })
  expect(Buffer.from(await (await get(server, room, file)).arrayBuffer())).toEqual(bytes)
  const cleo = await Person.come(server, { name: 'Cleo' })
  expect((await cleo.enter(link)).messages?.[0]).toMatchObject({ text: '', files: [file, picture] })
})

test('[FL1] a place is good once, for a minute, and for its room only', async () => {
  const clock = new HandClock()
  await using server = await start({}, clock)
  const { ann, room } = await two(server)
  const other = await ann.startRoom()
  const offer = () => ann.ask({ type: 'file.offer', room, name: 'x', size: 3 })
  const bytes = Buffer.from('abc')
  const { path } = await offer()
  expect((await post(server, path, bytes)).status).toBe(200)
  expect(await refusalOf(post(server, path, bytes))).toBe('file.gone')
  const elsewhere = (await offer()).path.replace(room, other.id)
  expect(await refusalOf(post(server, elsewhere, bytes))).toBe('file.gone')
  for (const nowhere of ['/file/x/y', `/file/${room}/${'A'.repeat(22)}`, `/file/${room}/..%2f..%2fx`])
    expect(await refusalOf(post(server, nowhere, bytes))).toBe('file.gone')
  const late = await offer()
  await passes(clock, 125_000, ann)
  expect(await refusalOf(post(server, late.path, bytes))).toBe('file.gone')
})

test('[FL2] only who brought a file sends it, once, and where it was brought', async () => {
  await using server = await start()
  const { ann, ben, room } = await two(server)
  const other = await ann.startRoom()
  const file = await bring(server, ann, room, Buffer.from('abc'))
  await expect(send(ben, room, [file])).rejects.toThrow('file.gone')
  await expect(send(ann, other.id, [file])).rejects.toThrow('file.gone')
  await expect(send(ann, room, [file, file])).rejects.toThrow('file.gone')
  const { id: unsent } = await ann.ask({ type: 'file.offer', room, name: 'x', size: 3 })
  await expect(send(ann, room, [file, { ...file, id: unsent }])).rejects.toThrow('file.gone')
  await expect(send(ann, room, Array(11).fill(file))).rejects.toThrow('message.invalid at files')
  await expect(ann.ask({ type: 'chat.send', room, key: 'k' as never, text: ' ' })).rejects.toThrow(
    'message.invalid at text',
  )
  // After all these it is still his to send; sent again under its key it is the same message.
  const receipt = await send(ann, room, [file])
  expect(await send(ann, room, [file])).toEqual(receipt)
  await expect(send(ann, room, [file], '', 'again')).rejects.toThrow('file.gone')
  await ben.settled()
  expect(ben.all('chat.said')).toHaveLength(1)
})

test('[FL4] a file goes with its message, at once', async () => {
  await using server = await start()
  const { ann, ben, room } = await two(server)
  const file = await bring(server, ann, room, Buffer.from('abc'))
  const { id } = await send(ann, room, [file], 'Look')
  expect((await get(server, room, file)).status).toBe(200)
  await ann.ask({ type: 'chat.delete', room, id })
  await ben.hears('chat.deleted')
  expect((await get(server, room, file)).status).toBe(404)
  expect(onDisk(server, room)).toEqual([])
  const { messages } = await ben.ask({ type: 'chat.page', room, before: 100 })
  expect(messages[0]).not.toHaveProperty('files')
})

test('[FL4] files go with their room, sent or not', async () => {
  await using server = await start()
  const { ann, ben, room } = await two(server)
  const [sent, unsent] = [
    await bring(server, ann, room, Buffer.from('abc')),
    await bring(server, ann, room, Buffer.from('d')),
  ]
  await send(ann, room, [sent])
  await ann.ask({ type: 'room.leave', room })
  expect((await get(server, room, sent)).status).toBe(200)
  await ben.ask({ type: 'room.leave', room })
  for (const file of [sent, unsent]) expect((await get(server, room, file)).status).toBe(404)
  expect(onDisk(server, room)).toEqual([])
})

test('[FL4] what an unnamed room no longer remembers is gone with its files', async () => {
  await using server = await start(roomy)
  const { ann, room } = await two(server)
  const file = await bring(server, ann, room, Buffer.from('abc'))
  await send(ann, room, [file])
  await Promise.all(Array.from({ length: 1000 }, (_, at) => ann.say(room, `${at}`)))
  expect((await get(server, room, file)).status).toBe(404)
})

test('[FL4] what is not sent within an hour is removed, and what is withdrawn at once', async () => {
  const clock = new HandClock()
  await using server = await start({}, clock)
  const { ann, ben, room } = await two(server)
  const [sent, kept, withdrawn] = [
    await bring(server, ann, room, Buffer.from('abc')),
    await bring(server, ann, room, Buffer.from('def')),
    await bring(server, ann, room, Buffer.from('ghi')),
  ]
  await send(ann, room, [sent])
  await expect(ben.ask({ type: 'file.withdraw', room, id: withdrawn.id })).rejects.toThrow('file.gone')
  await ann.ask({ type: 'file.withdraw', room, id: withdrawn.id })
  await expect(ann.ask({ type: 'file.withdraw', room, id: sent.id })).rejects.toThrow('file.gone')
  expect(onDisk(server, room).sort()).toEqual([sent.id, kept.id].sort())
  await passes(clock, 3700_000, ann, ben)
  expect(onDisk(server, room)).toEqual([sent.id])
})

test('[FL5] too large a file, and too much for the room, are refused before they come', async () => {
  await using server = await start(small)
  const { ann, ben, room } = await two(server)
  const offer = (person: Person, size: number) => person.ask({ type: 'file.offer', room, name: 'x', size })
  await expect(offer(ann, 100_001)).rejects.toThrow('file.large')
  const first = await bring(server, ann, room, randomBytes(100 * KB))
  const { id } = await send(ann, room, [first])
  // What is promised counts like what is there.
  const second = await offer(ben, 100 * KB)
  await expect(offer(ann, 51 * KB)).rejects.toThrow('file.quota')
  await ben.ask({ type: 'file.withdraw', room, id: second.id })
  await bring(server, ann, room, randomBytes(100 * KB))
  await expect(offer(ann, 51 * KB)).rejects.toThrow('file.quota')
  await ann.ask({ type: 'chat.delete', room, id })
  await offer(ann, 51 * KB)
  const other = await ann.startRoom()
  await ann.ask({ type: 'file.offer', room: other.id, name: 'x', size: 100 * KB })
})

test('[FL6] who was turned out brings nothing in, also when he began before', async () => {
  await using server = await start()
  const { ann, ben, room } = await two(server)
  const offers = await Promise.all(
    [1, 2].map(() => ben.ask({ type: 'file.offer', room, name: 'x', size: 6 })),
  )
  const [begun, later] = offers.map(({ path }) => path) as [string, string]
  const slow = slowly(server, begun)
  slow.give('abc')
  await expect.poll(() => onDisk(server, room)).toHaveLength(1)
  await ann.ask({ type: 'room.kick', room, person: ben.id })
  slow.give('def')
  slow.end()
  expect(await refusalOf(slow.answer)).toBe('room.outside')
  expect(await refusalOf(post(server, later, Buffer.from('abcdef')))).toBe('room.outside')
  expect(onDisk(server, room)).toEqual([])
})

test('[FL6] a service brings files if it may post', async () => {
  await using server = await start({ serviceKeys: [serviceKey('bot', 'key-of-bot', ['post'])] })
  const { ann, room } = await two(server)
  const bot = await Person.come(server, { service: 'bot', key: 'key-of-bot' })
  const file = await bring(server, bot, room, Buffer.from('abc'))
  await send(bot, room, [file])
  expect(await ann.hears('chat.said')).toMatchObject({ files: [file] })
})

test('[FL8] only so many files of one person wait to be sent', async () => {
  await using server = await start()
  const { ann, ben, room } = await two(server)
  const offer = (person: Person) => person.ask({ type: 'file.offer', room, name: 'x', size: 1 })
  for (let count = 0; count < 20; count++) await offer(ann)
  await expect(offer(ann)).rejects.toThrow('file.many')
  await offer(ben)
})

test('[FL8] with a limit of nothing there are no files, and the room says so', async () => {
  await using server = await start({ files: { megabytes: 0 } })
  const { ann, ben, room } = await two(server)
  expect((await ben.hears('room.entered')).room.fileLimit).toBe(0)
  await expect(ann.ask({ type: 'file.offer', room, name: 'x', size: 0 })).rejects.toThrow('file.off')
  await using other = await start()
  const cleo = await Person.come(other, { name: 'Cleo' })
  await cleo.startRoom()
  expect((await cleo.hears('room.entered')).room.fileLimit).toBe(25_000_000)
})

test('files are for nobody else to read', async () => {
  await using server = await start()
  const { ann, room } = await two(server)
  const { id } = await bring(server, ann, room, Buffer.from('abc'))
  const mode = (...path: string[]) => statSync(join(server.data, 'files', ...path)).mode & 0o777
  expect([mode(), mode(room), mode(room, id)]).toEqual([0o700, 0o700, 0o600])
})
