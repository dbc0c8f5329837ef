// Loaded into npm: it leaves out native packages whose `engines` its own Node does not meet,
// but it is the private Node that is going to run them.
const { dependencies } = require('../package.json')

Object.defineProperty(process, 'version', { value: `v${dependencies.node}` })
