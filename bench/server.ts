// Starts the servers that are measured, each a process of its own on a free port of 127.0.0.1.
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

export type ServerKind = 'presence' | 'bare ws' | 'bare Socket.IO' | 'bare loop' | 'bare page' | 'bare call'

export interface Server extends AsyncDisposable {
  readonly pid: number
  readonly port: number
  readonly folder: string
  collectGarbage(): Promise<void>
}

const PATIENCE = 20_000
const programs: Record<ServerKind, string> = {
  presence: '../server/main.ts',
  'bare ws': 'yardstick/ws.ts',
  'bare Socket.IO': 'yardstick/socketio.ts',
  'bare loop': 'yardstick/loop.ts',
  'bare page': 'yardstick/page.ts',
  'bare call': 'yardstick/call.ts',
}

/** Limits that one address, which all of the load comes from, does not reach; everything else as it comes. */
const config = {
  limits: {
    messagesPerSecond: 1e6,
    messagesAtOnce: 1e6,
    socketsPerAddress: 1e6,
    roomsPerMinute: 1e6,
    arrivalsPerSecond: 1e6,
    arrivalsAtOnce: 1e6,
  },
  grace: { closedSeconds: 0.1, lostSeconds: 0.1 },
}

/** Also when this process is told to end in between. */
const folders = new Set<string>()
process.on('exit', () => folders.forEach(remove))

interface Way {
  readonly profile?: string | undefined
  /** Not on a core of its own: it has a database or a browser, which would be on the same. */
  readonly spread?: boolean
  /** Whose database it uses. */
  readonly beside?: Server | undefined
}

export async function startServer(kind: ServerKind, way: Way = {}): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'presence-bench-'))
  folders.add(folder)
  const child = launch(kind, folder, way)
  const stop = async () => {
    await ended(child)
    remove(folder)
  }
  try {
    return {
      folder,
      port: await announcedPort(child, kind),
      pid: child.pid ?? 0,
      collectGarbage: () => collectGarbage(child),
      [Symbol.asyncDispose]: stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

function launch(kind: ServerKind, folder: string, { profile, spread, beside }: Way): ChildProcess {
  const profiling = profile ? ['--cpu-prof', '--cpu-prof-dir', profile] : []
  const attached = ['--expose-gc', '--import', join(import.meta.dirname, 'attached.ts')]
  const program = join(import.meta.dirname, programs[kind])
  const words = [process.execPath, ...profiling, ...attached, program]
  const [command = '', ...args] = spread ? words : onCore(0, words)
  // The log goes to a file, as it would in service.
  const log = openSync(join(folder, 'log'), 'w')
  const env = environment(folder, beside)
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', log, 'ipc'] })
  closeSync(log)
  return child
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  folders.delete(folder)
}

/** With two cores server and generator have one each. */
export function onCore(core: number, command: readonly string[]): readonly string[] {
  if (availableParallelism() < 2 || !existsSync('/usr/bin/taskset')) return command
  return ['/usr/bin/taskset', '-c', String(core), ...command]
}

function environment(folder: string, beside?: Server): NodeJS.ProcessEnv {
  const file = join(folder, 'config.mjs')
  writeFileSync(file, `export default ${JSON.stringify(config)}\n`)
  return {
    PATH: process.env.PATH,
    PRESENCE_CONFIG: file,
    PRESENCE_DATA: folder,
    ...(beside ? { YARDSTICK_DATABASE: join(beside.folder, 'pg') } : {}),
    PRESENCE_PORT: '0',
    PRESENCE_TCP_PORT: '0',
  }
}

/** Every server prints its address when it is ready. */
function announcedPort(child: ChildProcess, kind: ServerKind): Promise<number> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`${kind} did not start in time`)), PATIENCE)
    child.once('exit', () => fail(new Error(`${kind} ended before it was ready`)))
    createInterface({ input: child.stdout as Readable }).on('line', line => {
      const port = line.match(/http:\/\/[^/:]+:(\d+)/)?.[1]
      if (!port) return
      clearTimeout(timer)
      done(Number(port))
    })
  })
}

function collectGarbage(child: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    child.once('message', () => done())
    child.send('collect', error => error && fail(error))
  })
}

/** Left alone it ends by itself, see attached.ts. */
function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise(done => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 5000)
    child.once('exit', () => {
      clearTimeout(timer)
      done()
    })
    if (child.connected) child.disconnect()
  })
}
