// What is no message: too large, not JSON, binary, too deep, text that cannot be. On every transport, in company.
import { expect, test } from 'vitest'
import { nested } from '../protocol/samples.ts'
import { publicTransports } from '../support/carrier.ts'
import { Company } from './company.ts'
import { rawSocketIo, rawWebSocket } from './raw.ts'

const LARGEST = 64 * 1024
const ofSize = (bytes: number) => `{"type":"ping","ref":7${' '.repeat(bytes - 23)}}`

test.each(publicTransports)(
  '[FR1] a message of 64 KiB is read, a byte more closes, by %s',
  async transport => {
    await using company = await Company.gather(transport)
    const rascal = await company.rascal(transport)
    expect(ofSize(LARGEST)).toHaveLength(LARGEST)
    rascal.carrier.sendText(ofSize(LARGEST))
    await rascal.hears('done', ({ ref }) => ref === 7)
    rascal.carrier.sendText(ofSize(LARGEST + 1))
    const code = await rascal.isClosed()
    if (transport === 'websocket') expect(code).toBe(1009)
    if (transport === 'tcp') expect(rascal.all('refused').at(-1)?.code).toBe('message.large')
    await company.goesOn('room.member')
  },
)

test.each(publicTransports)('[FR1] bytes count, not characters, by %s', async transport => {
  await using company = await Company.gather(transport)
  const rascal = await company.rascal(transport)
  rascal.carrier.sendText(JSON.stringify({ type: 'ping', ref: 7, x: '\u20ac'.repeat(22_000) }))
  await rascal.isClosed()
  await company.goesOn('room.member')
})

test('[FR1] a line that never ends is cut off at 64 KiB', async () => {
  await using company = await Company.gather('tcp')
  const rascal = await company.rascal('tcp')
  rascal.carrier.sendText('x'.repeat(1_000_000))
  await rascal.isClosed()
  expect(rascal.all('refused').map(({ code }) => code)).toEqual(['message.large'])
  await company.goesOn('room.member')
})

const noObjects = ['[]', '[{"type":"ping"}]', '5', '-0', '1e999', 'null', 'true', '"ping"']
const noJson = ['', ' ', '{', '{"type":"ping"', '{type:"ping"}', "{'type':'ping'}", 'ping', '\u0000', '{}{}']

test.each(publicTransports)(
  '[FR2] what is no JSON object is refused and changes nothing, by %s',
  async transport => {
    await using company = await Company.gather(transport)
    const rascal = await company.rascal(transport)
    // On Socket.IO a packet that is no JSON is not even a packet: that has a test of its own.
    const texts = transport === 'socket.io' ? noObjects : [...noObjects, ...noJson]
    for (const text of texts) rascal.carrier.sendText(text)
    await rascal.settled()
    const refused = rascal.all('refused')
    expect(refused.map(({ code }) => code)).toEqual(texts.map(() => 'message.malformed'))
    expect(refused[0]).toMatchObject({ retry: false, text: expect.stringContaining('JSON') })
    await company.goesOn()
  },
)

test('[FR2] bytes that are no UTF-8 are no JSON on tcp, as on WebSockets', async () => {
  await using company = await Company.gather('tcp')
  const tcp = await company.rascal('tcp')
  tcp.carrier.sendText(Buffer.from('{"type":"ping","ref":7,"x":"\xff"}', 'latin1') as never)
  await tcp.settled()
  expect(tcp.closed).toBe(false)
  await company.goesOn()
})

test('[FR2] binary is refused on a WebSocket, and it stays open', async () => {
  await using company = await Company.gather('websocket')
  const raw = await rawWebSocket(company.server, '/ws')
  for (const data of [
    Buffer.alloc(0),
    Buffer.from([0]),
    Buffer.from('{"type":"ping"}'),
    Buffer.alloc(60_000),
  ])
    raw.send(data)
  raw.send('{"type":"hello","version":1}')
  await raw.hears('welcome')
  const refused = raw.heard.slice(0, -1).map(text => JSON.parse(text).code)
  expect(refused.filter(Boolean)).toEqual(Array(4).fill('message.binary'))
  await company.goesOn()
})

test('[FR2] binary in an event is refused on Socket.IO, and it stays open', async () => {
  await using company = await Company.gather('socket.io')
  const rascal = await company.rascal('socket.io')
  const bytes = Buffer.from('bytes')
  rascal.carrier.send(bytes)
  rascal.carrier.send({ type: 'ping', ref: 7, extra: bytes })
  rascal.carrier.send({ type: 'chat.send', room: company.room.id, key: 'k', text: new Uint8Array(9) })
  await rascal.settled()
  expect(rascal.all('refused').map(({ code, ref }) => [code, ref])).toEqual([
    ['message.binary', undefined],
    ['message.binary', 7],
    ['message.binary', undefined],
  ])
  await company.goesOn()
})

