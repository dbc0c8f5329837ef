// npm start: sets up what is missing, then runs the server until it is told to end.
import { built } from './ready.mjs'
import { run } from './run.mjs'

await built()
run('server/main.ts')
