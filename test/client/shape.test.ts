// A server that says what is broken: nothing of it gets past the door of the page, and what is whole does.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ServerMessage } from '#protocol/message.ts'
import { checked } from '../../client/net/checked.ts'
import { fitted } from '../../client/net/shape.ts'
import { Words } from '../../client/net/words.ts'
import { shapesOfWords } from '../../client/shapes.ts'
import { apply } from '../../client/state/apply.ts'
import { blocksOf } from '../../client/state/blocks.ts'
import { linesOf } from '../../client/state/lines.ts'
import { mentionsMe } from '../../client/state/mentions.ts'
import { readersOf } from '../../client/state/reads.ts'
import type { State } from '../../client/state/state.ts'
import { titleOf } from '../../client/state/title.ts'
import { inRoom, me, member, message, roomState } from './room.ts'

const words = new Words(shapesOfWords())
const warnings = vi.spyOn(console, 'warn')
beforeEach(() => void warnings.mockReset().mockReturnValue())
afterEach(() => vi.clearAllMocks())

/** As the server makes them: ids have their real length. */
const id = (name: string) => name.padEnd(22, 'x')
const here = id('room')
const inside = () => inRoom({ id: here })
const said = (seq: number) => ({
  ...message(seq, { id: id('message'), key: id('key'), by: id('ann') }),
  reply: id('message'),
  mentions: { people: [id('ann')], all: 'here' },
  files: [{ id: id('file'), name: 'plan.png', type: 'image/png', size: 5, width: 3, height: 4 }],
  reactions: [{ emoji: '🎉', by: [id('ben')] }],
})
const ann = member('Ann', { person: id('ann') })
const room = roomState({
  ...{ id: here, epoch: 'epoch1', seq: 3, messages: [said(1), said(2), said(3)], members: [ann] },
  ...{ absent: [{ person: id('ben'), name: 'Ben', role: 'member' }], pinned: said(1) },
  ...{ reads: [{ person: id('ann'), seq: 2, at: 1 }], knocks: [{ person: id('cleo'), name: 'Cleo', at: 1 }] },
})
const whole: Record<string, unknown>[] = [
  { type: 'room.entered', room },
  { type: 'chat.said', room: here, ...said(9) },
  { type: 'room.joined', room: here, member: ann },
  { type: 'room.changed', room: here, settings: room.settings },
  { type: 'room.reads', room: here, marks: room.reads },
  { type: 'room.pinned', room: here, message: said(2) },
  { type: 'room.may', room: here, role: 'guest', may: ['chat.send'], knocks: room.knocks },
  { type: 'chat.edited', room: here, seq: 9, id: id('message'), text: 'new', at: 5 },
  { type: 'chat.reacted', room: here, seq: 9, id: id('message'), by: id('ben'), emoji: '🎉', on: true },
]

test.each(whole.map(fact => [fact.type, fact] as const))(
  '%s is taken as it is, also with more in it',
  (_type, fact) => {
    expect(words.fact(fact)).toEqual(fact)
    expect(words.fact({ ...fact, newer: { more: 1 } })).toEqual({ ...fact, newer: { more: 1 } })
  },
)

/** All values that are somewhere in it replaced, one after the other, by what does not belong there. */
function* broken(value: unknown): Generator<unknown> {
  yield* [null, 7.5, -1e300, 'x', '', true, [], [null], {}, { text: {} }]
  if (typeof value !== 'object' || value === null) return
  for (const [key, part] of Object.entries(value)) {
    for (const other of broken(part)) {
      const copy = structuredClone(value) as Record<string, unknown>
      copy[key] = other
      yield copy
    }
    const { [key]: _, ...rest } = value as Record<string, unknown>
    if (!Array.isArray(value)) yield rest
  }
}

