// A server in a process of its own that tells its test how much memory it holds.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { roomy } from '../support/limits.ts'
import { type Running, start } from '../support/start.ts'

export interface Measured {
  readonly server: Running
  /** Bytes that are held by something, after the garbage is gone. */
  memory(): Promise<number>
  [Symbol.asyncDispose](): Promise<void>
}

export async function startMeasured(): Promise<Measured> {
  const child = fork(fileURLToPath(import.meta.url), ['--serve'], { execArgv: ['--expose-gc'] })
  const server = await answer<Running>(child)
  return {
    server,
    memory() {
      child.send('measure')
      return answer<number>(child)
    },
    async [Symbol.asyncDispose]() {
      const ended = new Promise(done => child.once('exit', done))
      child.disconnect()
      await ended
    },
  }
}

const answer = <V>(child: ChildProcess) => new Promise<V>(done => child.once('message', done as () => void))

async function serve(): Promise<void> {
  await using server = await start(roomy)
  const { url, port, tcpPort, socketPath } = server
  process.send?.({ url, port, tcpPort, socketPath })
  process.on('message', () => {
    for (let times = 0; times < 3; times++) globalThis.gc?.()
    const { heapUsed, external } = process.memoryUsage()
    process.send?.(heapUsed + external)
  })
  await new Promise(done => process.once('disconnect', done as () => void))
}

if (process.argv.includes('--serve')) await serve()
