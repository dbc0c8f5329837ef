// The test files: which kind each is, and what it needs, which it says on a line such as `// needs: chromium`.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { needs } from './needs.mjs'
import { root } from './node24.mjs'

// Everything elsewhere under test/ is quick.
export const folders = {
  slow: ['test/browser', 'test/named', 'test/start'],
  media: ['test/live', 'test/relay'],
  long: ['test/long'],
}

export function suites() {
  return filesIn(join(root, 'test'))
    .filter(path => path.endsWith('.test.ts'))
    .map(path => relative(root, path))
    .map(file => ({ file, kind: kindOf(file), needs: needsOf(file, readFileSync(join(root, file), 'utf8')) }))
}

export function kindOf(file) {
  const within = kind => folders[kind].some(folder => file.startsWith(`${folder}/`))
  return Object.keys(folders).find(within) ?? 'quick'
}

/** @returns {string[]} */
export function needsOf(file, source) {
  const line = source.match(/^\/\/ needs: (.+)$/m)
  const names = line ? line[1].split(/[ ,]+/) : []
  const unknown = names.find(name => !needs.some(need => need.name === name))
  if (unknown) throw new Error(`${file} needs '${unknown}', which scripts/needs.mjs does not know`)
  return names
}

/** @returns {string[]} */
function filesIn(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesIn(path) : path
  })
}
