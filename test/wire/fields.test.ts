// Every message, wrong in every field in every way, said on every transport by somebody who sits among others.
import { describe, expect, test } from 'vitest'
import { sample, types, wrongs } from '../protocol/samples.ts'
import { transports } from '../support/carrier.ts'
import { Person } from '../support/person.ts'
import { Company } from './company.ts'

/** Far from the refs that a Person gives by himself. */
const FIRST = 1_000_000

describe.each(transports)('on %s', transport => {
  test('[FR5] every wrong field of every message is refused, and others notice nothing', async () => {
    await using company = await Company.gather(transport)
    const rascal = await company.rascal(transport)
    const sent = types.flatMap(type => wrongs(type).map(wrong => ({ type, ...wrong })))
    expect(sent.length).toBeGreaterThan(types.length * 10)
    for (const [at, { message }] of sent.entries())
      rascal.carrier.sendText(JSON.stringify(hasRef(message) ? { ...message, ref: FIRST + at } : message))
    await rascal.settled()

    const answers = new Map(rascal.all('refused').map(said => [said.ref, said]))
    for (const [at, { type, what, message, code, place }] of sent.entries()) {
      if (!hasRef(message)) continue
      const said = answers.get(FIRST + at)
      expect([type, what, said?.code, said?.place?.split(/[ .]/)[0]]).toEqual([type, what, code, place])
    }
    expect(rascal.all('refused')).toHaveLength(sent.length)
    expect(rascal.all('done').filter(({ ref }) => ref >= FIRST)).toEqual([])
    expect(rascal.closed).toBe(false)
    await company.goesOn()
  })

  test('[FR5] an unknown type is refused', async () => {
    await using company = await Company.gather(transport)
    const rascal = await company.rascal(transport)
    const unknown = ['chat.said', 'welcome', 'member.lost', 'toString', '__proto__', '', 5, null, ['ping']]
    for (const type of unknown) rascal.carrier.send({ type })
    rascal.carrier.send({})
    await rascal.settled()
    const refused = rascal.all('refused').map(({ code, place }) => `${code} ${place}`)
    expect(refused).toEqual(Array(unknown.length + 1).fill('message.unknown type'))
    await company.goesOn()
  })

  test('[FR5] what a wrong message would have changed is as it was', async () => {
    await using company = await Company.gather(transport)
    const { ann, server, room } = company
    const before = await ann.ask({ type: 'room.who', room: room.id })
    for (const type of types) {
      const message = { ...sample(type), extra: 1, ref: FIRST }
      if ('room' in message) Object.assign(message, { room: room.id })
      if ('person' in message) Object.assign(message, { person: company.ben.id })
      ann.carrier.send(message)
    }
    expect(await ann.ask({ type: 'room.who', room: room.id })).toEqual(before)
    expect(ann.all('refused')).toHaveLength(types.length)
    await company.goesOn()
    const cleo = await Person.come(server, { name: 'Cleo' })
    expect((await cleo.enter(room.link)).settings).toEqual({
      ...{ topic: '', locked: false, limit: 0, guestsInvite: false },
      ...{ liveLocked: false, hideAddresses: false },
    })
  })
})

/** Where the ref itself is what is wrong, there is none to answer with. */
const hasRef = ({ ref }: Record<string, unknown>) => ref === 1
