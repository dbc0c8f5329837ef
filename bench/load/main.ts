// The load generator: one order, given as JSON, then the end of the process and of all its connections.

import type { Mark, Order, Outcome, Report } from './job.ts'
import { jobs } from './jobs.ts'

const order: Order = JSON.parse(process.argv[2] ?? '')
process.on('disconnect', () => process.exit(1))

/** The bench reads the server's costs while everything here stands still. */
function mark(mark: 'begin' | 'end'): Promise<void> {
  tell({ mark })
  return new Promise(done => process.once('message', () => done()))
}

const tell = (report: Report) => process.send?.(report)

const run: (order: never, mark: Mark) => Promise<Outcome> = jobs[order.kind]
tell(await run(order as never, mark))
