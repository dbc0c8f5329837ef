// How far back the page looks by itself.
import { afterEach, expect, test, vi } from 'vitest'
import type { Message } from '#protocol/chat.ts'
import type { RoomId } from '#protocol/id.ts'
import { type Finds, Search } from '../../client/act/search.ts'
import type { Session } from '../../client/session.ts'
import { message } from './room.ts'

afterEach(() => vi.useRealTimers())

const nothing = { messages: [] }
const messages = (count: number): Message[] => Array.from({ length: count }, (_, at) => message(at + 1))

/** A server that has these pieces, and what it was asked. */
function pieces(...all: { messages: Message[]; before?: number }[]) {
  const asked: (number | undefined)[] = []
  const ask = async ({ before }: { before?: number }) => {
    asked.push(before)
    const piece = all.shift()
    if (!piece) throw new Error('Too fast. Try again.')
    return piece
  }
  const sentenceOf = ({ message }: Error) => message
  return { asked, search: new Search({ ask, sentenceOf } as unknown as Session) }
}

async function all(looking: AsyncGenerator<Finds>): Promise<Finds[]> {
  const told: Finds[] = []
  for await (const finds of looking) told.push(finds)
  return told
}

test('[CH24] it goes on until there is something to show, and says how far it has come', async () => {
  const { search, asked } = pieces(
    { messages: messages(20), before: 900 },
    { messages: [], before: 800 },
    { messages: messages(15), before: 700 },
  )
  const told = await all(search.look('room' as RoomId, 'word', nothing))
  expect(asked).toEqual([undefined, 900, 800])
  expect(told.map(({ messages, before, asking }) => [messages.length, before, asking])).toEqual([
    [0, undefined, true],
    [20, 900, true],
    [20, 800, true],
    [35, 700, false],
  ])
})

test('[CH24] further back it begins where it has stopped, and adds to what is there', async () => {
  const { search, asked } = pieces({ messages: messages(2) })
  const told = await all(search.look('room' as RoomId, 'word', { messages: messages(30), before: 500 }))
  expect(asked).toEqual([500])
  expect(told.at(-1)).toMatchObject({ messages: { length: 32 }, before: undefined, asking: false })
})

test('[CH24] through a very long log it goes slowly, so that one can talk meanwhile', async () => {
  vi.useFakeTimers()
  const { search, asked } = pieces(
    ...Array.from({ length: 6 }, (_, at) => ({ messages: [], before: 600 - at * 100 })),
    { messages: messages(1) },
  )
  const looking = all(search.look('room' as RoomId, 'word', nothing))
  await vi.advanceTimersByTimeAsync(900)
  expect(asked).toHaveLength(4)
  await vi.advanceTimersByTimeAsync(1000)
  expect(asked).toHaveLength(5)
  await vi.advanceTimersByTimeAsync(2000)
  expect((await looking).at(-1)).toMatchObject({ messages: { length: 1 }, asking: false })
})

test('[CH24] what cannot be asked is said, and what was found stays', async () => {
  const { search } = pieces({ messages: messages(3), before: 900 })
  const told = await all(search.look('room' as RoomId, 'word', nothing))
  expect(told.at(-1)).toMatchObject({
    messages: { length: 3 },
    before: 900,
    asking: false,
    trouble: 'Too fast. Try again.',
  })
})
