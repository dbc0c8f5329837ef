// npm run bench -- <scenario...>: measures this checkout against its yardsticks.
import { built } from './ready.mjs'
import { run } from './run.mjs'

await built()
run('bench/main.ts')
