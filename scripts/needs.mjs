// What tests need from the machine: how to tell that it is there, and the Debian package that brings it.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { attempt } from './step.mjs'

export const needs = [
  { name: 'chromium', command: 'chromium', apt: 'chromium' },
  { name: 'firefox', command: 'firefox-esr', apt: 'firefox-esr' },
  { name: 'postgresql', command: 'pg_ctlcluster', apt: 'postgresql' },
  { name: 'coturn', command: 'turnserver', apt: 'coturn' },
  { name: 'ip', command: 'ip', apt: 'iproute2' },
  { name: 'git', command: 'git', apt: 'git' },
  // A small disk to fill: only root may make one, and not everywhere. No package brings it.
  { name: 'tmpfs', possible: mayMount },
  // Networks of one's own, likewise.
  { name: 'netns', possible: mayUnshare },
]

export function missing(names, path = process.env.PATH) {
  const isThere = need => (need.possible ? need.possible() : isOnPath(need.command, path))
  return needs.filter(need => names.includes(need.name) && !isThere(need))
}

export const aptLine = parts =>
  `apt-get update && apt-get install -y --no-install-recommends ${parts.map(({ apt }) => apt).join(' ')}`

// Root gets them installed; anyone else gets the line that a person with root can use.
export async function provide(lacking) {
  const parts = lacking.filter(({ apt }) => apt)
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

// Tried where nobody else sees it.
function mayMount() {
  if (process.getuid() !== 0) return false
  return spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0
}

function mayUnshare() {
  return process.getuid() === 0 && spawnSync('unshare', ['--net', 'true']).status === 0
}

const isOnPath = (command, path) => path.split(':').some(folder => existsSync(join(folder, command)))
