// The same things said on every transport get the same answers, word for word.
import { expect, test } from 'vitest'
import type { ServerMessage } from '#protocol/message.ts'
import { sample, types } from '../protocol/samples.ts'
import { publicTransports, type Transport, transports } from '../support/carrier.ts'
import { roomy } from '../support/limits.ts'
import { Person } from '../support/person.ts'
import { start } from '../support/start.ts'

const ending = ['session.end', 'hello']

test('[FR9] a guest who says everything hears the same on every transport', async () => {
  const transcripts = await Promise.all(transports.map(transcript))
  const [first] = transcripts
  expect(first?.length).toBeGreaterThan(types.length)
  for (const other of transcripts) expect(other).toEqual(first)
})

test('[FR9] people on different transports are in the same room and hear the same', async () => {
  await using server = await start()
  const people = await Promise.all(publicTransports.map(transport => Person.come(server, { transport })))
  const [first] = people
  const room = await first?.startRoom()
  if (!room) throw new Error('nobody came')
  for (const person of people.slice(1)) await person.enter(room.link)
  for (const [at, person] of people.entries()) await person.say(room.id, `by ${publicTransports[at]}`)
  for (const person of people) await person.settled()
  const said = people.map(person => person.all('chat.said'))
  expect(said[0]).toHaveLength(people.length)
  for (const other of said) expect(other).toEqual(said[0])
})

async function transcript(transport: Transport): Promise<unknown[]> {
  await using server = await start(roomy)
  const person = await Person.come(server, { transport, name: 'Ann', browser: 'the-key-of-anns-browser-0' })
  const room = await person.startRoom('Plans')
  const ids: [string, string][] = []
  const { id } = await person.say(room.id, 'Hello')
  const names = { room: room.id, person: person.id, id }
  const said = types.filter(type => !ending.includes(type)).concat('session.end')
  for (const type of said) {
    const fields = Object.entries(names).filter(([name]) => name in sample(type))
    await person.ask({ ...sample(type), ...Object.fromEntries(fields) } as never).catch(() => {})
  }
  await person.isClosed()
  for (const [name, value] of Object.entries(names)) ids.push([value, name])
  return person.heard.map(message => plain(message, new Map(ids)))
}

/** Without what differs between two lives: ids that are drawn, tokens, times. */
function plain(message: ServerMessage, names: ReadonlyMap<string, string>): unknown {
  const drawn = new Set([
    'session',
    'resume',
    'seal',
    'host',
    'path',
    'link',
    'epoch',
    'at',
    'since',
    'edited',
    'hand',
    'to',
  ])
  const text = JSON.stringify(message, (key, value) => {
    if (drawn.has(key)) return key
    if (key === 'room' && typeof value === 'string') return 'room'
    return typeof value === 'string' ? (names.get(value) ?? value) : value
  })
  return JSON.parse(text)
}
