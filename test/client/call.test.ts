// The parts of a call that can be looked at without one: how tiles lie, and what is remembered of the last time.
import { afterEach, expect, test, vi } from 'vitest'
import { keepChoice, keptChoice } from '../../client/call/choice.ts'
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

afterEach(() => vi.unstubAllGlobals())

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
