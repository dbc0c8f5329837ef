// The table of what is measured of calls, and which figure is good enough.
import { median } from '../measure.ts'
import { type Asked, type Line, lineOf } from '../scenario.ts'
import { Chrome } from './chrome.ts'
import { meet, meetings } from './meetings.ts'
import { recoveries } from './recovery.ts'

export interface CallScenario extends Asked {
  readonly about: string
  /** Ours, and the yardstick's in the same breath. */
  readonly once: () => Promise<{ readonly ours: number; readonly yardstick: number }>
}

const SETTLES_MS = 3000
const COUNTED_MS = 6000
const lasts = (ms: number) => new Promise(done => setTimeout(done, ms))

export const callScenarios: readonly CallScenario[] = [
  {
    name: 'join',
    about: 'from the click to the first picture of the other, two people; against a bare call',
    figure: 'ms to a picture',
    bar: { ratio: 1.5 },
    once: () => joining(2),
  },
  {
    name: 'join-4',
    about: 'the same for the fourth of four',
    figure: 'ms to a picture',
    bar: { ratio: 2 },
    once: () => joining(4),
  },
  {
    name: 'join-cpu',
    about: 'what the browser of both costs in a call of two; against a bare call',
    figure: 'cores',
    bar: { ratio: 1.5 },
    once: costing,
  },
  ...recoveries,
]

export async function measureCall(scenario: CallScenario, runs: number): Promise<Line> {
  const all: { ours: number; yardstick: number }[] = []
  for (let run = 0; run < runs; run++) all.push(await scenario.once())
  const of = (side: 'ours' | 'yardstick') => median(all.map(one => one[side]))
  return lineOf(scenario, of('ours'), of('yardstick'))
}

async function joining(people: number) {
  await using chrome = await Chrome.open()
  const yardstick = await meet(meetings.yardstick, chrome, people, async ({ waited }) => waited)
  const ours = await meet(meetings.ours, chrome, people, async ({ waited }) => waited)
  return { ours, yardstick }
}

async function costing() {
  await using chrome = await Chrome.open()
  const cost = async () => {
    await lasts(SETTLES_MS)
    return chrome.cores(() => lasts(COUNTED_MS))
  }
  const yardstick = await meet(meetings.yardstick, chrome, 2, cost)
  const ours = await meet(meetings.ours, chrome, 2, cost)
  return { ours, yardstick }
}
