// Makes this folder ready to run: packages, Node 24, page. With --private-node whatever Node the machine has.
import { built } from './ready.mjs'

await built()
