// Runs the load in a process of its own and is told when the part that counts begins and ends.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Order, Outcome, Report } from './load/job.ts'
import { onCore } from './server.ts'

const PATIENCE = 60_000

/** Gives what was done between the marks. */
export function generate(order: Order, onMark: (mark: 'begin' | 'end') => Promise<void>): Promise<Outcome> {
  const program = join(import.meta.dirname, 'load/main.ts')
  const words = [process.execPath, program, JSON.stringify(order)]
  const [command = '', ...args] = order.spread ? words : onCore(1, words)
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
  return new Promise<Outcome>((done, fail) => {
    child.on('message', async (report: Report) => {
      if ('units' in report) return done(report)
      await onMark(report.mark).then(() => child.send('go'), fail)
    })
    child.on('error', fail)
    child.on('exit', () => fail(new Error(`the load for ${order.kind} by ${order.dialect} broke off`)))
  }).finally(() => {
    clearTimeout(timer)
    child.kill('SIGKILL')
  })
}
