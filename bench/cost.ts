// What a process has cost so far, as the kernel counts it. Linux only.
import { readdirSync, readFileSync } from 'node:fs'

/** Time on a processor, all threads together: V8 collects garbage and compiles beside the main one. */
export function cpuNanoseconds(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`)
  return threads.reduce((sum, thread) => sum + onProcessor(`/proc/${pid}/task/${thread}/schedstat`), 0)
}

const onProcessor = (file: string) => Number(readFileSync(file, 'utf8').split(' ')[0])

/** Memory of its own: neither its program, which all share, nor what the kernel keeps for its sockets. */
export function privateBytes(pid: number): number {
  const found = readFileSync(`/proc/${pid}/status`, 'utf8').match(/^RssAnon:\s+(\d+) kB$/m)
  if (!found) throw new Error('/proc does not tell the memory of a process')
  return Number(found[1]) * 1024
}