/** What the page makes of its state. */
function draw(state: State): void {
  titleOf(state, 0, 'Unnamed room')
  if (!state.room) return
  readersOf(state.room, me.person)
  for (const line of linesOf(state.room, me)) {
    if (line.kind !== 'group') continue
    new Date(line.at).toISOString()
    for (const message of line.messages) {
      blocksOf(message.text)
      mentionsMe(message, state)
      for (const { by } of message.reactions ?? []) by.includes(me.person)
    }
  }
}

test.each(whole.map(fact => [fact.type, fact] as const))(
  '%s with anything wrong in it breaks nothing',
  (_type, fact) => {
    let taken = 0
    for (const wrong of broken(fact)) {
      const heard = words.fact(wrong)
      if (!heard) continue
      taken++
      draw(apply(inside(), heard))
    }
    expect(taken).toBeGreaterThan(0)
  },
)

test('of a list only what is broken is left out', () => {
  const messages = [said(1), { ...said(2), text: 7 }, said(3)]
  const heard = words.fact({ type: 'room.entered', room: { ...room, messages } })
  const { room: entered } = apply({ ...inside(), room: undefined }, heard as ServerMessage)
  expect(entered?.messages.map(({ seq }) => seq)).toEqual([1, 3])
  const told = vi.fn()
  expect(fitted([1, 'x', 3], { type: 'array', items: { type: 'integer' } }, told)).toEqual([1, 3])
  expect(told).toHaveBeenCalledTimes(1)
})

test.each([
  [1e300, { type: 'number' }],
  [Number.NaN, { type: 'number' }],
  ['1', { type: 'integer' }],
  [[], { type: 'object' }],
  [{ length: 1 }, { type: 'array' }],
  [{}, { type: 'object', properties: { toString: {} }, required: ['toString'] }],
])('%j is not %j', (value, shape) => {
  expect(fitted(value, shape)).toBeUndefined()
})

/** A line whose server the test plays. */
function line() {
  const heard: ServerMessage[] = []
  let missing = 0
  const server = { say: (_message: unknown) => {}, closed: false }
  const open = checked(
    hears => {
      server.say = value => hears.message(value as ServerMessage)
      return {
        send: () => {},
        close: () => {
          server.closed = true
        },
      }
    },
    words,
    () => missing++,
  )
  const wire = open({ opened: () => {}, closed: () => {}, message: fact => heard.push(fact) }, false)
  return { wire, server, heard, missing: () => missing }
}

test('words that are not known are noted once, and nothing that is none does any harm', () => {
  const { server, heard, missing } = line()
  for (const type of ['call.started', 'call.started', 'constructor', '__proto__']) server.say({ type })
  for (const nothing of [undefined, null, 7, 'text', [], {}, { type: 7 }]) server.say(nothing)
  expect(heard).toEqual([])
  expect(missing()).toBe(0)
  expect(warnings.mock.calls.flat().filter(text => String(text).includes('call.started'))).toHaveLength(1)
})

test('what is broken is noted once, and each time what it would have changed is missed', () => {
  const { server, heard, missing } = line()
  server.say({ type: 'chat.typed', room: here, person: 7, on: true })
  server.say({ type: 'chat.typed', room: here })
  expect(heard).toEqual([])
  expect(missing()).toBe(2)
  expect(warnings).toHaveBeenCalledTimes(1)
})

test('a broken answer is a no that may be tried again, and a broken welcome ends the line', () => {
  const { wire, server, heard } = line()
  wire.send({ type: 'chat.send', ref: 1 })
  wire.send({ type: 'chat.send', ref: 2 })
  const result = { id: id('message'), seq: 1, at: 1 }
  server.say({ type: 'done', ref: 1, result: { ...result, seq: 'one' } })
  server.say({ type: 'done', ref: 2, result })
  expect(heard).toMatchObject([
    { type: 'refused', ref: 1, code: 'internal', retry: true },
    { type: 'done', ref: 2, result },
  ])
  server.say({ type: 'welcome' })
  expect(server.closed).toBe(true)
})
