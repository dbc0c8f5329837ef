// The parts of a call that can be looked at without one: how tiles lie, and what is remembered of the last time.
import { afterEach, expect, test, vi } from 'vitest'
import type { PeerId } from '#protocol/id.ts'
import { keepChoice, keptChoice } from '../../client/call/choice.ts'
import { nothing, notice } from '../../client/call/nudge.ts'
import { Speaking } from '../../client/call/speaking.ts'
import { tilingOf } from '../../client/call/tiling.ts'

const WIDE = { width: 1600, height: 900 }
const TALL = { width: 360, height: 640 }

test.each([
  [1, WIDE, { columns: 1, width: 1600, height: 900 }],
  [2, WIDE, { columns: 2, width: 796, height: 447 }],
  [4, WIDE, { columns: 2, width: 792, height: 446 }],
  [5, WIDE, { columns: 3, width: 528, height: 297 }],
  [9, WIDE, { columns: 3, width: 523, height: 294 }],
  [2, TALL, { columns: 1, width: 360, height: 202 }],
  [6, TALL, { columns: 1, width: 177, height: 100 }],
  [8, TALL, { columns: 2, width: 176, height: 99 }],
  [0, WIDE, { columns: 1, width: 1600, height: 900 }],
  [3, { width: 0, height: 0 }, { columns: 1, width: 0, height: 0 }],
])('%i tiles in %o are as large as they can be', (count, place, tiling) => {
  expect(tilingOf(count, place, 8)).toEqual(tiling)
})

function storage(kept: Record<string, string> | 'forbidden') {
  const forbid = () => {
    throw new Error('SecurityError')
  }
  const usual = {
    getItem: (key: string) => (kept as Record<string, string>)[key] ?? null,
    setItem: (key: string, value: string) => Object.assign(kept, { [key]: value }),
  }
  vi.stubGlobal('localStorage', kept === 'forbidden' ? { getItem: forbid, setItem: forbid } : usual)
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const first = { micOn: true, cameraOn: true, relayOnly: false, made: false }

test.each<[string, object]>([
  [
    '{"mic":"m1","camera":"c1","micOn":false,"made":true}',
    { mic: 'm1', camera: 'c1', micOn: false, made: true },
  ],
  ['{"mic":7,"micOn":"no"}', {}],
  ['null', {}],
  ['{', {}],
])('kept as %s the choice is the first one with %o', (kept, chosen) => {
  storage({ 'presence.live': kept })
  expect(keptChoice()).toEqual({ ...first, ...chosen })
})

test('what one chose last is kept beside what one chose before, if that is allowed', () => {
  storage({})
  keepChoice({ mic: 'm1' })
  keepChoice({ cameraOn: false })
  expect(keptChoice()).toEqual({ ...first, mic: 'm1', cameraOn: false, made: true })
  storage('forbidden')
  keepChoice({ mic: 'm1' })
  expect(keptChoice()).toEqual(first)
})

const [ANN, BEN, CLEO] = ['peer-a', 'peer-b', 'peer-c'] as PeerId[] as [PeerId, PeerId, PeerId]

/** Who has the word after each of these moments, 200 ms from one to the next, when these are loud. */
function words(...moments: readonly (readonly PeerId[])[]) {
  vi.useFakeTimers()
  const speaking = new Speaking(() => new Map())
  const all = [ANN, BEN, CLEO]
  const had = moments.map((loud, at) => {
    speaking.look(new Map(all.map(id => [id, loud.includes(id) ? 0.2 : 0.001])), at * 200)
    return speaking.word.value
  })
  speaking.close()
  return { had, speaking }
}

const often = <One>(count: number, one: One): One[] => Array.from({ length: count }, () => one)

test('who begins has the word, keeps it while he speaks, and also while nobody does', () => {
  const { had, speaking } = words([], [ANN], [ANN, BEN], [], [], [], [], [], [], [])
  expect(had).toEqual([undefined, ...often(9, ANN)])
  expect(speaking.now.value).toEqual(new Set())
})

test('somebody else has it once he has spoken for a while, and not by a cough', () => {
  expect(words([ANN], ...often(5, [])).had.at(-1)).toBe(ANN)
  expect(words([ANN], ...often(6, []), [BEN], ...often(6, [])).had.at(-1)).toBe(ANN)
  expect(words([ANN], ...often(6, []), ...often(9, [BEN])).had.at(-1)).toBe(BEN)
})

test('between two words he still speaks', () => {
  expect(words([ANN], [], [], [BEN]).speaking.now.value).toEqual(new Set([ANN, BEN]))
})

/** What is said to somebody whose microphone is so for so long, in tenths of a second. */
function noticed(...parts: readonly [on: boolean, level: number, tenths: number][]) {
  return parts
    .flatMap(([on, level, tenths]) => often(tenths, { on, level }))
    .reduce((before, { on, level }) => notice(before, on, level, 100), nothing).nudge
}

test.each<[string, [boolean, number, number][], string | undefined]>([
  ['speaks while it is on', [[true, 0.7, 100]], undefined],
  ['speaks while it is off', [[false, 0.7, 6]], 'muted'],
  [
    'coughs while it is off',
    [
      [false, 0.7, 3],
      [false, 0.2, 20],
    ],
    undefined,
  ],
  [
    'has spoken while it was off, and is quiet',
    [
      [false, 0.7, 10],
      [false, 0.2, 60],
    ],
    undefined,
  ],
  [
    'has switched it on then',
    [
      [false, 0.7, 10],
      [true, 0.7, 1],
    ],
    undefined,
  ],
  ['hears nothing from it for five seconds', [[true, 0, 50]], 'silent'],
  [
    'hears nothing from it for four',
    [
      [true, 0, 40],
      [true, 0.1, 1],
      [true, 0, 40],
    ],
    undefined,
  ],
  ['hears nothing while it is off', [[false, 0, 100]], undefined],
])('who %s is told: %s', (_who, parts, nudge) => {
  expect(noticed(...parts)).toBe(nudge)
})
