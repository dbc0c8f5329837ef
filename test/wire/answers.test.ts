// Every request is answered, also when something breaks.
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { refusals } from '#protocol/refusal.ts'
import { type Transport, transports } from '../support/carrier.ts'
import { roomy } from '../support/limits.ts'
import { Person } from '../support/person.ts'
import { start } from '../support/start.ts'
import { Company } from './company.ts'

describe.each(transports)('on %s', transport => {
  test('[AN1] every request with a ref gets exactly one answer that carries it, whatever it is', async () => {
    await using company = await Company.gather(transport)
    const rascal = await company.rascal(transport)
    const { id: room } = company.room
    const messages: object[] = [
      { type: 'ping' },
      { type: 'ping', extra: 1 },
      { type: 'nothing' },
      { type: 'chat.send', room, key: 'k', text: 'yes' },
      { type: 'chat.send', room, key: 'k', text: 'yes, again' },
      { type: 'chat.send', room, key: 'l', text: '' },
      { type: 'room.close', room },
      { type: 'room.who', room: 'nowhere00000' },
      { type: 'hello', version: 1 },
      { type: 'chat.typing', room, on: true },
    ]
    const refs = messages.map((_, at) => FIRST + at)
    for (const [at, message] of messages.entries()) rascal.carrier.send({ ...message, ref: refs[at] })
    // The same without: these are done or not, and nobody is told.
    for (const message of messages) rascal.carrier.send(message)
    await rascal.settled()
    const answered = rascal.heard.flatMap(message =>
      'ref' in message && (message.ref ?? 0) >= FIRST ? [[message.ref, message.type]] : [],
    )
    const done = new Set([0, 3, 4, 9])
    expect(answered.toSorted()).toEqual(refs.map((ref, at) => [ref, done.has(at) ? 'done' : 'refused']))
    expect(rascal.all('refused').filter(({ ref }) => ref === undefined)).toHaveLength(6)
    expect(rascal.all('done').every(({ ref }) => ref !== undefined)).toBe(true)
  })

  test('[AN2] a refusal holds its code, a sentence, and whether to try again', async () => {
    await using server = await start()
    const stranger = await Person.stranger(server, transport)
    await expect(stranger.settled()).rejects.toMatchObject({ code: 'hello.first' })
    const { text, retry } = refusals['hello.first']
    expect(stranger.all('refused')[0]).toEqual({ type: 'refused', ref: 1, code: 'hello.first', text, retry })
    expect(stranger.closed).toBe(false)
    await expect(stranger.hello({ version: 2 })).rejects.toMatchObject({ code: 'hello.version' })
    const code = await stranger.isClosed()
    if (transport === 'websocket') expect(code).toBe(refusals['hello.version'].close)
  })

  test('[AN3] what breaks inside is answered with internal and nothing more, and the server goes on', async () => {
    await using company = await breakable(transport)
    const rascal = await company.rascal(transport)
    rascal.carrier.send({ type: 'room.create', topic: 'A room', ref: FIRST })
    const code = await rascal.isClosed()
    if (transport === 'websocket') expect(code).toBe(refusals.internal.close)
    const { text, retry } = refusals.internal
    expect(rascal.all('refused')).toEqual([{ type: 'refused', ref: FIRST, code: 'internal', text, retry }])
    expect(JSON.stringify(rascal.heard)).not.toMatch(/secret|space|\.ts|at /)
    await company.goesOn('room.member')
    // His place is kept, whatever broke.
    expect((await rascal.comeAgain(company.server, transport)).welcome.resumed).toBe('same')
  })
})

test('[AN2] the codes that say come back are 4000 to 4499, those that do not 4500 to 4999', () => {
  for (const [code, { retry, close, text }] of Object.entries(refusals)) {
    if (close !== undefined) expect([code, close >= 4000 && close < 4500]).toEqual([code, retry])
    expect(close ?? 4999).toBeLessThan(5000)
    expect(text).toMatch(/^[A-Z].*\.$/)
  }
  const codes = Object.values(refusals).flatMap(({ close }) => close ?? [])
  expect(new Set(codes).size).toBe(codes.length)
})

/** Far from the refs that a Person gives by himself. */
const FIRST = 1_000_000

/** In whose house the second room cannot be started: nothing can be written about it. */
async function breakable(transport: Transport): Promise<Company> {
  let opened = 0
  const write = (line: string) => {
    if (line.includes('"opened"') && ++opened > 1) throw new Error('no space left for /secret/path')
  }
  return Company.gather(transport, roomy, undefined, pino({ level: 'info' }, { write }))
}
