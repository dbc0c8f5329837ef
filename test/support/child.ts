// Programs of ours as processes of their own: what they print, how they end, signals.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { Watch } from './watch.ts'

const root = join(import.meta.dirname, '../..')

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export class Child {
  out = ''
  err = ''
  readonly #process: ChildProcess
  readonly #watch = new Watch()
  #code: number | null | undefined

  /** Env is all it knows of its surroundings. `before` it on the command line may stand what changes those. */
  constructor(
    program: string,
    words: readonly string[],
    env: Record<string, string>,
    { cwd = root, before = [] }: { cwd?: string; before?: readonly string[] } = {},
  ) {
    const [command = '', ...args] = [...before, process.execPath, join(root, program), ...words]
    this.#process = spawn(command, args, {
      ...{ cwd, env: { PATH: process.env.PATH, ...env } as NodeJS.ProcessEnv },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#process.stdout?.on('data', data => this.#note(() => (this.out += data)))
    this.#process.stderr?.on('data', data => this.#note(() => (this.err += data)))
    this.#process.on('close', code => this.#note(() => (this.#code = code)))
  }

  get pid(): number {
    return this.#process.pid ?? 0
  }

  kill(signal: NodeJS.Signals): void {
    this.#process.kill(signal)
  }

  async says(pattern: RegExp): Promise<string> {
    return this.#until(() => this.out.match(pattern)?.[1], `${pattern} was not printed`)
  }

  async ended(): Promise<Ended> {
    const code = await this.#until(() => this.#code, 'it did not end')
    return { code, out: this.out, err: this.err }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.kill('SIGKILL')
    await this.ended()
  }

  #note(change: () => void): void {
    change()
    this.#watch.happened()
  }

  #until<V>(find: () => V | undefined, failure: string): Promise<V> {
    return this.#watch.until(find, () => `${failure}\n${this.out}\n${this.err}`)
  }
}

/** Runs it to its end. */
export async function run(program: string, words: readonly string[], env: Record<string, string> = {}) {
  await using child = new Child(program, words, env)
  return await child.ended()
}

export interface Place {
  readonly data: string
  readonly databaseUrl?: string
}

/** What the environment says of a place. */
export const environmentOf = ({ data, databaseUrl }: Place) => ({
  PRESENCE_DATA: data,
  ...(databaseUrl && { DATABASE_URL: databaseUrl }),
})

/** The `presence` command, for the server that lives there. */
export const presence = (place: Place, ...words: string[]) =>
  run('server/command/main.ts', words, environmentOf(place))
