// How far a room was read: told when it was on the screen, at most every two seconds, and before one leaves.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CROWD } from '#protocol/limits.ts'
import { Reading } from '../../client/reading.ts'
import type { Session } from '../../client/session.ts'
import type { State } from '../../client/state/state.ts'
import { inRoom, member } from './room.ts'

const page = { visibilityState: 'visible' }
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('document', page)
  page.visibilityState = 'visible'
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function reader() {
  const told: number[] = []
  const state: { value: State } = { value: inRoom({ name: 'Plans' }) }
  const answers = { ask: async (): Promise<object> => ({}) }
  const ask = ({ seq }: { seq: number }) => {
    told.push(seq)
    return answers.ask()
  }
  const listeners: ((message: object) => void)[] = []
  const listen = (listener: (message: object) => void) => listeners.push(listener)
  const reading = new Reading({ state, ask, listen } as unknown as Session)
  const show = (part: object) => {
    state.value = inRoom({ name: 'Plans', ...part })
    reading.look()
  }
  const welcome = () => {
    for (const listener of listeners) listener({ type: 'welcome' })
  }
  return { reading, told, show, state, answers, welcome }
}

test('the newest is told at once, then at most every two seconds, and only when it grew', () => {
  const { told, show } = reader()
  for (const seq of [2, 2, 3, 4]) show({ seq })
  expect(told).toEqual([2])
  vi.advanceTimersByTime(2000)
  expect(told).toEqual([2, 4])
  vi.advanceTimersByTime(10_000)
  expect(told).toEqual([2, 4])
})

test('before one leaves or looks away the last is told', () => {
  const { reading, told, show } = reader()
  show({ seq: 2 })
  show({ seq: 3 })
  page.visibilityState = 'hidden'
  reading.tell()
  show({ seq: 4 })
  reading.end()
  expect(told).toEqual([2, 3])
  vi.advanceTimersByTime(10_000)
  expect(told).toEqual([2, 3])
})

const many = Array.from({ length: CROWD + 1 }, (_, at) => member(`Guest ${at}`))

test.each([
  ['where nobody else is, and which vanishes', { name: null, members: many.slice(0, 1) }],
  ['where he is one of a crowd', { role: 'guest', members: many }],
])('nothing is told of a room %s', (_why, part) => {
  const { told, show } = reader()
  show(part)
  expect(told).toEqual([])
})

test.each([
  ['has no name', { name: null }],
  ['is not his: he is a guest there', { role: 'guest' }],
  ['is his, though nobody else is there', { members: many.slice(0, 1) }],
])('it is told of a room that %s', (_why, part) => {
  const { told, show } = reader()
  show(part)
  expect(told).toEqual([2])
})

test('who has scrolled away has not read what comes, until he is back', () => {
  const { reading, told, show } = reader()
  reading.follow(false)
  show({ seq: 3 })
  vi.advanceTimersByTime(10_000)
  expect(told).toEqual([])
  reading.follow(true)
  expect(told).toEqual([3])
})

test('nothing is told while he stands elsewhere or the line is lost', () => {
  const { reading, told, state } = reader()
  state.value = { ...state.value, door: { at: 'home' } }
  reading.look()
  state.value = { ...inRoom({ name: 'Plans' }), link: { at: 'lost' } }
  reading.look()
  expect(told).toEqual([])
})

test('what was not taken is told again, when something is shown again', async () => {
  const { told, show, answers } = reader()
  answers.ask = () => Promise.reject(new Error('away'))
  show({ seq: 2 })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(told).toEqual([2])
  show({ seq: 2 })
  expect(told).toEqual([2, 2])
})

test('who comes after him on the same page has read only what he is shown himself', () => {
  const { told, show, welcome } = reader()
  show({ seq: 2 })
  show({ seq: 3 })
  welcome()
  vi.advanceTimersByTime(10_000)
  expect(told).toEqual([2])
  show({ seq: 3 })
  expect(told).toEqual([2, 3])
})
