// npm run presence -- <verb>: the desk of a running server, from a checkout.
import { installed } from './ready.mjs'
import { run } from './run.mjs'

await installed()
run('server/command/main.ts')
