// One step of a set-up: a calm line and its seconds; what the command itself says is shown only when it fails.
import { spawnTied } from './tied.mjs'

export async function step(title, { advice, ...command }) {
  const worked = await attempt(title, command)
  if (!worked) giveUp(advice)
}

// To stderr, because the output of the program that is set up may be piped.
export async function attempt(title, command) {
  process.stderr.write(`Setting up: ${title} ... `)
  const begun = Date.now()
  const { failure, output } = await quietly(command)
  process.stderr.write(failure ? `failed (${failure})\n\n${output}\n` : `${seconds(begun)}\n`)
  return !failure
}

export function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

export function seconds(begun) {
  const passed = (Date.now() - begun) / 1000
  return `${passed.toFixed(passed < 10 ? 1 : 0)} s`
}

function quietly({ command, args, env, cwd, endBy = 'SIGKILL' }) {
  const child = spawnTied(command, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const output = []
  child.stdout.on('data', chunk => output.push(chunk))
  child.stderr.on('data', chunk => output.push(chunk))
  const undisturbed = endTogether(child, endBy)
  return new Promise(resolve => {
    const done = failure => {
      undisturbed()
      resolve({ failure, output: Buffer.concat(output).toString() })
    }
    child.on('error', error => done(error.message))
    child.on('close', (code, signal) => done(code === 0 ? '' : `exit code ${code ?? signal}`))
  })
}

// Without this a stopped set-up leaves npm, or what npm started, writing into node_modules while the next begins.
// npm goes on for seconds after a gentler signal; the next set-up clears away what it leaves.
function endTogether(child, endBy) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    process.stderr.write('stopped\n')
    child.removeAllListeners('close').once('close', () => process.exit(1))
    process.kill(-child.pid, endBy)
  }
  for (const signal of signals) process.on(signal, stop)
  return () => {
    for (const signal of signals) process.off(signal, stop)
  }
}
