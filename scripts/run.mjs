// Runs a program under Node 24 in place of this process, as far as terminal, signals and exit code can tell.
import { constants } from 'node:os'
import { node24 } from './node24.mjs'
import { spawnTied } from './tied.mjs'

export async function run(program) {
  process.exit(await ended([program, ...process.argv.slice(2)]))
}

export function ended(args, env = process.env) {
  // Detached, because the terminal sends ctrl-C to all of us at once, and npm sends it again.
  const child = spawnTied(node24, args, { env, stdio: 'inherit', detached: true })
  passSignals(child)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })
}

// The first signal is passed on, its echoes are not; a second ctrl-C, a while later, is a hard end.
function passSignals(child) {
  let first = 0
  const pass = signal => {
    if (!first) child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
    else if (signal === 'SIGINT' && Date.now() - first > 2000) child.kill('SIGKILL')
    first ||= Date.now()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass)
}
