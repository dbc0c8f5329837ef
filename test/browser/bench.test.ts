// What the bench measures in a browser, with counts so small that its figures mean nothing.
// needs: chromium
import { expect, test } from 'vitest'
import type { Job } from '../../bench/load/job.ts'
import { run } from '../../bench/run.ts'
import { scenarios } from '../../bench/scenarios.ts'

const small: Partial<Record<Job['kind'], Job>> = {
  open: { kind: 'open', count: 1, messages: 5 },
  crowd: { kind: 'crowd', people: 3, perSecond: 20, seconds: 1 },
}

test.each(['open', 'crowd'])(
  '%s is measured on our page and on its yardstick',
  { timeout: 120_000 },
  async name => {
    const tiny = scenarios.map(one => ({ ...one, job: small[one.job.kind] ?? one.job, bar: { most: 1e9 } }))
    const printed: string[] = []
    expect(await run([name, '--runs', '1', '--json'], tiny, line => printed.push(line))).toBe(0)
    const line = JSON.parse(printed[0] ?? '')
    expect(line).toMatchObject({ scenario: name, ours: expect.any(Number), yardstick: expect.any(Number) })
    expect(Math.min(line.ours, line.yardstick)).toBeGreaterThan(0)
  },
)
