// The decoder alone: right messages pass, wrong ones are refused with their place, and nothing else ever happens.
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { decode, refOf } from '#protocol/message.ts'
import { assertPlain } from '#protocol/plain.ts'
import { Refusal } from '#protocol/refusal.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'
import { nested, sample, types, wrongs } from './samples.ts'

const numRuns = process.env.PRESENCE_LONG ? 200_000 : 2000
if (process.env.PRESENCE_LONG) vi.setConfig({ testTimeout: 600_000 })

test.each(types)('[FR5] %s is read when it is right, with and without a ref', type => {
  const right = sample(type)
  expect(read(right)).toEqual(right)
  const { ref: _, ...silent } = right
  expect(read(silent)).toEqual(silent)
})

test.each(types)('[FR5] %s is refused for everything that is wrong with it, with the place', type => {
  for (const { what, message, code, place } of wrongs(type)) {
    const refusal = refusalOf(JSON.parse(JSON.stringify(message)))
    expect([what, refusal.code, placeIn(refusal.place)]).toEqual([what, code, place])
  }
})

test('[FR5] an unknown type is refused, also one that every object has', () => {
  for (const type of [
    'chat.shout',
    '',
    'constructor',
    '__proto__',
    'toString',
    5,
    null,
    undefined,
    ['ping'],
  ]) {
    expect(refusalOf({ type })).toMatchObject({ code: 'message.unknown', place: 'type' })
  }
})

test('[FR5] the place of a wrong field is short and whole, however long its name', () => {
  const { place = '' } = refusalOf({ type: 'ping', [`${'x'.repeat(39)}\u{1f600}`]: 1 })
  expect(place.length).toBeLessThanOrEqual(40)
  expect(place.isWellFormed()).toBe(true)
})

test('[FR3] sixteen levels are looked into, one more is refused', () => {
  expect(() => assertPlain(nested(16))).not.toThrow()
  expect(() => assertPlain(nested(17))).toThrow('message.deep')
})

test('[HE3] another version is the first thing that is seen of a hello', () => {
  for (const rest of [{}, { name: 5 }, { news: 'of tomorrow' }, { browser: 'x', token: 'y' }]) {
    const refusal = refusalOf({ type: 'hello', version: PROTOCOL_VERSION + 1, ...rest })
    expect(refusal.code).toBe('hello.version')
  }
  expect(refusalOf({ type: 'hello', version: '1' })).toMatchObject({
    code: 'message.invalid',
    place: 'version',
  })
})

test('[FR5] whatever comes, the decoder reads it or refuses it', () => {
  const field = fc.oneof(
    fc.constantFrom(...types.flatMap(type => Object.keys(sample(type)))),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('__proto__', 'constructor', 'hasOwnProperty', 'toJSON', 'then'),
  )
  const anything = fc.anything({ maxDepth: 20, withSparseArray: true, withBigInt: true, key: field })
  const message = fc
    .tuple(fc.constantFrom(...types), fc.dictionary(field, anything), fc.boolean())
    .map(([type, fields, right]) => ({ ...(right ? sample(type) : {}), ...fields, type }))
  fc.assert(
    fc.property(fc.oneof(message, fc.object({ maxDepth: 20 })), value => {
      refOf(value)
      const refusal = outcome(value)
      if (refusal) expect((refusal.place ?? '').isWellFormed()).toBe(true)
    }),
    { numRuns },
  )
})

test('[AN1] the ref is found in whatever comes, when there is one', () => {
  expect(refOf({ ref: 7, type: 5 })).toBe(7)
  for (const value of [
    null,
    undefined,
    5,
    'x',
    [],
    {},
    { ref: -1 },
    { ref: 1.5 },
    { ref: '7' },
    { ref: 2 ** 60 },
  ])
    expect(refOf(value)).toBeUndefined()
})

function read(value: object) {
  assertPlain(value)
  return decode(value)
}

/** Undefined when it could be read; anything but a refusal is thrown on. */
function outcome(value: object): Refusal | undefined {
  try {
    read(value)
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

function refusalOf(value: object): Refusal {
  const refusal = outcome(value)
  if (refusal) return refusal
  throw new Error(`${JSON.stringify(value)} was read`)
}

/** The outermost field that a place names; what follows a blank is a sentence. */
const placeIn = (place: string | undefined) => place?.split(/[ .]/)[0]
