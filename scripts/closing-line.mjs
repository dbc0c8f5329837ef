// The one line that says how a test run ended, from what vitest reported and how it exited.
import { readFileSync } from 'node:fs'

export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`

// Whatever else went wrong (a suite that does not load, a worker that died, nothing run at all) is a failure too.
export function outcome(report, exitCode) {
  const passed = report?.numPassedTests ?? 0
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
  const failed = (report?.numFailedTests ?? 0) + notLoaded(report)
  const sound = report && exitCode === 0 && passed > 0
  return { passed, skipped, failed: sound ? failed : Math.max(failed, 1) }
}

export function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function notLoaded(report) {
  const suites = report?.testResults ?? []
  const blamed = suite => suite.assertionResults.some(({ status }) => status === 'failed')
  return suites.filter(suite => suite.status === 'failed' && !blamed(suite)).length
}
