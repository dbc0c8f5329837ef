// Which Node runs our TypeScript: the one at hand when it is new enough, else a private one in node_modules.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const modules = join(root, 'node_modules')
export const privateNode = join(modules, 'node', 'bin', 'node')

const [major, minor] = process.versions.node.split('.').map(Number)

// From 24.12 on Node strips types without a warning at every start.
const newEnough = major > 24 || (major === 24 && minor >= 12)

// npm puts node_modules/.bin first in PATH, so this file may run under the private Node itself,
// which the next `npm ci` takes away.
const runsPrivately = process.execPath.startsWith(modules)

export const wantsPrivate = !newEnough || runsPrivately || process.argv.includes('--private-node')

export const node24 = wantsPrivate ? privateNode : process.execPath
