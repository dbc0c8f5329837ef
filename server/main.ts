// The only file with a process in it: arguments, environment, signals, exit code.
import { renderUnicodeCompact } from 'uqr'
import { makeLog } from './base/log.ts'
import { Mistake } from './base/mistake.ts'
import { compose } from './compose.ts'
import { ConfigError, load } from './config.ts'
import { onTheLan } from './lan.ts'

/** After this a clean shutdown has failed. */
const PATIENCE = 8000

async function main(): Promise<void> {
  const lan = readArguments(process.argv.slice(2))
  const read = await load(process.env)
  const settings = lan ? await onTheLan(read) : read
  // Somebody who looks on wants the link, not the log.
  const log = makeLog(settings.log.level ?? (process.stderr.isTTY ? 'warn' : 'info'))
  process.on('unhandledRejection', error =>
    log.error({ err: error }, 'a promise was rejected and nobody caught it'),
  )
  const presence = await compose(settings, { log })
  const close = once(async (signal: string) => {
    log.info({ signal }, 'closing')
    setTimeout(() => process.exit(1), PATIENCE).unref()
    await presence.close()
    process.exit(0)
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => close(signal))
  console.log(`Presence is ready: ${presence.link}`)
  if (lan)
    console.log(
      `\n${renderUnicodeCompact(presence.link)}\n\nThe certificate is self-made: the phone will ask once whether to trust it.`,
    )
}

function readArguments(words: readonly string[]): boolean {
  const unknown = words.find(word => word !== '--lan')
  if (unknown) throw new ConfigError(`${unknown}: there is no such option. There is one: --lan`)
  return words.includes('--lan')
}

function once<A>(task: (value: A) => Promise<void>): (value: A) => void {
  let started = false
  return value => {
    if (!started) void task(value)
    started = true
  }
}

function explain(error: unknown): string {
  if (error instanceof Mistake) return error.message
  const { code, port, message } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken, perhaps by another Presence. Stop that, or choose another with PRESENCE_PORT or PRESENCE_TCP_PORT.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine cannot listen there: ${message}. Choose another address with PRESENCE_HOST.`
  if (code === 'EACCES') return `Not allowed: ${message}`
  return error instanceof Error ? (error.stack ?? message) : String(error)
}

main().catch(error => {
  console.error(explain(error))
  process.exit(1)
})
