// What tests need from the machine: how to tell that it is there, and the Debian package that brings it.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { attempt } from './step.mjs'

export const needs = [
  { name: 'chromium', command: 'chromium', apt: 'chromium' },
  { name: 'postgresql', command: 'pg_ctlcluster', apt: 'postgresql' },
  { name: 'git', command: 'git', apt: 'git' },
]

export function missing(names, path = process.env.PATH) {
  return needs.filter(need => names.includes(need.name) && !isOnPath(need.command, path))
}

export const aptLine = parts =>
  `apt-get update && apt-get install -y --no-install-recommends ${parts.map(({ apt }) => apt).join(' ')}`

// Root gets them installed; anyone else gets the line that a person with root can use.
export async function provide(parts) {
  if (parts.length === 0) return
  if (process.getuid() !== 0)
    return console.log(`Some tests need more from this machine. As root:\n  ${aptLine(parts)}`)
  await attempt(parts.map(({ name }) => name).join(', '), {
    command: 'sh',
    args: ['-c', aptLine(parts)],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    endBy: 'SIGTERM',
  })
}

const isOnPath = (command, path) => path.split(':').some(folder => existsSync(join(folder, command)))