const unreadable: [string, (string | Buffer)[]][] = [
  ['half a packet', ['42["m",{"type":']],
  ['no packet at all', ['4']],
  ['a type that does not exist', ['49']],
  ['an event without a name', ['42[]']],
  ['an event of its own', ['42["disconnect"]']],
  ['bytes that nobody announced', [Buffer.from('bytes')]],
  ['text where bytes were announced', ['451-["m",{"_placeholder":true,"num":0}]', '42["m",{}]']],
  ['more bytes announced than anyone sends', ['4599999999-["m",{"_placeholder":true,"num":0}]']],
  ['a placeholder of nothing', ['451-["m",{"_placeholder":true,"num":7}]', Buffer.from('x')]],
  ['a heartbeat the wrong way', ['2']],
  ['a packet of another layer', ['9']],
  ['20,000 levels of nesting', [`42["m",${'['.repeat(20_000)}${']'.repeat(20_000)}]`]],
]

test('[FR2] on Socket.IO what cannot be read is refused or closes, and the server lives', async () => {
  await using company = await Company.gather('socket.io')
  for (const [what, packets] of unreadable) {
    const raw = await rawSocketIo(company.server)
    for (const packet of packets) raw.send(packet)
    const answer = await Promise.race([raw.hears('refused'), raw.closed]).catch(error => error)
    expect([what, answer]).not.toEqual([what, expect.any(Error)])
    raw.end()
    await company.goesOn()
  }
})

test('[FR2] other events and other namespaces of Socket.IO lead nowhere', async () => {
  await using company = await Company.gather('socket.io')
  const raw = await rawSocketIo(company.server)
  raw.send('42["chat",{"type":"ping"}]')
  await raw.hears('message.malformed')
  raw.send('421["m",{"type":"hello","version":1}]')
  await raw.hears('welcome')
  expect(raw.heard.filter(text => text.startsWith('43'))).toEqual([])
  raw.send('40/admin,')
  await raw.closed
  await company.goesOn()
})

test('[FR2] who leaves the namespace of Socket.IO and enters again ends his connection and nothing else', async () => {
  await using company = await Company.gather('socket.io')
  const raw = await rawSocketIo(company.server)
  raw.send('41')
  raw.send('40')
  await raw.closed
  await company.goesOn()
})

test.each(publicTransports)('[FR3] more than 16 levels are refused, on %s', async transport => {
  await using company = await Company.gather(transport)
  const rascal = await company.rascal(transport)
  const levels = [15, 16, 100, 5000, 30_000]
  for (const ref of levels) rascal.carrier.sendText(`{"type":"ping","ref":${ref},"x":${deepText(ref)}}`)
  await rascal.settled()
  const answers = rascal.all('refused').map(({ code, ref }) => [ref, code])
  expect(answers).toEqual(levels.map(ref => [ref, ref < 16 ? 'message.invalid' : 'message.deep']))
  rascal.carrier.send({ type: 'chat.send', ref: 1, room: company.room.id, key: 'k', text: nested(100) })
  await rascal.hears('refused', ({ ref, code }) => ref === 1 && code === 'message.deep')
  await company.goesOn()
})

const deepText = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

test.each(publicTransports)(
  '[FR4] NUL and halves of a pair are refused wherever they stand, on %s',
  async transport => {
    await using company = await Company.gather(transport)
    const rascal = await company.rascal(transport)
    const { id: room } = company.room
    for (const bad of ['\0', 'a\0b', '\ud800', '\udc00\ud800', 'a\udfffb']) {
      rascal.carrier.send({ type: 'chat.send', room, key: 'k', text: bad })
      rascal.carrier.send({ type: 'me.rename', name: bad })
      rascal.carrier.send({ type: 'room.create', topic: bad })
      rascal.carrier.send({ type: 'ping', [bad]: 1 })
      rascal.carrier.send({ type: 'ping', x: [{ y: bad }] })
    }
    await rascal.settled()
    expect(rascal.all('refused').map(({ code }) => code)).toEqual(Array(25).fill('message.text'))
    await company.goesOn()
    await rascal.say(room, 'whole pairs are fine: \u{1f600}')
    await company.ben.hears('chat.said', ({ text }) => text.endsWith('\u{1f600}'))
  },
)
