// Looking after a link: when it is silent, and when another way is looked for.
import { expect, test } from 'vitest'
import { type Care, lookAt, type Signs, tried, untouched, wantsMending } from '../../client/call/mending.ts'
import { Rhythm } from '../../client/call/rhythm.ts'

const NOW = 100_000
const well: Signs = {
  ...{ now: NOW, begun: NOW - 60_000, heard: NOW - 100, rhythm: 500 },
  ...{ failed: false, offered: false, reachable: true },
}

test.each<[string, Partial<Signs>, Partial<Care>, Care['health'], boolean, boolean]>([
  ['heard just now', {}, {}, 'connected', false, false],
  ['nothing yet', { heard: undefined, begun: NOW - 2000 }, {}, 'connecting', false, false],
  ['nothing for a while', { heard: undefined, begun: NOW - 3000 }, {}, 'connecting', true, false],
  ['nothing for long', { heard: undefined, begun: NOW - 6000 }, {}, 'connecting', true, true],
  ['late', { heard: NOW - 1100 }, {}, 'connected', true, false],
  ['silent', { heard: NOW - 1600 }, {}, 'silent', true, true],
  ['a page in the background, late', { heard: NOW - 2000, rhythm: 1000 }, {}, 'connected', true, false],
  ['a page in the background, silent', { heard: NOW - 2600, rhythm: 1000 }, {}, 'silent', true, true],
  ['silent, but he cannot be told', { heard: NOW - 1600, reachable: false }, {}, 'silent', true, false],
  ['silent, but that was tried', { heard: NOW - 1600 }, { restsUntil: NOW + 1 }, 'silent', true, false],
  ['silent, and tried long ago', { heard: NOW - 9000 }, { restsUntil: NOW }, 'silent', true, true],
  ['failed at once', { heard: undefined, begun: NOW, failed: true }, {}, 'connecting', false, true],
  ['an offer that is new', { offered: true }, { restsUntil: NOW + 500 }, 'connected', false, false],
  ['an offer that nobody answers', { offered: true }, { restsUntil: NOW }, 'connected', false, true],
  ['a first offer', { heard: undefined, begun: NOW, offered: true }, {}, 'connecting', false, true],
])('%s', (_what, signs, before, health, late, mends) => {
  const now = { ...well, ...signs }
  const care = lookAt({ ...untouched, ...before }, now)
  expect(care).toMatchObject({ health, late })
  expect(wantsMending(care, now)).toBe(mends)
})

test('each time in vain it rests for longer, and begins anew when he is heard', () => {
  const rests: number[] = []
  let care = untouched
  for (let time = 0; time < 4; time++) {
    care = tried(lookAt(care, { ...well, heard: NOW - 5000 }), NOW)
    rests.push(care.restsUntil - NOW)
  }
  expect(rests).toEqual([2500, 4000, 8000, 8000])
  expect(tried(lookAt(care, well), NOW).restsUntil - NOW).toBe(2500)
})

test('the rhythm follows the beats, one gap does not change it much, and other signs not at all', () => {
  const rhythm = new Rhythm()
  const beats = (every: number, count: number) => {
    for (let beat = 0; beat < count; beat++) rhythm.beat((rhythm.last ?? 0) + every)
  }
  beats(500, 20)
  expect(rhythm.usual).toBeCloseTo(500, -1)
  rhythm.beat((rhythm.last ?? 0) + 60_000)
  expect(rhythm.usual).toBeLessThan(800)
  beats(1000, 20)
  expect(rhythm.usual).toBeCloseTo(1000, -1)
  const { usual } = rhythm
  rhythm.sign((rhythm.last ?? 0) + 250)
  expect(rhythm.usual).toBe(usual)
})
