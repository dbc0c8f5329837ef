// npm run check: everything a change must pass before it is shown to others. --fix lets biome write.
import { join } from 'node:path'
import { modules, root } from './node24.mjs'
import { installed } from './ready.mjs'
import { ended } from './run.mjs'
import { giveUp, seconds } from './step.mjs'

const fix = process.argv.includes('--fix') ? ['--write'] : []

const steps = {
  'format and lint': [join(modules, '@biomejs/biome/bin/biome'), 'check', ...fix, root],
  types: [join(modules, 'typescript/bin/tsc'), '--noEmit', '--project', root],
  'quick tests': [join(root, 'scripts/test.mjs'), 'quick'],
  page: [join(root, 'scripts/build.mjs')],
}

await installed()
for (const [title, args] of Object.entries(steps)) {
  const begun = Date.now()
  console.log(`\n== ${title}`)
  const code = await ended(args)
  if (code !== 0) giveUp(`\nStopped at "${title}": the lines above say why.`)
  console.log(`== ${title}: ${seconds(begun)}`)
}
