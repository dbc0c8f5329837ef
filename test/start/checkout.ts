// A clone of what is committed, as a stranger would have it, and the commands that he types in it.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../scripts/node24.mjs'

export interface Checkout {
  readonly folder: string
  npm(...args: string[]): Command & { readonly data: string }
  [Symbol.asyncDispose](): Promise<void>
}

export interface Command {
  readonly child: ChildProcess
  /** All that was printed until now. */
  text(): string
  /** The first match in what is printed, now or later. */
  says(pattern: RegExp): Promise<string>
  ends(signal?: NodeJS.Signals): Promise<number | null>
}

export function clone(): Checkout {
  const folder = mkdtempSync(join(tmpdir(), 'presence-checkout-'))
  execFileSync('git', ['clone', '--quiet', root, folder])
  const started: Command[] = []
  return {
    folder,
    npm(...args) {
      const data = join(folder, `data-${started.length}`)
      const command = run('npm', args, folder, { ...emptyEnvironment(), ...freePorts, PRESENCE_DATA: data })
      started.push(command)
      return { ...command, data }
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(started.map(command => command.ends('SIGTERM')))
      rmSync(folder, { recursive: true })
    },
  }
}

export function run(command: string, args: string[], cwd: string, env = process.env): Command {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const closed = once(child, 'close')
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', part => {
      printed += part
      child.emit('printed')
    })
  return {
    child,
    text: () => printed,
    async says(pattern) {
      while (!pattern.test(printed)) await Promise.race([once(child, 'printed'), closed.then(silent)])
      return (printed.match(pattern) as RegExpMatchArray)[0]
    },
    async ends(signal) {
      if (signal && child.exitCode === null) child.kill(signal)
      return (await closed)[0]
    },
  }

  function silent(): never {
    throw new Error(`It ended without the words that were waited for. It said:\n${printed}`)
  }
}

const freePorts = { PRESENCE_PORT: '0', PRESENCE_TCP_PORT: '0' }

// Only what it takes to find npm and its registry. Without node_modules/.bin, which would hide the machine's Node.
function emptyEnvironment(): NodeJS.ProcessEnv {
  const kept = /^(home|https?_proxy|no_proxy|node_extra_ca_certs|npm_config_(registry|cafile|cache))$/i
  const entries = Object.entries(process.env).filter(([name]) => kept.test(name))
  const path = (process.env.PATH ?? '').split(':').filter(part => !part.includes('node_modules'))
  return { ...Object.fromEntries(entries), PATH: path.join(':') }
}
