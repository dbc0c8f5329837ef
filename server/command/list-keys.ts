// `presence key list`.
import { ask } from './ask.ts'
import type { Verb } from './verb.ts'

export const listKeys: Verb = {
  name: 'key list',
  usage: 'key list [--json]',
  says: 'the service keys, and what each allows',
  async run({ json, socketPath }) {
    const { keys } = await ask(socketPath, { type: 'server.keys' })
    if (json) return JSON.stringify(keys)
    if (keys.length === 0) return 'There are no service keys. presence key make NAME SCOPE... makes one.'
    return keys
      .map(({ name, scopes, made }) => {
        const since = made === null ? 'in the config' : new Date(made).toISOString().slice(0, 10)
        return `${since.padEnd(13)}  ${name}  (${scopes.join(', ')})`
      })
      .join('\n')
  },
}
