// The bench frame itself, with counts so small that its figures mean nothing.
import { expect, test } from 'vitest'
import { run } from '../../bench/run.ts'
import { lineOf, type Scenario } from '../../bench/scenario.ts'
import { scenarios } from '../../bench/scenarios.ts'

const small: Record<Scenario['job']['kind'], Scenario['job']> = {
  connect: { kind: 'connect', count: 20, atOnce: 4, perRoom: 5 },
  idle: { kind: 'idle', count: 20, atOnce: 4, perRoom: 5 },
  burst: { kind: 'burst', members: 5, senders: 2, messages: 20 },
  durable: { kind: 'durable', perSecond: 100, perPerson: 50, count: 20 },
  resume: { kind: 'resume', count: 2, rows: 5 },
  open: { kind: 'open', count: 1, messages: 5 },
  crowd: { kind: 'crowd', people: 3, perSecond: 20, seconds: 1 },
}

/** What the command would print and how it would end. */
async function bench(words: string[], bar: Scenario['bar']) {
  const printed: string[] = []
  const tiny = scenarios.map(scenario => ({ ...scenario, job: small[scenario.job.kind], bar }))
  const code = await run(['--runs', '1', ...words], tiny, line => printed.push(line))
  return { code, printed }
}

test('a scenario yields one line of JSON', { timeout: 30_000 }, async () => {
  const { code, printed } = await bench(['connect', '--json'], { ratio: 1e9 })
  expect(code).toBe(0)
  expect(printed.map(line => JSON.parse(line))).toEqual([
    {
      scenario: 'connect',
      ours: expect.any(Number),
      yardstick: expect.any(Number),
      unit: 'CPU ms/connect',
      ratio: expect.any(Number),
      bar: 1e9,
      ok: true,
    },
  ])
  expect(JSON.parse(printed[0] ?? '').ours).toBeGreaterThan(0)
})

test('a missed bar is said in the table and in the exit code', { timeout: 30_000 }, async () => {
  const { code, printed } = await bench(['burst-raw'], { ratio: 1e-9 })
  expect(code).toBe(1)
  expect(printed[1]).toMatch(/^burst-raw .* MISSED /)
})

test('a bar is a multiple of the yardstick or a figure of its own', () => {
  const [connect] = scenarios as [Scenario]
  expect(lineOf({ ...connect, bar: { ratio: 2 } }, 21, 10)).toMatchObject({ ratio: 2.1, ok: false })
  expect(lineOf({ ...connect, bar: { most: 32 } }, 21, 10)).toMatchObject({ ratio: 2.1, ok: true })
})

test('every scenario can be asked for by a name of its own', () => {
  const names = scenarios.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})
