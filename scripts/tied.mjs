// Processes that get their SIGTERM when this one is killed outright: no port stays taken, no npm goes on writing.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'

const setpriv = '/usr/bin/setpriv'
const before = existsSync(setpriv) ? [setpriv, '--pdeathsig', 'TERM', '--'] : []

export function spawnTied(command, args, options) {
  const [first, ...rest] = [...before, command, ...args]
  return spawn(first, rest, options)
}
