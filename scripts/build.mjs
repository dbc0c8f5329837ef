// npm run build: the page, whether or not it looks up to date.
import { build } from './built.mjs'
import { alone } from './lock.mjs'
import { installed } from './ready.mjs'

await installed()
await alone(build)
