// The page, built by Vite into client/dist, again only when one of its sources is newer.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { modules, node24, root } from './node24.mjs'
import { step } from './step.mjs'

const dist = join(root, 'client', 'dist')
const sources = ['client', 'server/protocol', 'package-lock.json']

export function needsBuild() {
  const page = statSync(join(dist, 'index.html'), { throwIfNoEntry: false })
  return !page || sources.some(source => newest(join(root, source)) > page.mtimeMs)
}

export async function build() {
  await step('page', {
    command: node24,
    args: [join(modules, 'vite/bin/vite.js'), 'build', 'client', '--logLevel', 'warn'],
    env: { ...process.env, NODE_ENV: 'production' },
    cwd: root,
    advice: 'The page could not be built; the lines above say where. Then use the same command again.',
  })
}

// A folder counts with its own time too: it changes when a file in it is removed.
function newest(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  const inside = readdirSync(path).map(name => join(path, name))
  return Math.max(stat.mtimeMs, ...inside.filter(each => each !== dist).map(newest))
}
