// The line that ends npm test tells the truth, whatever vitest managed to report.
import { expect, test } from 'vitest'
import { closingLine, outcome } from '../../scripts/closing-line.mjs'

const fine = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }
const suite = (...statuses: string[]) => ({
  status: 'failed',
  assertionResults: statuses.map(status => ({ status })),
})

test.each([
  ['all is well', fine, 0, '3 passed, 0 failed'],
  ['some are skipped', { ...fine, numPendingTests: 1, numTodoTests: 1 }, 0, '3 passed, 0 failed, 2 skipped'],
  ['a test fails', { ...fine, numFailedTests: 1, testResults: [suite('failed')] }, 1, '3 passed, 1 failed'],
  ['suites do not load', { ...fine, testResults: [suite(), suite()] }, 1, '3 passed, 2 failed'],
  ['a hook fails', { ...fine, testResults: [suite('skipped')] }, 1, '3 passed, 1 failed'],
  ['an error belongs to no test', fine, 1, '3 passed, 1 failed'],
  ['nothing ran', { ...fine, numPassedTests: 0 }, 0, '0 passed, 1 failed'],
  ['vitest did not live to report', undefined, 137, '0 passed, 1 failed'],
])('when %s', (_, report, exitCode, line) => {
  expect(closingLine(outcome(report, exitCode))).toBe(line)
})
