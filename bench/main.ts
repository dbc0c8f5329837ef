// npm run bench -- <scenario...> [--json] [--runs N] [--profile FOLDER]: what this server costs, beside its yardsticks.
import { callScenarios } from './call/scenarios.ts'
import { run } from './run.ts'
import { scenarios } from './scenarios.ts'

// Servers and generator end with this process; leaving properly also takes their folders away.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

process.exitCode = await run(process.argv.slice(2), [...scenarios, ...callScenarios], line =>
  console.log(line),
)
