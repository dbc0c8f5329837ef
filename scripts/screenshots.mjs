// npm run screenshots: takes the README's pictures of the page anew.
import { built } from './ready.mjs'
import { run } from './run.mjs'

await built()
run('test/browser/screenshots.ts')
