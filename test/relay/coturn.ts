// Debian's coturn with our own settings, but for the addresses and ports, which are the test's.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import { coturnConfig } from '../../server/media/coturn.ts'
import { message, methods, TurnClient } from '../support/turn.ts'

export const SECRET = 'north by northwest'

interface Surroundings {
  readonly address: string
  readonly port: number
  /** The same again, for TLS. */
  readonly tlsPort?: number
  readonly ports: { readonly first: number; readonly last: number }
  /** What only a test may do. */
  readonly more?: readonly string[]
}

export class Coturn {
  readonly #process: ChildProcess
  readonly #folder: string

  private constructor(process: ChildProcess, folder: string) {
    this.#process = process
    this.#folder = folder
  }

  static async open({ address, port, tlsPort = 0, ports, more = [] }: Surroundings): Promise<Coturn> {
    const folder = mkdtempSync(join(tmpdir(), 'presence-turn-'))
    const certificate = tlsPort ? await makeCertificate(folder) : undefined
    const config = { name: 'localhost', secret: SECRET, certificate, own: address, outside: null }
    writeFileSync(join(folder, 'turnserver.conf'), coturnConfig(config), { mode: 0o600 })
    const places = ['-c', join(folder, 'turnserver.conf'), '--pidfile=', '-b', join(folder, 'db')]
    const addresses = ['-L', address, '-E', address, '-p', `${port}`, `--tls-listening-port=${tlsPort || 1}`]
    const range = [`--min-port=${ports.first}`, `--max-port=${ports.last}`]
    const server = spawn('turnserver', [...places, ...addresses, ...range, ...more], { stdio: 'ignore' })
    // It would outlive a test that fails on the way.
    process.once('exit', () => server.kill('SIGKILL'))
    const coturn = new Coturn(server, folder)
    await answers({ address, port })
    return coturn
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = new Promise(done => this.#process.once('close', done))
    if (this.#process.exitCode === null && this.#process.kill('SIGKILL')) await ended
    rmSync(this.#folder, { recursive: true })
  }
}

/** Asked until it does: what comes before it listens is lost. */
async function answers(place: { address: string; port: number }): Promise<void> {
  await using client = await TurnClient.open(place, { username: '', credential: '' }, place.address)
  const asked = setInterval(() => client.say(binding), 50)
  const binding = message(methods.binding, [])
  await client.exchange(binding).finally(() => clearInterval(asked))
}

async function makeCertificate(folder: string): Promise<{ cert: string; key: string }> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], { keyType: 'ec', curve: 'P-256' })
  const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') }
  writeFileSync(files.cert, made.cert)
  writeFileSync(files.key, made.private)
  return files
}
