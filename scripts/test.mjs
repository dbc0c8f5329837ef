// npm test: the quick tests, all of them, or with the long counts; vitest's filters and flags may follow.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closingLine, outcome, readReport } from './closing-line.mjs'
import { missing, provide } from './needs.mjs'
import { modules } from './node24.mjs'
import { built } from './ready.mjs'
import { ended } from './run.mjs'
import { suites } from './suites.mjs'

const tiers = { quick: ['quick'], all: ['quick', 'slow', 'media'], long: ['quick', 'slow', 'media', 'long'] }
const [tier, ...filters] = process.argv.slice(2)
const kinds = tiers[tier]

// Said at the very end, and also when the set-up or this script itself fails.
let result = { passed: 0, failed: 1 }
process.on('exit', () => console.log(closingLine(result)))

await built()
const chosen = suites().filter(({ kind }) => kinds.includes(kind))
const wanted = chosen.flatMap(suite => suite.needs)
await provide(missing(wanted))
const lacking = missing(wanted).map(({ name }) => name)
result = outcome(...(await vitest()))
const notRun = lacking.map(sayNotRun)
if (process.env.CI) result.failed += notRun.length
process.exitCode = result.failed > 0 ? 1 : 0

async function vitest() {
  const folder = mkdtempSync(join(tmpdir(), 'presence-test-'))
  const file = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const projects = kinds.map(kind => `--project=${kind}`)
  const exitCode = await ended(
    [join(modules, 'vitest/vitest.mjs'), 'run', ...projects, ...reporters, ...filters],
    env(),
  )
  const report = readReport(file)
  rmSync(folder, { recursive: true })
  return [report, exitCode]
}

function env() {
  const long = tier === 'long' ? { PRESENCE_LONG: '1' } : {}
  return { ...process.env, ...long, PRESENCE_MISSING: lacking.join(',') }
}

function sayNotRun(name) {
  const left = chosen.filter(suite => suite.needs.includes(name))
  console.log(`${left.length} suites not run: ${name} is missing`)
  for (const { file } of left) console.log(`  ${file}`)
}
